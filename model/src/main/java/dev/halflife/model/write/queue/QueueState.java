package dev.halflife.model.write.queue;

import java.util.List;

/** A retry queue as the contract sees it: an immutable value. */
public final class QueueState {

    static final QueueState EMPTY = new QueueState(Fifo.EMPTY, Outstanding.NONE, QueueRule.Q1);

    final Fifo queue;
    final Outstanding outstanding;

    /** The rule of the operation that changed the queue last, which a wrong content speaks against. */
    final QueueRule changedBy;

    QueueState(Fifo queue, Outstanding outstanding, QueueRule changedBy) {
        this.queue = queue;
        this.outstanding = outstanding;
        this.changedBy = changedBy;
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

    /** Equal where every right reply is; the reason kept for naming rules does not count. */
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
