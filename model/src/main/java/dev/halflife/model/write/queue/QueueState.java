package dev.halflife.model.write.queue;

import java.util.List;

/** A retry queue as the contract sees it: an immutable value. */
public final class QueueState {

    static final QueueState EMPTY = new QueueState(Fifo.EMPTY, Outstanding.NONE);

    final Fifo queue;
    final Outstanding outstanding;

    QueueState(Fifo queue, Outstanding outstanding) {
        this.queue = queue;
        this.outstanding = outstanding;
    }

    /** How many items are queued. */
    public int size() {
        return queue.size();
    }

    /** The queued items, the oldest first. Costs a look-up an item. */
    public List<Item> queued() {
        return queue.toList();
    }

    /** The items that were drained and not given back; one that was drained twice counts once. */
    public Iterable<Item> outstanding() {
        return outstanding.items();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QueueState state && state.queue.equals(queue) && state.outstanding.equals(outstanding);
    }

    @Override
    public int hashCode() {
        return queue.hashCode() * 31 + outstanding.hashCode();
    }

    @Override
    public String toString() {
        return queue.toString();
    }
}
