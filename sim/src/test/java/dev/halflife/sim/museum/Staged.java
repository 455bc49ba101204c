package dev.halflife.sim.museum;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Subject;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A component with another judge, another subject, or other defects than its own. */
record Staged<C, S, O extends Operation<O>, R>(
        Component<C, S, O, R> component,
        UnaryOperator<Spec<S, O, R>> judge,
        Function<C, Subject<O, R>> subject,
        List<Defect<C, O, R>> defects)
        implements Component<C, S, O, R> {

    /** With another subject. */
    static <C, S, O extends Operation<O>, R> Staged<C, S, O, R> trying(
            Component<C, S, O, R> component, Function<C, Subject<O, R>> subject) {
        return new Staged<>(component, UnaryOperator.identity(), subject, List.of());
    }

    /** With another judge, and these defects. */
    static <C, S, O extends Operation<O>, R> Staged<C, S, O, R> judging(
            Component<C, S, O, R> component, UnaryOperator<Spec<S, O, R>> judge, List<Defect<C, O, R>> defects) {
        return new Staged<>(component, judge, config -> component.subject("reference", config), defects);
    }

    @Override
    public String name() {
        return component.name();
    }

    @Override
    public Spec<S, O, R> spec(C config, Contract contract) {
        return judge.apply(component.spec(config, contract));
    }

    @Override
    public List<String> subjects() {
        return List.of("staged");
    }

    @Override
    public Subject<O, R> subject(String name, C config) {
        return subject.apply(config);
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
