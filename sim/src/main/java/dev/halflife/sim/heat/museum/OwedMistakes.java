package dev.halflife.sim.heat.museum;

import static dev.halflife.model.heat.HeatRule.F3;

import dev.halflife.model.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with withdrawals that forgotten keys owe (F3). */
final class OwedMistakes {

    static final List<Mistake> ALL = List.of(
            Mistake.published(
                    "orphaned-heat",
                    F3,
                    Finding.F3,
                    "a forgotten key is forgotten altogether, and peers believe in its heat for ever"),
            Mistake.of(
                    "owed-forgotten-when-the-sink-fails",
                    F3,
                    "an owed withdrawal that was rolled back is not owed any more",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void rolledBack(String key, long tick, double rate) {
                            super.rolledBack(key, tick, rate);
                            probe.reached(owed.remove(key) != null);
                        }
                    }),
            Mistake.of(
                    "owed-paid-by-a-heat",
                    F3,
                    "any commit pays what a key owes, that of a heat too",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void learn(Entry entry, double rate) {
                            super.learn(entry, rate);
                            probe.reached(owed.remove(entry.key) != null);
                        }
                    }),
            Mistake.of(
                    "owed-without-bound",
                    F3,
                    "more keys are owed than the cap allows",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void owe(Entry entry) {
                            owed.put(entry.key, entry);
                            probe.reached(config.cap() > 0 && owed.size() > config.cap());
                        }
                    }),
            Mistake.of(
                    "owed-drops-the-newest",
                    F3,
                    "of more than the cap the latest is not owed at all",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void owe(Entry entry) {
                            boolean room = config.cap() == 0 || owed.size() < config.cap();
                            probe.reached(!room);
                            if (room) {
                                super.owe(entry);
                            }
                        }
                    }),
            Mistake.of(
                    "returning-key-starts-from-nothing",
                    F3,
                    "a key that comes back has forgotten what peers believe",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        Entry returning(String key) {
                            probe.reached(owed.remove(key) != null);
                            return new Entry(key);
                        }
                    }),
            Mistake.of(
                    "returning-key-drops-its-own-debt",
                    F3,
                    "a key leaves what is owed after the eviction for it, whose victim may push it out",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        @Nullable
                        String arrive(String key, long halfLifeNanos, long nowNanos) {
                            if (tracked.containsKey(key) || !isFull(tracked.size())) {
                                return super.arrive(key, halfLifeNanos, nowNanos);
                            }
                            boolean wasOwed = owed.containsKey(key);
                            String evicted = evict();
                            probe.reached(wasOwed && !owed.containsKey(key));
                            super.arrive(key, halfLifeNanos, nowNanos);
                            return evicted;
                        }
                    }),
            Mistake.of(
                    "answer-about-the-unknown-ignored",
                    F3,
                    "a late answer about a key that is gone is thrown away with the heat it tells of",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void committedUnknown(String key, double rate) {
                            probe.reached(rate > 0);
                        }
                    }));

    private OwedMistakes() {}
}
