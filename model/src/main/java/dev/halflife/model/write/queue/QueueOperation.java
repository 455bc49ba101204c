package dev.halflife.model.write.queue;

import dev.halflife.model.Operation;
import java.util.List;
import java.util.function.Function;

/** What is done to a retry queue. Ids are any texts; one may be queued more than once. */
public sealed interface QueueOperation extends Operation<QueueOperation> {

    /** Adds a fresh item (Q1). */
    record Enqueue(long atNanos, String id) implements QueueOperation {
        @Override
        public Enqueue movedTo(long nanos) {
            return new Enqueue(nanos, id);
        }

        @Override
        public <T> T match(
                Function<Enqueue, T> enqueue,
                Function<Drain, T> drain,
                Function<Requeue, T> requeue,
                Function<Len, T> len) {
            return enqueue.apply(this);
        }
    }

    /** Takes everything (Q2). */
    record Drain(long atNanos) implements QueueOperation {
        @Override
        public Drain movedTo(long nanos) {
            return new Drain(nanos);
        }

        @Override
        public <T> T match(
                Function<Enqueue, T> enqueue,
                Function<Drain, T> drain,
                Function<Requeue, T> requeue,
                Function<Len, T> len) {
            return drain.apply(this);
        }
    }

    /**
     * Gives drained items back, whose try has failed (Q2, F11): to the back of the queue, in this order.
     *
     * @param items as drained, any part of any drains
     * @param max how many failed tries are one too many; not negative
     */
    record Requeue(long atNanos, List<Item> items, int max) implements QueueOperation {
        public Requeue {
            items = List.copyOf(items);
            if (max < 0) {
                throw new IllegalArgumentException("max must be within [0, 2147483647]: " + max);
            }
        }

        @Override
        public Requeue movedTo(long nanos) {
            return new Requeue(nanos, items, max);
        }

        @Override
        public <T> T match(
                Function<Enqueue, T> enqueue,
                Function<Drain, T> drain,
                Function<Requeue, T> requeue,
                Function<Len, T> len) {
            return requeue.apply(this);
        }
    }

    /** Counts the queued items. */
    record Len(long atNanos) implements QueueOperation {
        @Override
        public Len movedTo(long nanos) {
            return new Len(nanos);
        }

        @Override
        public <T> T match(
                Function<Enqueue, T> enqueue,
                Function<Drain, T> drain,
                Function<Requeue, T> requeue,
                Function<Len, T> len) {
            return len.apply(this);
        }
    }

    /** Calls the function for what this operation is. */
    <T> T match(
            Function<Enqueue, T> enqueue, Function<Drain, T> drain, Function<Requeue, T> requeue, Function<Len, T> len);

    @Override
    default boolean readsTime() {
        return false;
    }
}
