package dev.halflife.sim.kit;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Subject;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A component whose only subject is somebody else's, less what that subject has not.
 *
 * @param component all the rest
 * @param maker makes every subject, whatever its name
 * @param without what it has not
 */
record Guest<C, S, O extends Operation<O>, R>(
        Component<C, S, O, R> component, Function<C, Subject<O, R>> maker, Without<O> without)
        implements Component<C, S, O, R> {

    @Override
    public String name() {
        return component.name();
    }

    @Override
    public Spec<S, O, R> spec(C config, Contract contract) {
        return without.of(component.spec(config, contract));
    }

    @Override
    public List<String> subjects() {
        return List.of();
    }

    @Override
    public Subject<O, R> subject(String name, C config) {
        return new Stranger<>(maker.apply(config));
    }

    /** Nobody knows whether somebody else's subject replies the same twice: where the rules leave a choice it may not. */
    private record Stranger<O, R>(Subject<O, R> subject) implements Subject<O, R> {

        @Override
        public R apply(O operation) {
            return subject.apply(operation);
        }

        @Override
        public void foresee(Supplier<List<O>> operations) {
            subject.foresee(operations);
        }

        @Override
        public boolean repeatable() {
            return false;
        }

        @Override
        public void close() {
            subject.close();
        }
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
        return without.of(component.exploration());
    }

    @Override
    public List<O> audit(C config, S state, long atNanos) {
        return without.of(component.audit(config, state, atNanos));
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
