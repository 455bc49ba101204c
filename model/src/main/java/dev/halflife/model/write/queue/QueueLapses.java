package dev.halflife.model.write.queue;

import static dev.halflife.model.write.queue.QueueRule.F11;
import static dev.halflife.model.write.queue.QueueRule.Q1;
import static dev.halflife.model.write.queue.QueueRule.Q2;

import dev.halflife.model.Contract;
import dev.halflife.model.Lapse;
import dev.halflife.model.Slip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a retry queue breaks one of its rules: first what concerns one case of it, then what concerns every call. */
final class QueueLapses {

    private final QueueSpec spec;
    private final int capacity;
    private final boolean bounded;
    private final List<Lapse<QueueState, QueueOperation, QueueReply>> all = new ArrayList<>();

    private QueueLapses(QueueSpec spec, QueueConfig config, boolean bounded) {
        this.spec = spec;
        this.capacity = config.capacity();
        this.bounded = bounded;
    }

    static List<Lapse<QueueState, QueueOperation, QueueReply>> of(QueueSpec spec, QueueConfig config, boolean bounded) {
        QueueLapses lapses = new QueueLapses(spec, config, bounded);
        if (bounded) {
            lapses.all.add(new Lapse<>(F11, new QueueSpec(config, Contract.published()), true));
            lapses.requeues(F11, state -> new BoundMistakes.DropsOne(state, config.capacity()));
            lapses.requeues(F11, state -> new BoundMistakes.DropsInSilence(state, config.capacity()));
        }
        lapses.overflows();
        lapses.drains();
        lapses.orders();
        lapses.attempts();
        lapses.enqueues(Q1, (queue, item, isFull) -> isFull ? null : queue);
        return lapses.all;
    }

    /** What is queued after an enqueue goes wrong; null where it does not. */
    private interface Enqueuing {
        @Nullable
        List<Item> after(List<Item> queue, Item item, boolean isFull);
    }

    private void overflows() {
        enqueues(Q1, (queue, item, isFull) -> isFull ? queue : null);
        enqueues(Q1, (queue, item, isFull) -> isFull ? plus(queue.subList(0, capacity - 1), item) : null);
        enqueues(Q1, (queue, item, isFull) -> isFull ? List.of(item) : null);
        enqueues(Q1, (queue, item, isFull) -> isFull ? plus(queue, item) : null);
        enqueues(Q1, (queue, item, isFull) -> isFull ? plus(queue.subList(1, queue.size()), item) : null);
        enqueues(
                Q1,
                (queue, item, isFull) -> !isFull && queue.size() == capacity - 1 && !queue.isEmpty()
                        ? plus(queue.subList(1, queue.size()), item)
                        : null);
        enqueues(Q1, (queue, item, isFull) -> queue.contains(item) ? queue : null);
        if (bounded) {
            requeues(Q1, state -> new BoundMistakes.RefusesWhatComes(state, capacity));
            requeues(Q1, state -> new BoundMistakes.DropsTheNewest(state, capacity));
        }
    }

    private void drains() {
        drain(Q2, (right, seen) -> seen.equals(right) ? right : null);
        drain(Q2, QueueLapses::rest);
        drain(Q2, (right, seen) -> rest(right, seen) == null ? null : List.of());
    }

    private void orders() {
        Comparator<Item> order = Comparator.comparing(Item::id).thenComparingInt(Item::attempts);
        drain(
                Q1,
                (right, seen) -> !seen.equals(right)
                                && seen.stream()
                                        .sorted(order)
                                        .toList()
                                        .equals(right.stream().sorted(order).toList())
                        ? List.of()
                        : null);
        enqueues(Q1, (queue, item, isFull) -> {
            List<Item> front = new ArrayList<>(List.of(item));
            front.addAll(isFull ? queue.subList(1, queue.size()) : queue);
            return front;
        });
        requeues(Q1, state -> new Requeuing(state, capacity) {
            @Override
            void giveBack(Item item) {
                queue.add(0, item);
            }
        });
        requeues(Q1, state -> new Requeuing(state, capacity) {
            private int before;

            @Override
            void giveBack(Item item) {
                queue.add(before++, item);
            }
        });
        requeues(Q1, state -> new Requeuing(state, capacity) {
            @Override
            List<Item> order(List<Item> items) {
                return reversed(items);
            }
        });
    }

    private void attempts() {
        AttemptMistakes.ALL.forEach(mistake -> requeues(Q2, state -> mistake.make(state, capacity)));
        drain(
                Q2,
                (right, seen) -> !seen.equals(right)
                                && seen.stream()
                                        .map(Item::id)
                                        .toList()
                                        .equals(right.stream().map(Item::id).toList())
                        ? List.of()
                        : null);
    }

    private void enqueues(QueueRule rule, Enqueuing enqueuing) {
        add(rule, (state, operation, reply) -> {
            if (!(operation instanceof QueueOperation.Enqueue enqueue)) {
                return null;
            }
            List<Item> queue = state.queue.toList();
            List<Item> after = enqueuing.after(queue, new Item(enqueue.id(), 0), queue.size() >= capacity);
            return after == null ? null : new QueueState(Fifo.of(after), state.outstanding);
        });
    }

    /** What stays queued after a drain that should have taken these and has taken those; null where that is right. */
    private interface Draining {
        @Nullable
        List<Item> left(List<Item> right, List<Item> seen);
    }

    private void drain(QueueRule rule, Draining draining) {
        add(rule, (state, operation, reply) -> {
            if (!(operation instanceof QueueOperation.Drain) || !(reply instanceof QueueReply.Drained drained)) {
                return null;
            }
            List<Item> left = draining.left(state.queue.toList(), drained.items());
            return left == null ? null : new QueueState(Fifo.of(left), state.outstanding.with(drained.items()));
        });
    }

    private void requeues(QueueRule rule, Function<QueueState, Requeuing> maker) {
        add(rule, (state, operation, reply) -> {
            if (!(operation instanceof QueueOperation.Requeue requeue)) {
                return null;
            }
            Requeuing requeuing = maker.apply(state);
            List<Item> after = requeuing.run(requeue, bounded);
            return reply.equals(new QueueReply.Requeued(requeuing.dropped))
                    ? new QueueState(
                            Fifo.of(after),
                            state.outstanding.without(requeue.items()).orElse(state.outstanding))
                    : null;
        });
    }

    private void add(QueueRule rule, Slip<QueueState, QueueOperation, QueueReply> slip) {
        all.add(Lapse.of(rule, spec, slip));
    }

    private static List<Item> plus(List<Item> queue, Item item) {
        List<Item> more = new ArrayList<>(queue);
        more.add(item);
        return more;
    }

    /** Without these, in their order; null where one of them is not there, or nothing would be left. */
    private static @Nullable List<Item> rest(List<Item> queue, List<Item> taken) {
        List<Item> rest = new ArrayList<>(queue);
        int from = 0;
        for (Item item : taken) {
            int place = rest.subList(from, rest.size()).indexOf(item);
            if (place < 0) {
                return null;
            }
            from += place;
            rest.remove(from);
        }
        return rest.isEmpty() ? null : rest;
    }
}
