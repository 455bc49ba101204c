package dev.halflife.model.write.interference;

import dev.halflife.model.Operation;

/** What is done to an interference tracker. */
public sealed interface InterferenceOperation extends Operation<InterferenceOperation> {

    /**
     * Adds a score to a namespace and asks whether to consolidate (I1 to I3).
     *
     * @param score any float
     * @param threshold the total from which on to consolidate; any float but NaN
     * @param cooldownNanos how long no trigger may follow another, in nanoseconds; not negative
     */
    record Accumulate(long atNanos, String namespace, float score, float threshold, long cooldownNanos)
            implements InterferenceOperation {
        public Accumulate {
            if (Float.isNaN(threshold)) {
                throw new IllegalArgumentException("threshold must be a number: NaN");
            }
            if (cooldownNanos < 0) {
                throw new IllegalArgumentException(
                        "cooldownNanos must be within [0, 9223372036854775807]: " + cooldownNanos);
            }
        }

        @Override
        public Accumulate movedTo(long nanos) {
            return new Accumulate(nanos, namespace, score, threshold, cooldownNanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.accumulate(this);
        }
    }

    /** What came of a consolidation. */
    enum Outcome {
        PROGRESS,
        NO_PROGRESS,
        FAILED
    }

    /** Says what came of the consolidation that was triggered (I4). */
    record Feedback(long atNanos, Outcome outcome) implements InterferenceOperation {
        @Override
        public Feedback movedTo(long nanos) {
            return new Feedback(nanos, outcome);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.feedback(this);
        }
    }

    /** Reads every score and whether a request is pending, and changes nothing. */
    record Backlog(long atNanos) implements InterferenceOperation {
        @Override
        public Backlog movedTo(long nanos) {
            return new Backlog(nanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.backlog(this);
        }
    }

    /** Calls the method for what this operation is. */
    <T> T match(Cases<T> cases);

    /** All do: a request may have outlived its lease. */
    @Override
    default boolean readsTime() {
        return true;
    }

    /** One method per kind of operation; a new kind does not compile until every reader answers it. */
    interface Cases<T> {
        T accumulate(Accumulate accumulate);

        T feedback(Feedback feedback);

        T backlog(Backlog backlog);
    }
}
