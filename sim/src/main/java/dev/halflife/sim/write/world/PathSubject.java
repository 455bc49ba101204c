package dev.halflife.sim.write.world;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.write.world.PathRuntime.Running;

/** A runtime over subjects of its parts: all of one name, or any others. */
final class PathSubject implements Subject<PathOperation, PathReply> {

    /** Wires parts together. */
    @FunctionalInterface
    interface Wiring {
        /** A runtime at its beginning. */
        PathRuntime over(PathConfig config, Running parts, PathState initial);
    }

    private final LiveParts parts;
    private final PathRuntime runtime;

    /** The parts' subjects of this name, wired as they should be. */
    PathSubject(PathConfig config, String subject) {
        this(config, new Named(subject, config), PathRuntime::new);
    }

    /** Any parts, wired in any way. */
    PathSubject(PathConfig config, LiveParts.Maker maker, Wiring wiring) {
        parts = new LiveParts(maker);
        runtime = wiring.over(config, parts, PathState.initial(config, Contract.strict()));
    }

    @Override
    public PathReply apply(PathOperation operation) {
        return runtime.apply(operation);
    }

    @Override
    public void close() {
        parts.close();
    }

    /** Makes the subjects of one name. */
    record Named(String subject, PathConfig config) implements LiveParts.Maker {
        @Override
        public <O extends Operation<O>, R> Subject<O, R> subject(Part<?, ?, O, R> part) {
            return part.subject(subject, config);
        }
    }
}
