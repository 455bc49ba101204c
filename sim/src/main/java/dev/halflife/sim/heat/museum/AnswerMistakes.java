package dev.halflife.sim.heat.museum;

import static dev.halflife.model.heat.HeatRule.F1;
import static dev.halflife.model.heat.HeatRule.F13;
import static dev.halflife.model.heat.HeatRule.T2;
import static dev.halflife.model.heat.HeatRule.T3;
import static dev.halflife.model.heat.HeatRule.T5;

import dev.halflife.model.Finding;
import dev.halflife.model.heat.Belief;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import java.util.List;

/** What goes wrong when the sink has answered, or has not (T2, T3, T5, F1, F13). */
final class AnswerMistakes {

    static final List<Mistake> ALL = List.of(
            Mistake.of(
                    "commit-re-creates-a-removed-counter",
                    T2,
                    "a commit gets or creates the counter it is about",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void committed(String key, long tick, double rate) {
                            if (!tracked.containsKey(key)) {
                                probe.reached();
                                track(returning(key), config.policy().halfLifeNanos(), 0);
                            }
                            super.committed(key, tick, rate);
                        }
                    }),
            Mistake.of(
                    "commit-records-the-rate-of-now",
                    T2,
                    "a commit records the counter's rate instead of the announced one",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void learn(Entry entry, double rate) {
                            probe.reached(rate != entry.rate);
                            super.learn(entry, entry.rate);
                        }
                    }),
            Mistake.of(
                            "commit-forgotten",
                            T2,
                            "a commit clears marks and records nothing",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void learn(Entry entry, double rate) {
                                    probe.reached();
                                }
                            })
                    .explored(),
            Mistake.of(
                    "commit-prunes-live-counters",
                    T3,
                    "a commit prunes what was withdrawn, though it was read since",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean isPrunable(Entry entry) {
                            boolean withdrawn = isWithdrawn(entry.announced());
                            probe.reached(withdrawn && entry.rate > 0);
                            return withdrawn;
                        }
                    }),
            Mistake.of(
                    "empty-commit-does-not-prune",
                    T3,
                    "a commit of nothing does nothing",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void prune(boolean nothingCommitted) {
                            probe.reached(nothingCommitted
                                    && tracked.values().stream().anyMatch(this::isPrunable));
                            if (!nothingCommitted) {
                                super.prune(false);
                            }
                        }
                    }),
            Mistake.of(
                    "negative-zero-is-not-zero",
                    T3,
                    "a withdrawal is remembered as 0 times −1, and no comparison by bits takes −0 for 0",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean isWithdrawn(double announced) {
                            probe.reached(announced == 0);
                            return Double.valueOf(announced * -1).equals(0.0);
                        }
                    }),
            Mistake.of(
                            "withdrawal-prunes-at-tick",
                            T3,
                            "a tick prunes what it withdraws before the sink has confirmed it",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void issue(Entry entry, HeatOperation.Tick tick, List<HeatReply.Emission> emissions) {
                                    super.issue(entry, tick, emissions);
                                    probe.reached(entry.rate == 0);
                                    if (entry.rate == 0) {
                                        leave(entry.key, Leaving.PRUNED);
                                    }
                                }
                            })
                    .historic()
                    .underPublished(),
            Mistake.of(
                            "uncommitted-not-reissued",
                            T5,
                            "a tick passes over what was announced and not answered, though nothing marks it",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                boolean passesOver(Entry entry) {
                                    probe.reached(!entry.answered);
                                    return !entry.answered;
                                }
                            })
                    .onlyWithoutMarks()
                    .explored(),
            Mistake.of(
                    "rollback-records-the-emission",
                    F13,
                    "a rollback takes what was announced for known",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void rolledBack(String key, long tick, double rate) {
                            super.rolledBack(key, tick, rate);
                            probe.reached(tracked.containsKey(key));
                            entry(key).belief = new Belief.Announced(rate);
                        }
                    }),
            Mistake.of(
                    "rollback-means-unseen",
                    F13,
                    "a rollback takes a key for one that peers never heard of",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void rolledBack(String key, long tick, double rate) {
                            super.rolledBack(key, tick, rate);
                            probe.reached(tracked.containsKey(key));
                            entry(key).belief = Belief.Unsettled.NEVER;
                        }
                    }),
            Mistake.of(
                    "commit-after-rollback-counts",
                    F13,
                    "a tick that was rolled back is committed all the same, and known from then on",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean answers(Entry entry, long tick) {
                            boolean again = tick == entry.lastIssue && entry.answered;
                            probe.reached(again);
                            return again || super.answers(entry, tick);
                        }
                    }),
            Mistake.published(
                    "ambiguous-failure",
                    F13,
                    Finding.F13,
                    "what was never confirmed is taken for never seen, though peers may hold it"),
            Mistake.published(
                    "stale-acknowledgement-applied",
                    F1,
                    Finding.F1,
                    "an answer counts for its keys, whichever tick it answers"),
            Mistake.of(
                    "contested-commit-settles",
                    F1,
                    "a stale answer is forgotten once it was noticed, and the next commit settles the key",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void stale(Entry entry) {
                            super.stale(entry);
                            probe.reached(entry.contested);
                            entry.contested = false;
                        }
                    }));

    private AnswerMistakes() {}
}
