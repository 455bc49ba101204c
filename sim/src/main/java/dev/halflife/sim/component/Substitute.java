package dev.halflife.sim.component;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Subject;
import java.util.List;
import java.util.function.Function;

/**
 * A component with another maker of subjects, so that any engine that runs a component can run what does not come with
 * it: a defect under watch, a foreign process. Meets no situations: those are the business of a subject that holds.
 *
 * @param component all the rest
 * @param maker makes every subject, whatever its name
 */
public record Substitute<C, S, O extends Operation<O>, R>(
        Component<C, S, O, R> component, Function<C, Subject<O, R>> maker) implements Component<C, S, O, R> {

    @Override
    public String name() {
        return component.name();
    }

    @Override
    public Spec<S, O, R> spec(C config, Contract contract) {
        return component.spec(config, contract);
    }

    @Override
    public List<String> subjects() {
        return List.of();
    }

    @Override
    public Subject<O, R> subject(String name, C config) {
        return maker.apply(config);
    }

    @Override
    public Codec<C, O, R> codec() {
        return component.codec();
    }

    @Override
    public Workload<C, S, O> workload() {
        return component.workload();
    }

    @Override
    public Exploration<C, S, O> exploration() {
        return component.exploration();
    }

    @Override
    public List<O> audit(C config, S state, long atNanos) {
        return component.audit(config, state, atNanos);
    }

    @Override
    public List<Schedule<C, O>> simplifications(Schedule<C, O> schedule) {
        return component.simplifications(schedule);
    }

    @Override
    public List<Finding> findings() {
        return component.findings();
    }

    @Override
    public Narration<C, S, O, R> narration() {
        return component.narration();
    }
}
