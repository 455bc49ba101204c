package dev.halflife.sim.write.queue;

import static dev.halflife.model.write.queue.QueueRule.F11;
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

/** What goes wrong with giving items back (Q2, F11). */
final class RequeueMistakes {

    static final List<Defect<QueueConfig, QueueOperation, QueueReply>> ALL = List.of(
            MISTAKES.invented(
                    "requeue-to-the-front",
                    Q1,
                    "what is given back goes before what has come since",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        void giveBack(Item failed, List<String> dropped) {
                            probe.reached(!items.isEmpty());
                            items.add(0, failed);
                        }
                    }),
            MISTAKES.invented(
                    "requeue-reverses",
                    Q1,
                    "what is given back is queued the last one first",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        QueueReply requeue(QueueOperation.Requeue requeue) {
                            List<Item> reversed = new ArrayList<>(requeue.items());
                            Collections.reverse(reversed);
                            probe.reached(reversed.size() > 1);
                            return super.requeue(
                                    new QueueOperation.Requeue(requeue.atNanos(), reversed, requeue.max()));
                        }
                    }),
            MISTAKES.invented(
                    "attempts-not-counted",
                    Q2,
                    "what is given back has as many attempts as before",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        Item failed(Item item) {
                            probe.reached();
                            return item;
                        }
                    }),
            MISTAKES.invented(
                    "attempts-begin-anew",
                    Q2,
                    "what is given back has failed once, however often it has",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        Item failed(Item item) {
                            probe.reached(item.attempts() > 0);
                            return new Item(item.id(), 1);
                        }
                    }),
            MISTAKES.invented(
                    "attempts-counted-after-the-check",
                    Q2,
                    "the attempts are compared with max before this one is added, so that there is one try more",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        boolean mayTryAgain(Item failed, int max) {
                            probe.reached(failed.attempts() == max);
                            return failed.attempts() <= max;
                        }
                    }),
            MISTAKES.invented(
                    "one-try-too-few",
                    Q2,
                    "an item is worn out an attempt before max",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        boolean mayTryAgain(Item failed, int max) {
                            probe.reached(failed.attempts() == max - 1);
                            return failed.attempts() < max - 1;
                        }
                    }),
            MISTAKES.invented(
                    "never-worn-out", Q2, "an item is tried for ever", (config, probe) -> new TextbookQueue(config) {
                        @Override
                        boolean mayTryAgain(Item failed, int max) {
                            probe.reached(!super.mayTryAgain(failed, max));
                            return true;
                        }
                    }),
            MISTAKES.invented(
                    "worn-out-in-silence",
                    Q2,
                    "a requeue does not say which items are worn out",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        void wornOut(Item failed, List<String> dropped) {
                            probe.reached();
                        }
                    }),
            MISTAKES.invented(
                    "worn-out-and-queued",
                    Q2,
                    "a worn-out item is told as dropped and queued all the same",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        void wornOut(Item failed, List<String> dropped) {
                            probe.reached();
                            super.wornOut(failed, dropped);
                            items.add(failed);
                        }
                    }),
            MISTAKES.invented(
                    "worn-out-ends-the-requeue",
                    Q2,
                    "the items after a worn-out one are neither queued nor told",
                    (config, probe) -> new TextbookQueue(config) {
                        private boolean ended;

                        @Override
                        QueueReply requeue(QueueOperation.Requeue requeue) {
                            ended = false;
                            return super.requeue(requeue);
                        }

                        @Override
                        void wornOut(Item failed, List<String> dropped) {
                            probe.reached(ended);
                            if (!ended) {
                                super.wornOut(failed, dropped);
                            }
                            ended = true;
                        }

                        @Override
                        void giveBack(Item failed, List<String> dropped) {
                            probe.reached(ended);
                            if (!ended) {
                                super.giveBack(failed, dropped);
                            }
                        }
                    }),
            MISTAKES.historic(
                    "unbounded-requeue",
                    F11,
                    "a requeue does not look at the capacity",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        void keepToCapacity(List<String> dropped) {
                            probe.reached(items.size() > config.capacity());
                        }
                    }),
            MISTAKES.invented(
                    "requeue-drops-in-silence",
                    F11,
                    "a requeue keeps to the capacity, and does not say what it dropped for that",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        void keepToCapacity(List<String> dropped) {
                            probe.reached(items.size() > config.capacity());
                            super.keepToCapacity(new ArrayList<>());
                        }
                    }),
            MISTAKES.invented(
                    "requeue-to-a-full-queue-is-lost",
                    Q1,
                    "where there is no room it is what comes back that is dropped, and not the oldest",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        void giveBack(Item failed, List<String> dropped) {
                            probe.reached(isFull());
                            if (isFull()) {
                                dropped.add(failed.id());
                            } else {
                                super.giveBack(failed, dropped);
                            }
                        }
                    }),
            MISTAKES.invented(
                    "requeue-makes-room-once",
                    F11,
                    "a requeue past the capacity drops one item, however many it is past",
                    (config, probe) -> new TextbookQueue(config) {
                        @Override
                        void keepToCapacity(List<String> dropped) {
                            probe.reached(items.size() > config.capacity() + 1);
                            if (items.size() > config.capacity()) {
                                dropped.add(items.remove(0).id());
                            }
                        }
                    }));

    private RequeueMistakes() {}
}
