package dev.halflife.sim.write.queue;

import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.sim.component.Simplification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Simpler schedules of a retry queue: less capacity, fewer ids, fewer items given back, a smaller max. */
final class SimplerQueue {

    static final Simplification<QueueConfig, QueueOperation> WAYS = new Simplification<QueueConfig, QueueOperation>()
            .configs(SimplerQueue::smaller)
            .names(QueueComponent.IDS, SimplerQueue::renamed)
            .operations(SimplerQueue::simpler);

    private SimplerQueue() {}

    private static List<QueueConfig> smaller(QueueConfig config) {
        return Simplification.numbers(config.capacity()).stream()
                .filter(capacity -> capacity >= 1)
                .map(capacity -> new QueueConfig(capacity.intValue()))
                .toList();
    }

    private static QueueOperation renamed(QueueOperation operation, UnaryOperator<String> names) {
        return operation.match(
                enqueue -> new QueueOperation.Enqueue(enqueue.atNanos(), names.apply(enqueue.id())),
                drain -> drain,
                requeue -> new QueueOperation.Requeue(
                        requeue.atNanos(),
                        requeue.items().stream()
                                .map(item -> new Item(names.apply(item.id()), item.attempts()))
                                .toList(),
                        requeue.max()),
                len -> len);
    }

    private static List<QueueOperation> simpler(QueueOperation operation) {
        return operation.match(enqueue -> List.of(), drain -> List.of(), SimplerQueue::simpler, len -> List.of());
    }

    private static List<QueueOperation> simpler(QueueOperation.Requeue requeue) {
        List<QueueOperation> simpler = new ArrayList<>();
        for (int i = 0; i < requeue.items().size(); i++) {
            List<Item> fewer = new ArrayList<>(requeue.items());
            fewer.remove(i);
            simpler.add(new QueueOperation.Requeue(requeue.atNanos(), fewer, requeue.max()));
        }
        for (long max : Simplification.numbers(requeue.max())) {
            simpler.add(new QueueOperation.Requeue(requeue.atNanos(), requeue.items(), (int) max));
        }
        return simpler;
    }
}
