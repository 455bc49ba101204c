package dev.halflife.model.write.credits;

import dev.halflife.model.Operation;
import java.util.List;

/**
 * What is done to the credits: whole calls, and calls that overlap. An overlapping call is begun by a caller and then run
 * step by step, so that an interleaving is plain data. Nothing here depends on the time.
 */
public sealed interface CreditsOperation extends Operation<CreditsOperation> {

    /** A whole call that records one credit per element (A2). */
    record RecordIds(long atNanos, List<String> ids) implements CreditsOperation {
        public RecordIds {
            ids = List.copyOf(ids);
        }

        @Override
        public RecordIds movedTo(long nanos) {
            return new RecordIds(nanos, ids);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.record(this);
        }
    }

    /** A whole call that takes everything pending (A4). */
    record Drain(long atNanos) implements CreditsOperation {
        @Override
        public Drain movedTo(long nanos) {
            return new Drain(nanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.drain(this);
        }
    }

    /** The store failed: a flush comes back (F6). Flushes are numbered from 1 in the order they were handed out. */
    record Restore(long atNanos, long flush) implements CreditsOperation {
        @Override
        public Restore movedTo(long nanos) {
            return new Restore(nanos, flush);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.restore(this);
        }
    }

    /** Reads the pending count and the credits in the pile (A5), at rest; changes nothing. */
    record Pending(long atNanos) implements CreditsOperation {
        @Override
        public Pending movedTo(long nanos) {
            return new Pending(nanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.pending(this);
        }
    }

    /** A caller invokes a call, which may get as far as the subject likes. */
    record Begin(long atNanos, int caller, Call call) implements CreditsOperation {
        public Begin {
            requireCaller(caller);
        }

        @Override
        public Begin movedTo(long nanos) {
            return new Begin(nanos, caller, call);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.begin(this);
        }
    }

    /** A caller's call runs on: one atomic step of it, in a subject that has such steps. */
    record Step(long atNanos, int caller) implements CreditsOperation {
        public Step {
            requireCaller(caller);
        }

        @Override
        public Step movedTo(long nanos) {
            return new Step(nanos, caller);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.step(this);
        }
    }

    /** A caller's call runs to its end. */
    record Finish(long atNanos, int caller) implements CreditsOperation {
        public Finish {
            requireCaller(caller);
        }

        @Override
        public Finish movedTo(long nanos) {
            return new Finish(nanos, caller);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.finish(this);
        }
    }

    private static void requireCaller(int caller) {
        if (caller < 1 || caller > CreditsConfig.MOST_CALLERS) {
            throw new IllegalArgumentException(
                    "caller must be within [1, " + CreditsConfig.MOST_CALLERS + "]: " + caller);
        }
    }

    /** Calls the method for what this operation is. */
    <T> T match(Cases<T> cases);

    @Override
    default boolean readsTime() {
        return false;
    }

    /** One method per kind of operation; a new kind does not compile until every reader answers it. */
    interface Cases<T> {
        T record(RecordIds record);

        T drain(Drain drain);

        T restore(Restore restore);

        T pending(Pending pending);

        T begin(Begin begin);

        T step(Step step);

        T finish(Finish finish);
    }
}
