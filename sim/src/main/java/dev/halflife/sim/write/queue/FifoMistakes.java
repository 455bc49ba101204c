package dev.halflife.sim.write.queue;

import static dev.halflife.model.write.queue.QueueRule.Q1;
import static dev.halflife.model.write.queue.QueueRule.Q2;
import static dev.halflife.sim.write.queue.TextbookQueue.MISTAKES;

import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.sim.defect.Defect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the order, with the capacity, and with a drain (Q1, Q2). */
final class FifoMistakes {

    static final List<Defect<QueueConfig, QueueOperation, QueueReply>> ALL = List.of(
            MISTAKES.invented(
                    "lifo-queue", Q1, "the newest item is drained first", (config, probe) -> new TextbookQueue(config) {
                        @Override
                        QueueReply drain() {
                            probe.reached(items.size() > 1);
                            Collections.reverse(items);
                            return super.drain();
                        }
                    }),
            MISTAKES.invented(
                    "capacity-off-by-one",
                    Q1,
                    "the queue holds an item more than its capacity",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        boolean isFull() {
                            probe.reached(items.size() == config.capacity());
                            return items.size() > config.capacity();
                        }
                    }),
            MISTAKES.invented(
                    "last-place-never-taken",
                    Q1,
                    "room is made while there still is room for one item",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        boolean isFull() {
                            boolean early = !items.isEmpty() && items.size() == config.capacity() - 1;
                            probe.reached(early);
                            return early || super.isFull();
                        }
                    }),
            MISTAKES.invented(
                    "newest-dropped",
                    Q1,
                    "a full queue drops what came last in place of the oldest",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        @Nullable
                        Item makeRoom() {
                            probe.reached(items.size() > 1);
                            return items.remove(items.size() - 1);
                        }
                    }),
            MISTAKES.invented(
                    "full-queue-turns-away",
                    Q1,
                    "a full queue does not take the item, and says so",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        QueueReply enqueue(QueueOperation.Enqueue enqueue) {
                            probe.reached(isFull());
                            return isFull() ? new QueueReply.Enqueued(enqueue.id()) : super.enqueue(enqueue);
                        }
                    }),
            MISTAKES.invented(
                    "dropped-in-silence",
                    Q1,
                    "an enqueue does not say what it dropped",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        @Nullable
                        Item makeRoom() {
                            probe.reached();
                            super.makeRoom();
                            return null;
                        }
                    }),
            MISTAKES.invented(
                    "full-queue-emptied",
                    Q1,
                    "a full queue drops everything to make room for one item, and tells the oldest",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        @Nullable
                        Item makeRoom() {
                            probe.reached(items.size() > 1);
                            Item oldest = super.makeRoom();
                            items.clear();
                            return oldest;
                        }
                    }),
            MISTAKES.invented(
                    "repeated-items-collapsed",
                    Q1,
                    "an item that is queued is not queued again",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        void add(Item item) {
                            boolean known = items.contains(item);
                            probe.reached(known);
                            if (!known) {
                                super.add(item);
                            }
                        }
                    }),
            MISTAKES.invented(
                    "drain-keeps-the-items",
                    Q2,
                    "a drain hands out what is queued and leaves it there",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        QueueReply drain() {
                            probe.reached(!items.isEmpty());
                            return new QueueReply.Drained(items);
                        }
                    }),
            MISTAKES.invented(
                    "drain-leaves-the-last",
                    Q2,
                    "a drain stops one item short",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        QueueReply drain() {
                            probe.reached(!items.isEmpty());
                            List<Item> most = items.subList(0, Math.max(0, items.size() - 1));
                            List<Item> drained = List.copyOf(most);
                            most.clear();
                            return new QueueReply.Drained(drained);
                        }
                    }),
            MISTAKES.invented(
                    "drain-takes-a-batch",
                    Q2,
                    "a drain takes two items at most",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        QueueReply drain() {
                            probe.reached(items.size() > 2);
                            List<Item> batch = items.subList(0, Math.min(2, items.size()));
                            List<Item> drained = List.copyOf(batch);
                            batch.clear();
                            return new QueueReply.Drained(drained);
                        }
                    }),
            MISTAKES.invented(
                    "drain-hides-what-failed",
                    Q2,
                    "a drain clears the queue and hands out only what was never tried",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        QueueReply drain() {
                            List<Item> fresh = new ArrayList<>(items);
                            fresh.removeIf(item -> item.attempts() > 0);
                            probe.reached(fresh.size() < items.size());
                            items.clear();
                            return new QueueReply.Drained(fresh);
                        }
                    }),
            MISTAKES.concurrent(
                    "room-checked-before-the-add",
                    Q1,
                    "whether there is room is asked in one call and the item added in another, and two callers share the room",
                    CheckThenAdd::new));

    private FifoMistakes() {}
}
