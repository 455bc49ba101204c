package dev.halflife.sim.write.queue;

import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The published queue: an enqueue makes room for itself, a requeue does not look (F11). The original tells its log what it
 * drops; here that is the reply.
 */
final class PublishedQueue implements Subject<QueueOperation, QueueReply> {

    private final Deque<Item> items = new ArrayDeque<>();
    private final int capacity;

    PublishedQueue(QueueConfig config) {
        capacity = config.capacity();
    }

    @Override
    public QueueReply apply(QueueOperation operation) {
        return operation.match(
                enqueue -> enqueue(new Item(enqueue.id(), 0)),
                drain -> drain(),
                requeue -> requeue(requeue.items(), requeue.max()),
                len -> new QueueReply.Counted(items.size()));
    }

    private QueueReply enqueue(Item item) {
        @Nullable Item dropped = items.size() >= capacity ? items.pollFirst() : null;
        items.addLast(item);
        return new QueueReply.Enqueued(dropped == null ? null : dropped.id());
    }

    private QueueReply drain() {
        List<Item> drained = List.copyOf(items);
        items.clear();
        return new QueueReply.Drained(drained);
    }

    private QueueReply requeue(List<Item> failed, int max) {
        List<String> dropped = new ArrayList<>();
        for (Item item : failed) {
            int attempts = item.attempts() + 1;
            if (attempts < max) {
                items.addLast(new Item(item.id(), attempts));
            } else {
                dropped.add(item.id());
            }
        }
        return new QueueReply.Requeued(dropped);
    }
}
