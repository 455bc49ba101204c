package dev.halflife.sim.write.queue;

import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A defect: every call on the list holds its lock, but a queue's operations are made of several. Right for one caller at a
 * time. Any thread may use it.
 */
final class CheckThenAdd implements Subject<QueueOperation, QueueReply> {

    private final int capacity;
    private final List<Item> items = Collections.synchronizedList(new ArrayList<>());

    CheckThenAdd(QueueConfig config) {
        capacity = config.capacity();
    }

    @Override
    public QueueReply apply(QueueOperation operation) {
        return operation.match(
                enqueue -> enqueue(new Item(enqueue.id(), 0)),
                drain -> drain(),
                this::requeue,
                len -> new QueueReply.Counted(items.size()));
    }

    private QueueReply enqueue(Item item) {
        List<String> dropped = new ArrayList<>();
        makeRoom(1, dropped);
        items.add(item);
        return new QueueReply.Enqueued(dropped.isEmpty() ? null : dropped.get(0));
    }

    private void makeRoom(int places, List<String> dropped) {
        while (items.size() + places > capacity) {
            dropped.add(items.remove(0).id());
        }
    }

    private QueueReply drain() {
        synchronized (items) {
            List<Item> drained = List.copyOf(items);
            items.clear();
            return new QueueReply.Drained(drained);
        }
    }

    private QueueReply requeue(QueueOperation.Requeue requeue) {
        List<String> dropped = new ArrayList<>();
        for (Item item : requeue.items()) {
            int attempts = Math.max(item.attempts(), item.attempts() + 1);
            if (attempts < requeue.max()) {
                makeRoom(1, dropped);
                items.add(new Item(item.id(), attempts));
            } else {
                dropped.add(item.id());
            }
        }
        return new QueueReply.Requeued(dropped);
    }
}
