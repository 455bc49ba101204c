package dev.halflife.sim.heat.museum;

import static dev.halflife.model.heat.HeatRule.D1;
import static dev.halflife.model.heat.HeatRule.D2;
import static dev.halflife.model.heat.HeatRule.D3;
import static dev.halflife.model.heat.HeatRule.D4;
import static dev.halflife.model.heat.HeatRule.D5;
import static dev.halflife.model.heat.HeatRule.D6;
import static dev.halflife.model.heat.HeatRule.D7;
import static dev.halflife.model.heat.HeatRule.F4;

import dev.halflife.model.Finding;
import dev.halflife.model.heat.HeatReply;
import java.util.List;

/** What goes wrong with a counter and its clock (D1 to D7, F4). */
final class DecayMistakes {

    static final List<Mistake> ALL = List.of(
            Mistake.of(
                            "decay-after-add",
                            D3,
                            "a bump adds its read before it decays, so that the read itself decays",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void count(Entry entry, long nowNanos) {
                                    probe.reached(nowNanos > entry.asOfNanos);
                                    entry.rate += 1;
                                    decay(entry, nowNanos);
                                }
                            })
                    .explored(),
            Mistake.of(
                            "no-decay-on-bump",
                            D3,
                            "a bump adds to the rate as it was, as if it were a rate of now",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void count(Entry entry, long nowNanos) {
                                    probe.reached(entry.rate > 0 && nowNanos > entry.asOfNanos);
                                    entry.asOfNanos = Math.max(entry.asOfNanos, nowNanos);
                                    entry.rate += 1;
                                }
                            })
                    .explored(),
            Mistake.of(
                            "read-counts-twice",
                            D3,
                            "a bump adds 1 as a touch and 1 as a read",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void count(Entry entry, long nowNanos) {
                                    probe.reached();
                                    super.count(entry, nowNanos);
                                    entry.rate += 1;
                                }
                            })
                    .explored(),
            Mistake.of(
                    "adds-nothing-from-16-on",
                    D3,
                    "a rate of 16 is enough, and a bump adds nothing to it",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        void count(Entry entry, long nowNanos) {
                            super.count(entry, nowNanos);
                            probe.reached(entry.rate > 16);
                            entry.rate = Math.min(entry.rate, 16);
                        }
                    }),
            Mistake.of(
                    "decay-twice",
                    D2,
                    "the caller decays, and the callee once more",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        double decayed(double rate, long elapsedNanos, long halfLifeNanos) {
                            double once = super.decayed(rate, elapsedNanos, halfLifeNanos);
                            probe.reached(once != rate);
                            return super.decayed(once, elapsedNanos, halfLifeNanos);
                        }
                    }),
            Mistake.of(
                            "e-instead-of-2",
                            D2,
                            "a half-life is taken for a time constant",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                double remaining(double halfLives) {
                                    probe.reached();
                                    return StrictMath.exp(-halfLives);
                                }
                            })
                    .explored(),
            Mistake.of(
                    "seconds-for-nanoseconds",
                    D2,
                    "elapsed seconds are divided by a half-life in nanoseconds",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        double decayed(double rate, long elapsedNanos, long halfLifeNanos) {
                            probe.reached(rate > 0 && elapsedNanos > 0);
                            return super.decayed(rate, elapsedNanos / 1_000_000_000, halfLifeNanos);
                        }
                    }),
            Mistake.of(
                    "whole-half-lives",
                    D2,
                    "the division is one of integers, so that rates go down in steps",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        double remaining(double halfLives) {
                            probe.reached(halfLives != StrictMath.floor(halfLives));
                            return super.remaining(StrictMath.floor(halfLives));
                        }
                    }),
            Mistake.of(
                    "float-accumulator",
                    D2,
                    "rates are kept as floats",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        double decayed(double rate, long elapsedNanos, long halfLifeNanos) {
                            double exact = super.decayed(rate, elapsedNanos, halfLifeNanos);
                            probe.reached(exact != (float) exact);
                            return (float) exact;
                        }
                    }),
            Mistake.of(
                            "clamp-missing",
                            D4,
                            "a rate goes down to the smallest of numbers and is never 0",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                double clamped(double rate, double halfLives) {
                                    probe.reached(rate > 0 && super.clamped(rate, halfLives) == 0);
                                    return rate;
                                }
                            })
                    .explored(),
            Mistake.of(
                    "clamp-at-32-half-lives",
                    D4,
                    "half the silence is enough for a rate of 0",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        double clamped(double rate, double halfLives) {
                            double right = super.clamped(rate, halfLives);
                            probe.reached(halfLives > 32 && right > 0);
                            return halfLives > 32 ? 0 : right;
                        }
                    }),
            Mistake.of(
                    "clamp-at-eps",
                    D4,
                    "a rate of exactly 2^-52 is taken for one below it",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        double clamped(double rate, double halfLives) {
                            probe.reached(rate == 0x1p-52 && halfLives <= 64);
                            return rate == 0x1p-52 ? 0 : super.clamped(rate, halfLives);
                        }
                    }),
            Mistake.of(
                    "zero-half-life-decays-at-once",
                    D5,
                    "a zero half-life is divided by: what never decays is gone at once",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        boolean neverDecays(long halfLifeNanos) {
                            probe.reached(halfLifeNanos == 0);
                            return false;
                        }
                    }),
            Mistake.of(
                    "zero-half-life-means-default",
                    D5,
                    "a zero half-life is taken for one that was not given",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        double decayed(double rate, long elapsedNanos, long halfLifeNanos) {
                            probe.reached(halfLifeNanos == 0 && rate > 0 && elapsedNanos > 0);
                            long given = halfLifeNanos == 0 ? config.policy().halfLifeNanos() : halfLifeNanos;
                            return super.decayed(rate, elapsedNanos, given);
                        }
                    }),
            Mistake.of(
                            "negative-elapsed-adds-heat",
                            D6,
                            "a negative elapsed time is a negative exponent: the rate grows",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void decay(Entry entry, long nowNanos) {
                                    if (nowNanos < entry.asOfNanos && entry.halfLifeNanos > 0 && entry.rate > 0) {
                                        probe.reached();
                                        entry.rate *=
                                                remaining((nowNanos - entry.asOfNanos) / (double) entry.halfLifeNanos);
                                    }
                                    super.decay(entry, nowNanos);
                                }
                            })
                    .explored(),
            Mistake.of(
                    "absolute-elapsed",
                    D6,
                    "a clock that goes back decays as far as one that goes on",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        long elapsedNanos(long fromNanos, long toNanos) {
                            probe.reached(toNanos < fromNanos);
                            return super.elapsedNanos(Math.min(fromNanos, toNanos), Math.max(fromNanos, toNanos));
                        }
                    }),
            Mistake.published(
                    "backward-clock-followed",
                    F4,
                    Finding.F4,
                    "asOf follows the clock back, and the overlap is decayed twice"),
            Mistake.of(
                            "fresh-counter-starts-at-one",
                            D1,
                            "a counter is created with the read that will be counted yet",
                            (config, contract, probe) -> new Textbook(config, contract) {
                                @Override
                                void track(Entry entry, long halfLifeNanos, long nowNanos) {
                                    probe.reached();
                                    super.track(entry, halfLifeNanos, nowNanos);
                                    entry.rate = 1;
                                }
                            })
                    .explored(),
            Mistake.of(
                    "reading-decays",
                    D7,
                    "an observation decays the counter and keeps what it found",
                    (config, contract, probe) -> new Textbook(config, contract) {
                        @Override
                        HeatReply read(Entry entry, long nowNanos) {
                            probe.reached(nowNanos > entry.asOfNanos);
                            decay(entry, nowNanos);
                            return super.read(entry, nowNanos);
                        }
                    }));

    private DecayMistakes() {}
}
