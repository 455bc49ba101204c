package dev.halflife.sim.heat.museum;

import static dev.halflife.model.heat.HeatRule.F1;
import static dev.halflife.model.heat.HeatRule.F10;
import static dev.halflife.model.heat.HeatRule.T1;
import static dev.halflife.model.heat.HeatRule.T4;

import dev.halflife.model.Finding;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import java.util.List;

/** What goes wrong with keys in flight (T4, F10). */
final class MarkMistakes {

    static final List<Mistake> ALL = List.of(
                    Mistake.of(
                                    "no-in-flight-set",
                                    T4,
                                    "what was announced and not answered is announced again",
                                    (config, contract, probe) -> new Textbook(config, contract) {
                                        @Override
                                        boolean isMarked(Entry entry) {
                                            probe.reached();
                                            return false;
                                        }
                                    })
                            .historic()
                            .explored(),
                    leaked("removal", Textbook.Leaving.REMOVED),
                    leaked("eviction", Textbook.Leaving.EVICTED),
                    leaked("pruning", Textbook.Leaving.PRUNED).underPublished(),
                    Mistake.of(
                            "rollback-keeps-the-mark",
                            T4,
                            "a rolled back key stays in flight",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void rolledBack(String key, long tick, double rate) {
                                    Long since = marks.get(key);
                                    super.rolledBack(key, tick, rate);
                                    if (since != null) {
                                        probe.reached(!marks.containsKey(key));
                                        marks.put(key, since);
                                    }
                                }
                            }),
                    Mistake.of(
                            "commit-keeps-the-mark",
                            T4,
                            "a committed key stays in flight",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void committed(String key, long tick, double rate) {
                                    Long since = marks.get(key);
                                    super.committed(key, tick, rate);
                                    if (since != null) {
                                        probe.reached(!marks.containsKey(key));
                                        marks.put(key, since);
                                    }
                                }
                            }),
                    Mistake.of(
                            "rollback-clears-all-marks",
                            T4,
                            "a rollback of one key frees every key",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void rolledBack(String key, long tick, double rate) {
                                    super.rolledBack(key, tick, rate);
                                    probe.reached(!marks.isEmpty());
                                    marks.clear();
                                }
                            }),
                    Mistake.of(
                            "withdrawal-not-marked",
                            T4,
                            "a withdrawal does not count as in flight",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                boolean isMarked(Entry entry) {
                                    probe.reached(entry.rate == 0);
                                    return entry.rate > 0;
                                }
                            }),
                    Mistake.of(
                            "lease-expires-at-once",
                            T4,
                            "every mark is older than a lease of 0",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                boolean isExpired(long ageNanos) {
                                    probe.reached(!super.isExpired(ageNanos));
                                    return true;
                                }
                            }),
                    Mistake.of(
                            "lease-is-exclusive",
                            T4,
                            "a mark exactly as old as the lease is cleared",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                boolean isExpired(long ageNanos) {
                                    probe.reached(ageNanos == config.leaseNanos());
                                    return ageNanos >= config.leaseNanos();
                                }
                            }),
                    Mistake.published(
                            "lease-never-expires", F10, Finding.F10, "the marks of a driver that died stay for ever"),
                    Mistake.of(
                            "every-tick-renews-the-lease",
                            F10,
                            "a tick that passes over a mark makes it new, so that it never gets old",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                public HeatReply tick(HeatOperation.Tick tick) {
                                    HeatReply reply = super.tick(tick);
                                    probe.reached(marks.values().stream().anyMatch(since -> since < tick.atNanos()));
                                    marks.replaceAll((key, since) -> tick.atNanos());
                                    return reply;
                                }
                            }),
                    Mistake.of(
                            "stale-answer-frees",
                            F1,
                            "an answer to an older tick changes no rate, and still clears the new mark",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void stale(Entry entry) {
                                    super.stale(entry);
                                    probe.reached(marks.containsKey(entry.key));
                                    marks.remove(entry.key);
                                }
                            }),
                    Mistake.of(
                                    "in-flight-keys-do-not-decay",
                                    T1,
                                    "a tick passes over what is in flight before it decays it",
                                    (config, contract, probe) -> new Textbook(config, contract) {
                                        @Override
                                        void tickDecays(Entry entry, long nowNanos) {
                                            if (passesOver(entry)) {
                                                probe.reached(nowNanos != entry.asOfNanos);
                                            } else {
                                                super.tickDecays(entry, nowNanos);
                                            }
                                        }
                                    })
                            .underPublished())
            .stream()
            .map(Mistake::onlyWithMarks)
            .toList();

    private MarkMistakes() {}

    private static Mistake leaked(String on, Textbook.Leaving leaving) {
        return Mistake.of(
                        "mark-leaked-on-" + on,
                        T4,
                        "a key that went by " + on + " stays in flight, and is silenced when it comes back",
                        (config, contract, probe) -> new Textbook(config, contract) {
                            @Override
                            void unmark(String key, Leaving why) {
                                if (why == leaving) {
                                    probe.reached(marks.containsKey(key));
                                } else {
                                    super.unmark(key, why);
                                }
                            }
                        })
                .historic();
    }
}
