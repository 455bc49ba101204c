package dev.halflife.sim.write.queue;

import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.model.write.queue.QueueState;
import dev.halflife.sim.component.Situation;
import java.util.HashSet;
import java.util.List;

/** What a campaign of the retry queue must have met. */
final class QueueSituations {

    static final List<Situation<QueueConfig, QueueState, QueueOperation, QueueReply>> ALL = List.of(
            new Situation<>(
                    "dropped-oldest",
                    "an enqueue at capacity",
                    (config, before, operation, reply, after) ->
                            reply instanceof QueueReply.Enqueued enqueued && enqueued.dropped() != null),
            new Situation<>(
                    "dropped-retried",
                    "an enqueue that drops what was requeued",
                    (config, before, operation, reply, after) -> reply instanceof QueueReply.Enqueued enqueued
                            && enqueued.dropped() != null
                            && before.queued().get(0).attempts() > 0),
            drain("drained-none", "a drain of an empty queue", items -> items.isEmpty()),
            drain("drained-many", "a drain of several items", items -> items.size() > 2),
            drain(
                    "same-id-twice",
                    "a drain of one id twice",
                    items -> new HashSet<>(items.stream().map(Item::id).toList()).size() < items.size()),
            drain(
                    "fresh-and-retried",
                    "a drain of fresh items and of others",
                    items -> items.stream().anyMatch(item -> item.attempts() == 0)
                            && items.stream().anyMatch(item -> item.attempts() > 0)),
            drain(
                    "third-try",
                    "a drain of an item that failed twice",
                    items -> items.stream().anyMatch(item -> item.attempts() > 1)),
            requeue(
                    "requeued-none",
                    "a requeue of nothing",
                    seen -> seen.items().isEmpty()),
            requeue("requeued-behind", "a requeue behind newer items", seen -> seen.kept() > 0 && seen.queued() > 0),
            requeue("worn-out", "a requeue of an item that is worn out", seen -> seen.wornOut() > 0),
            requeue("at-capacity", "a requeue that fills the queue", seen -> seen.total() == seen.capacity()),
            requeue("past-capacity", "a requeue past the capacity", seen -> seen.isPast()),
            requeue(
                    "worn-out-and-past",
                    "a requeue past the capacity of which some are worn out",
                    seen -> seen.isPast() && seen.wornOut() > 0),
            requeue("past-by-itself", "a requeue of more than the capacity", seen -> seen.kept() > seen.capacity()));

    private QueueSituations() {}

    private interface Drains {
        boolean met(List<Item> items);
    }

    private interface Requeues {
        boolean met(Requeued seen);
    }

    /** A requeue, counted by the rules of Q2. */
    private record Requeued(List<Item> items, int queued, int capacity, long wornOut) {
        long kept() {
            return items.size() - wornOut;
        }

        long total() {
            return queued + kept();
        }

        boolean isPast() {
            return total() > capacity;
        }
    }

    private static Situation<QueueConfig, QueueState, QueueOperation, QueueReply> drain(
            String id, String text, Drains drains) {
        return new Situation<>(
                id,
                text,
                (config, before, operation, reply, after) ->
                        reply instanceof QueueReply.Drained drained && drains.met(drained.items()));
    }

    private static Situation<QueueConfig, QueueState, QueueOperation, QueueReply> requeue(
            String id, String text, Requeues requeues) {
        return new Situation<>(id, text, (config, before, operation, reply, after) -> {
            if (!(operation instanceof QueueOperation.Requeue requeue)) {
                return false;
            }
            long wornOut = requeue.items().stream()
                    .filter(item -> item.attempts() + 1L >= requeue.max())
                    .count();
            return requeues.met(new Requeued(requeue.items(), before.size(), config.capacity(), wornOut));
        });
    }
}
