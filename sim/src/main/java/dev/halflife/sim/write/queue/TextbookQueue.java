package dev.halflife.sim.write.queue;

import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.sim.defect.Mistakes;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A retry queue as a textbook has it: the strict rules in the plainest way, a method per step. What defects are defective
 * about.
 */
class TextbookQueue implements Subject<QueueOperation, QueueReply> {

    /** Makes defects that are a mistake in one of these. */
    static final Mistakes<QueueConfig, QueueOperation, QueueReply> MISTAKES = new Mistakes<>(TextbookQueue::new, 1_000);

    final QueueConfig config;

    /** The oldest first. */
    final List<Item> items = new ArrayList<>();

    TextbookQueue(QueueConfig config) {
        this.config = config;
    }

    @Override
    public QueueReply apply(QueueOperation operation) {
        return operation.match(
                this::enqueue, drain -> drain(), this::requeue, len -> new QueueReply.Counted(items.size()));
    }

    /** Q1. */
    QueueReply enqueue(QueueOperation.Enqueue enqueue) {
        Item dropped = isFull() ? makeRoom() : null;
        add(new Item(enqueue.id(), 0));
        return new QueueReply.Enqueued(dropped == null ? null : dropped.id());
    }

    boolean isFull() {
        return items.size() >= config.capacity();
    }

    /** What is dropped; null where nobody is told. */
    @Nullable
    Item makeRoom() {
        return items.remove(0);
    }

    void add(Item item) {
        items.add(item);
    }

    /** Q2. */
    QueueReply drain() {
        List<Item> drained = List.copyOf(items);
        items.clear();
        return new QueueReply.Drained(drained);
    }

    /** Q2, F11. */
    QueueReply requeue(QueueOperation.Requeue requeue) {
        List<String> dropped = new ArrayList<>();
        for (Item item : requeue.items()) {
            Item failed = failed(item);
            if (mayTryAgain(failed, requeue.max())) {
                giveBack(failed, dropped);
            } else {
                wornOut(failed, dropped);
            }
        }
        keepToCapacity(dropped);
        return new QueueReply.Requeued(dropped);
    }

    Item failed(Item item) {
        return new Item(item.id(), Math.max(item.attempts(), item.attempts() + 1));
    }

    boolean mayTryAgain(Item failed, int max) {
        return failed.attempts() < max;
    }

    void giveBack(Item failed, List<String> dropped) {
        items.add(failed);
    }

    void wornOut(Item failed, List<String> dropped) {
        dropped.add(failed.id());
    }

    void keepToCapacity(List<String> dropped) {
        while (items.size() > config.capacity()) {
            dropped.add(items.remove(0).id());
        }
    }
}
