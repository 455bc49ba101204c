package dev.halflife.model.write.breaker;

import dev.halflife.model.Operation;

/** What is done to a circuit breaker. */
public sealed interface BreakerOperation extends Operation<BreakerOperation> {

    /** The partition concerned. */
    String partition();

    /** The same of another partition. */
    BreakerOperation of(String otherPartition);

    /** Asks whether a call may go; where it may, it counts as made. */
    record Allow(long atNanos, String partition) implements BreakerOperation {
        @Override
        public Allow movedTo(long nanos) {
            return new Allow(nanos, partition);
        }

        @Override
        public Allow of(String otherPartition) {
            return new Allow(atNanos, otherPartition);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.allow(this);
        }
    }

    /** A call succeeded. Any call: a report names none, as the original's does not, and may come late. */
    record Success(long atNanos, String partition) implements BreakerOperation {
        @Override
        public Success movedTo(long nanos) {
            return new Success(nanos, partition);
        }

        @Override
        public Success of(String otherPartition) {
            return new Success(atNanos, otherPartition);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.success(this);
        }
    }

    /** A call failed; any call, as for a success. */
    record Failure(long atNanos, String partition) implements BreakerOperation {
        @Override
        public Failure movedTo(long nanos) {
            return new Failure(nanos, partition);
        }

        @Override
        public Failure of(String otherPartition) {
            return new Failure(atNanos, otherPartition);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.failure(this);
        }
    }

    /** Reads whether a partition is open, and changes nothing. */
    record State(long atNanos, String partition) implements BreakerOperation {
        @Override
        public State movedTo(long nanos) {
            return new State(nanos, partition);
        }

        @Override
        public State of(String otherPartition) {
            return new State(atNanos, otherPartition);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.state(this);
        }
    }

    /** Calls the method for what this operation is. */
    <T> T match(Cases<T> cases);

    @Override
    default boolean readsTime() {
        return !(this instanceof Success);
    }

    /** One method per kind of operation; a new kind does not compile until every reader answers it. */
    interface Cases<T> {
        T allow(Allow allow);

        T success(Success success);

        T failure(Failure failure);

        T state(State state);
    }
}
