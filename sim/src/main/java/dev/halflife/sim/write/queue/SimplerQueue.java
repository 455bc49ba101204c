package dev.halflife.sim.write.queue;

import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.sim.component.Simplification;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Simpler schedules of a retry queue: less capacity, fewer ids, fewer items given back, a smaller max. */
final class SimplerQueue {

    static final Simplification<QueueConfig, QueueOperation> WAYS = new Simplification<QueueConfig, QueueOperation>()
            .configs(SimplerQueue::smaller)
            .names(QueueComponent.IDS, SimplerQueue::renamed)
            .operations(SimplerQueue::simpler)
            .schedules(SimplerQueue::withoutOneReturn);

    private SimplerQueue() {}

    private static List<QueueConfig> smaller(QueueConfig config) {
        return Simplification.numbers(config.capacity()).stream()
                .filter(capacity -> capacity >= 1)
                .map(capacity -> new QueueConfig(capacity.intValue()))
                .toList();
    }

    /**
     * Without one item given back, and without the drain that took it or without its enqueue and its room: neither can go
     * alone where the queue is just full.
     */
    private static List<Schedule<QueueConfig, QueueOperation>> withoutOneReturn(
            Schedule<QueueConfig, QueueOperation> schedule) {
        List<Schedule<QueueConfig, QueueOperation>> candidates = new ArrayList<>();
        List<QueueOperation> operations = schedule.operations();
        int capacity = schedule.config().capacity();
        for (int gone = 0; gone < operations.size(); gone++) {
            if (operations.get(gone) instanceof QueueOperation.Drain) {
                addWithout(gone, schedule.config(), operations, candidates);
            } else if (operations.get(gone) instanceof QueueOperation.Enqueue && capacity > 1) {
                addWithout(gone, new QueueConfig(capacity - 1), operations, candidates);
            }
        }
        return candidates;
    }

    private static void addWithout(
            int gone,
            QueueConfig config,
            List<QueueOperation> operations,
            List<Schedule<QueueConfig, QueueOperation>> candidates) {
        for (int later = gone + 1; later < operations.size(); later++) {
            if (operations.get(later) instanceof QueueOperation.Requeue requeue) {
                for (QueueOperation fewer : withoutOneItem(requeue)) {
                    List<QueueOperation> changed = new ArrayList<>(operations);
                    changed.set(later, fewer);
                    changed.remove(gone);
                    candidates.add(new Schedule<>(config, changed));
                }
            }
        }
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
        List<QueueOperation> simpler = withoutOneItem(requeue);
        for (long max : Simplification.numbers(requeue.max())) {
            simpler.add(new QueueOperation.Requeue(requeue.atNanos(), requeue.items(), (int) max));
        }
        return simpler;
    }

    private static List<QueueOperation> withoutOneItem(QueueOperation.Requeue requeue) {
        List<QueueOperation> candidates = new ArrayList<>();
        for (int i = 0; i < requeue.items().size(); i++) {
            List<Item> fewer = new ArrayList<>(requeue.items());
            fewer.remove(i);
            candidates.add(new QueueOperation.Requeue(requeue.atNanos(), fewer, requeue.max()));
        }
        return candidates;
    }
}
