package dev.halflife.sim.write.queue;

import dev.halflife.impl.write.RetryQueue;
import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.sim.subject.Subject;
import java.util.List;

/** The reference queue as a subject. */
final class ReferenceQueue implements Subject<QueueOperation, QueueReply> {

    private final RetryQueue<String> queue;

    ReferenceQueue(QueueConfig config) {
        queue = new RetryQueue<>(config.capacity());
    }

    @Override
    public QueueReply apply(QueueOperation operation) {
        return operation.match(
                enqueue -> new QueueReply.Enqueued(queue.enqueue(enqueue.id())
                        .map(dev.halflife.impl.write.Item::value)
                        .orElse(null)),
                drain -> new QueueReply.Drained(queue.drain().stream()
                        .map(item -> new Item(item.value(), item.attempts()))
                        .toList()),
                this::requeue,
                len -> new QueueReply.Counted(queue.size()));
    }

    private QueueReply requeue(QueueOperation.Requeue requeue) {
        List<dev.halflife.impl.write.Item<String>> failed = requeue.items().stream()
                .map(item -> new dev.halflife.impl.write.Item<>(item.id(), item.attempts()))
                .toList();
        return new QueueReply.Requeued(queue.requeue(failed, requeue.max()).stream()
                .map(dev.halflife.impl.write.Item::value)
                .toList());
    }
}
