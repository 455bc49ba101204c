package dev.halflife.sim.heat.museum;

import static dev.halflife.model.heat.HeatRule.F2;
import static dev.halflife.model.heat.HeatRule.R1;
import static dev.halflife.model.heat.HeatRule.R2;
import static dev.halflife.model.heat.HeatRule.R3;
import static dev.halflife.model.heat.HeatRule.R4;

import dev.halflife.model.Finding;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.subject.SubjectRule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What goes wrong when keys come and go (R1 to R4, F2). */
final class RoomMistakes {

    static final List<Mistake> ALL = List.of(
            Mistake.of(
                    "half-life-of-the-latest-caller",
                    R1,
                    "a touch or bump gives an existing counter its own half-life",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void meet(Entry known, long halfLifeNanos) {
                            probe.reached(known.halfLifeNanos != halfLifeNanos);
                            super.meet(known, halfLifeNanos);
                            known.halfLifeNanos = halfLifeNanos;
                        }
                    }),
            Mistake.of(
                            "no-cap",
                            R2,
                            "nothing is ever evicted",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                boolean isFull(int size) {
                                    probe.reached(super.isFull(size));
                                    return false;
                                }
                            })
                    .historic()
                    .explored(),
            Mistake.of(
                    "cap-passed-by-one",
                    R2,
                    "room is made only when the cap is passed",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean isFull(int size) {
                            probe.reached(super.isFull(size) && !super.isFull(size - 1));
                            return super.isFull(size - 1);
                        }
                    }),
            Mistake.of(
                    "evicts-below-the-cap",
                    R2,
                    "the last free room is kept free",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean isFull(int size) {
                            boolean full = size > 0 && super.isFull(size + 1);
                            probe.reached(full && !super.isFull(size));
                            return full;
                        }
                    }),
            Mistake.of(
                            "evict-after-insert",
                            R2,
                            "room is made after the new key took it, and the new key, not yet touched, is the oldest",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                @Nullable
                                String arrive(String key, long halfLifeNanos, long nowNanos) {
                                    if (tracked.containsKey(key) || !isFull(tracked.size())) {
                                        return super.arrive(key, halfLifeNanos, nowNanos);
                                    }
                                    probe.reached();
                                    track(returning(key), halfLifeNanos, nowNanos);
                                    entry(key).touched = 0;
                                    return evict();
                                }
                            })
                    .explored(),
            Mistake.of(
                    "evict-newest",
                    F2,
                    "the most recent key goes",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        long recency(Entry entry) {
                            probe.reached(tracked.size() > 1);
                            return -super.recency(entry);
                        }
                    }),
            Mistake.of(
                            "evict-newest-by-as-of",
                            R3,
                            "the counter with the greatest asOf goes",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                long recency(Entry entry) {
                                    probe.reached(tracked.size() > 1);
                                    return -super.recency(entry);
                                }
                            })
                    .underPublished(),
            Mistake.of(
                    "evict-at-random",
                    F2,
                    "whichever key comes first in a hash table goes",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        long recency(Entry entry) {
                            probe.reached(tracked.size() > 1);
                            return (entry.key.hashCode() * 0x9E3779B97F4A7C15L) >>> 40;
                        }
                    }),
            Mistake.of(
                    "reads-do-not-refresh",
                    F2,
                    "keys go in the order in which they came, however often they are read",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void meet(Entry known, long halfLifeNanos) {
                            probe.reached(tracked.size() > 1);
                        }
                    }),
            Mistake.of(
                    "touch-does-not-refresh",
                    F2,
                    "a touch leaves a key as old as it was",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        public HeatReply touch(HeatOperation.Touch touch) {
                            Entry known = tracked.get(touch.key());
                            if (known == null) {
                                return super.touch(touch);
                            }
                            probe.reached(tracked.size() > 1);
                            return new HeatReply.Touched(null);
                        }
                    }),
            Mistake.of(
                    "observing-refreshes",
                    F2,
                    "whoever looks at a counter keeps it",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        HeatReply read(Entry entry, long nowNanos) {
                            probe.reached(tracked.size() > 1);
                            meet(entry, entry.halfLifeNanos);
                            return super.read(entry, nowNanos);
                        }
                    }),
            Mistake.published("recency-erased", F2, Finding.F2, "every tick makes all keys equally recent"),
            Mistake.of(
                            "remove-keeps-the-counter",
                            R4,
                            "a removal clears the mark and forgets to drop the counter",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                public HeatReply remove(HeatOperation.Remove remove) {
                                    probe.reached(tracked.containsKey(remove.key()));
                                    unmark(remove.key(), Leaving.REMOVED);
                                    return new HeatReply.Done();
                                }
                            })
                    .explored(),
            Mistake.of(
                    "removing-the-unknown-throws",
                    SubjectRule.ANSWERS,
                    "a removal takes for granted that the key is tracked",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        public HeatReply remove(HeatOperation.Remove remove) {
                            probe.reached(!tracked.containsKey(remove.key()));
                            Objects.requireNonNull(tracked.get(remove.key()), "no such counter");
                            return super.remove(remove);
                        }
                    }));

    private RoomMistakes() {}
}
