package dev.halflife.sim.heat.museum;

import static dev.halflife.model.heat.HeatRule.E1;
import static dev.halflife.model.heat.HeatRule.E2;
import static dev.halflife.model.heat.HeatRule.E3;
import static dev.halflife.model.heat.HeatRule.E4;
import static dev.halflife.model.heat.HeatRule.E5;
import static dev.halflife.model.heat.HeatRule.E6;
import static dev.halflife.model.heat.HeatRule.E7;
import static dev.halflife.model.heat.HeatRule.E8;
import static dev.halflife.model.heat.HeatRule.F5;
import static dev.halflife.model.heat.HeatRule.T1;

import dev.halflife.model.Finding;
import dev.halflife.model.heat.Belief;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import java.util.List;

/** What goes wrong when a tick decides what to tell (E1 to E8, T1, F5). */
final class EmissionMistakes {

    static final List<Mistake> ALL = List.of(
            Mistake.of(
                    "disabled-policy-still-announces",
                    E1,
                    "whether the policy is enabled is never asked",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean isDue(Entry entry) {
                            boolean disabled = !config.policy().enabled();
                            probe.reached(disabled && entry.rate > 0);
                            return disabled ? entry.rate > 0 : super.isDue(entry);
                        }
                    }),
            Mistake.of(
                            "disabled-policy-still-withdraws",
                            E1,
                            "a disabled policy announces no heat, and still withdraws what has none",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                boolean isDue(Entry entry) {
                                    boolean disabled = !config.policy().enabled();
                                    probe.reached(disabled && entry.rate == 0);
                                    return disabled ? entry.rate == 0 : super.isDue(entry);
                                }
                            })
                    .underPublished(),
            Mistake.of(
                    "withdrawal-is-minus-one",
                    E2,
                    "a withdrawal is announced as −1, which is no rate",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        double told(double rate) {
                            probe.reached(rate == 0);
                            return rate == 0 ? -1 : rate;
                        }
                    }),
            Mistake.of(
                            "first-announcement-waits-for-the-ratio",
                            E3,
                            "with nothing announced yet, a rate is compared with 1",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                boolean isFirstDue(double rate) {
                                    boolean due = rate >= config.policy().emitRatio();
                                    probe.reached(rate > 0 && !due);
                                    return due;
                                }
                            })
                    .explored(),
            Mistake.of(
                            "fresh-zero-announced",
                            E3,
                            "with nothing announced yet, a rate of 0 is withdrawn",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                boolean isFirstDue(double rate) {
                                    probe.reached(rate == 0);
                                    return true;
                                }
                            })
                    .underPublished(),
            Mistake.of(
                    "withdrawal-never-sent",
                    E4,
                    "a rate of 0 has no quotient, and is not worth telling",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean isWithdrawalDue(double announced) {
                            probe.reached(announced > 0);
                            return false;
                        }
                    }),
            Mistake.of(
                    "withdrawal-repeated",
                    E5,
                    "what was withdrawn is withdrawn again",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean isWithdrawalDue(double announced) {
                            probe.reached(announced <= 0);
                            return true;
                        }
                    }),
            Mistake.of(
                    "infinite-quotient",
                    E6,
                    "the quotient with an announced rate of 0 is infinite, and is dropped as no number",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean hasMoved(double rate, double announced) {
                            boolean infinite = rate > 0 && !Double.isFinite(rate / announced);
                            probe.reached(infinite);
                            return !infinite && super.hasMoved(rate, announced);
                        }
                    }),
            Mistake.of(
                            "quotient-at-eps",
                            E6,
                            "every announced rate above 0 is good enough for a quotient",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                boolean hasNoQuotient(double rate, double announced) {
                                    boolean none = announced <= 0;
                                    probe.reached(none != super.hasNoQuotient(rate, announced)
                                            && !isFarEnough(rate, announced));
                                    return none;
                                }
                            })
                    .historic(),
            Mistake.of(
                    "eps-is-above-eps",
                    E6,
                    "a rate of exactly 2^-52 is good enough for a quotient",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean hasNoQuotient(double rate, double announced) {
                            boolean none = rate < 0x1p-52 || announced < 0x1p-52;
                            probe.reached(
                                    none != super.hasNoQuotient(rate, announced) && !isFarEnough(rate, announced));
                            return none;
                        }
                    }),
            Mistake.of(
                    "halving-not-announced",
                    E7,
                    "only a rate that rose is compared with the ratio",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean isFarEnough(double rate, double announced) {
                            boolean due = rate / announced >= config.policy().emitRatio();
                            probe.reached(due != super.isFarEnough(rate, announced));
                            return due;
                        }
                    }),
            Mistake.of(
                    "difference-for-quotient",
                    E7,
                    "the ratio is compared with the difference of the rates",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean isFarEnough(double rate, double announced) {
                            boolean due = StrictMath.abs(rate - announced)
                                    >= config.policy().emitRatio();
                            probe.reached(due != super.isFarEnough(rate, announced));
                            return due;
                        }
                    }),
            Mistake.of(
                    "threshold-with-a-margin",
                    E7,
                    "the ratio must be passed by a hundredth, to be sure",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean isFarEnough(double rate, double announced) {
                            double ratio = config.policy().emitRatio() * 1.01;
                            boolean due = rate / announced > ratio || announced / rate > ratio;
                            probe.reached(due != super.isFarEnough(rate, announced));
                            return due;
                        }
                    }),
            Mistake.of(
                    "every-change-announced",
                    E8,
                    "a rate that differs at all is announced",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean isFarEnough(double rate, double announced) {
                            boolean due = rate != announced;
                            probe.reached(due != super.isFarEnough(rate, announced));
                            return due;
                        }
                    }),
            Mistake.of(
                    "ratio-hard-coded",
                    E8,
                    "the ratio is 2, whatever the policy says",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean isFarEnough(double rate, double announced) {
                            boolean due = rate / announced >= 2 || announced / rate >= 2;
                            probe.reached(due != super.isFarEnough(rate, announced));
                            return due;
                        }
                    }),
            Mistake.of(
                            "emission-recorded-at-tick",
                            T1,
                            "a tick takes what it announces for known before the sink has confirmed it",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void issue(Entry entry, HeatOperation.Tick tick, List<HeatReply.Emission> emissions) {
                                    probe.reached();
                                    super.issue(entry, tick, emissions);
                                    entry.belief = new Belief.Announced(entry.rate);
                                }
                            })
                    .historic(),
            Mistake.of(
                    "tick-decides-before-it-decays",
                    T1,
                    "a tick goes by the rates that it finds",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void tickDecays(Entry entry, long nowNanos) {
                            probe.reached(entry.rate > 0 && nowNanos > entry.asOfNanos);
                        }
                    }),
            Mistake.of(
                            "two-decisions-a-key",
                            T1,
                            "a tick announces each key twice",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void issue(Entry entry, HeatOperation.Tick tick, List<HeatReply.Emission> emissions) {
                                    probe.reached();
                                    super.issue(entry, tick, emissions);
                                    super.issue(entry, tick, emissions);
                                }
                            })
                    .explored(),
            Mistake.published(
                    "silent-zero-kept", F5, Finding.F5, "a counter at 0 that nobody heard of stays, and takes a room"));

    private EmissionMistakes() {}
}
