package dev.halflife.sim.write.world;

import dev.halflife.model.NumberText;
import dev.halflife.model.Operation;
import dev.halflife.model.write.statistics.PowerLoss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happens around the write path. */
public sealed interface PathOperation extends Operation<PathOperation> {

    /** A caller recalls these: one credit each. A flush that comes of it is on its way to the store from then on. */
    record Recall(long atNanos, List<String> ids) implements PathOperation {
        public Recall {
            ids = List.copyOf(ids);
        }

        @Override
        public Recall movedTo(long nanos) {
            return new Recall(nanos, ids);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.recall(this);
        }
    }

    /**
     * A caller writes an item, whose greatest similarity to anything stored is given; {@code fate} is what becomes of it if
     * its partition's breaker lets it through. An item that is stored already may be written once more, as callers who
     * heard no answer do.
     */
    record Write(long atNanos, Item item, float similarity, Fate fate) implements PathOperation {
        public Write {
            if (!Float.isFinite(similarity)) {
                throw new IllegalArgumentException("similarity must be finite: " + NumberText.of(similarity));
            }
        }

        /** How much it interferes with what is stored: from half similar, 0, to the same, 1. */
        float interference() {
            return Math.max(0, Math.min(1, (similarity - 0.5f) * 2));
        }

        @Override
        public Write movedTo(long nanos) {
            return new Write(nanos, item, similarity, fate);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.write(this);
        }
    }

    /** The store answers a write that hangs. */
    record Answer(long atNanos, String id, Fate fate) implements PathOperation {
        public Answer {
            if (fate == Fate.HANGS) {
                throw new IllegalArgumentException("fate of an answer must not be hangs");
            }
        }

        @Override
        public Answer movedTo(long nanos) {
            return new Answer(nanos, id, fate);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.answer(this);
        }
    }

    /** The store has stored a flush that was on its way. Flushes are numbered from 1 in the order they came out. */
    record Stored(long atNanos, long flush) implements PathOperation {
        @Override
        public Stored movedTo(long nanos) {
            return new Stored(nanos, flush);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.stored(this);
        }
    }

    /** The store has failed, and kept nothing of a flush that was on its way. */
    record Failed(long atNanos, long flush) implements PathOperation {
        @Override
        public Failed movedTo(long nanos) {
            return new Failed(nanos, flush);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.failed(this);
        }
    }

    /** What waits for its embedding is taken from the queue, to be tried again. Retries are numbered from 1. */
    record Retry(long atNanos) implements PathOperation {
        @Override
        public Retry movedTo(long nanos) {
            return new Retry(nanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.retry(this);
        }
    }

    /** A retry is over: its first so many items have their embedding, the others failed again. */
    record Retried(long atNanos, long retry, int embedded) implements PathOperation {
        public Retried {
            if (embedded < 0) {
                throw new IllegalArgumentException("embedded must be within [0, 2147483647]: " + embedded);
            }
        }

        @Override
        public Retried movedTo(long nanos) {
            return new Retried(nanos, retry, embedded);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.retried(this);
        }
    }

    /** A consolidation ends, whether one was triggered or somebody ran it; it processed everything up to {@code millis}. */
    record Consolidated(long atNanos, Outcome outcome, long millis) implements PathOperation {
        @Override
        public Consolidated movedTo(long nanos) {
            return new Consolidated(nanos, outcome, millis);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.consolidated(this);
        }
    }

    /** A writer of a snapshot takes its next step on the disk. Writers are numbered from 1, as low as possible. */
    record Save(long atNanos, int writer) implements PathOperation {
        @Override
        public Save movedTo(long nanos) {
            return new Save(nanos, writer);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.save(this);
        }
    }

    /** The process is killed, the machine loses power too where {@code power} says so, and a new process opens the store. */
    record Kill(long atNanos, @Nullable PowerLoss power) implements PathOperation {
        @Override
        public Kill movedTo(long nanos) {
            return new Kill(nanos, power);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.kill(this);
        }
    }

    /** The process closes in order, with nothing unanswered, and a new one opens the store. */
    record Close(long atNanos) implements PathOperation {
        @Override
        public Close movedTo(long nanos) {
            return new Close(nanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.close(this);
        }
    }

    /**
     * The world heals: everything unanswered is answered well, and later than any open time, lease and cooldown a write
     * gets through in every partition, what waits is embedded, a consolidation is triggered and reports, and the process is
     * closed and opened again. Then nothing may be left (X8).
     */
    record Settle(long atNanos) implements PathOperation {
        @Override
        public Settle movedTo(long nanos) {
            return new Settle(nanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.settle(this);
        }
    }

    /** Calls the method for what this operation is. */
    <T> T match(Cases<T> cases);

    /** Only writes and their answers meet an open time, a lease or a cooldown; to settle waits for all of them. */
    @Override
    default boolean readsTime() {
        return this instanceof Write || this instanceof Answer || this instanceof Consolidated;
    }

    /** One method per kind of operation; a new kind does not compile until every reader answers it. */
    interface Cases<T> {
        T recall(Recall recall);

        T write(Write write);

        T answer(Answer answer);

        T stored(Stored stored);

        T failed(Failed failed);

        T retry(Retry retry);

        T retried(Retried retried);

        T consolidated(Consolidated consolidated);

        T save(Save save);

        T kill(Kill kill);

        T close(Close close);

        T settle(Settle settle);
    }
}
