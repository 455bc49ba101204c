package dev.halflife.sim.write.breaker;

import static dev.halflife.model.write.breaker.BreakerRule.B2;
import static dev.halflife.model.write.breaker.BreakerRule.F8;
import static dev.halflife.sim.write.breaker.TextbookBreaker.MISTAKES;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.sim.defect.Defect;
import java.util.List;

/** What goes wrong once the open time is over (B2, F8). */
final class ProbeMistakes {

    static final List<Defect<BreakerConfig, BreakerOperation, BreakerReply>> ALL = List.of(
            MISTAKES.historic(
                    "probe-stampede",
                    F8,
                    "once the open time is over every caller is let through",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        boolean isTurnFree(Circuit circuit, long nowNanos) {
                            probe.reached(!super.isTurnFree(circuit, nowNanos));
                            return true;
                        }
                    }),
            MISTAKES.invented(
                    "two-probes",
                    F8,
                    "the caller after the probe is let through as well, and no more than that",
                    (config, probe) -> new TextbookBreaker(config) {
                        private boolean second;

                        @Override
                        boolean isTurnFree(Circuit circuit, long nowNanos) {
                            boolean free = super.isTurnFree(circuit, nowNanos);
                            second = !free && !second;
                            probe.reached(second);
                            return free || second;
                        }
                    }),
            MISTAKES.invented(
                    "probe-of-one-partition-frees-all",
                    F8,
                    "whose turn it is, is kept once for all partitions, and the last probe let through is the one known",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        void probe(Circuit circuit, long nowNanos) {
                            for (Circuit each : circuits.values()) {
                                probe.reached(!each.equals(circuit) && each.probing);
                                each.probing = false;
                            }
                            super.probe(circuit, nowNanos);
                        }
                    }),
            MISTAKES.invented(
                    "probe-loses-its-turn-early",
                    F8,
                    "a probe has half an open time to report",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        boolean isTurnFree(Circuit circuit, long nowNanos) {
                            boolean free = super.isTurnFree(circuit, nowNanos);
                            boolean late = nowNanos - circuit.probeNanos > config.openNanos() / 2;
                            probe.reached(!free && late);
                            return free || late;
                        }
                    }),
            MISTAKES.invented(
                    "lost-probe-wedges",
                    B2,
                    "a probe that never reports keeps its turn for ever",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        boolean isTurnFree(Circuit circuit, long nowNanos) {
                            probe.reached(circuit.probing && super.isTurnFree(circuit, nowNanos));
                            return !circuit.probing;
                        }
                    }),
            MISTAKES.invented(
                    "refused-call-renews-the-turn",
                    B2,
                    "each call that is refused gives the probe its whole time again",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        boolean isTurnFree(Circuit circuit, long nowNanos) {
                            boolean free = super.isTurnFree(circuit, nowNanos);
                            if (!free) {
                                probe.reached(nowNanos > circuit.probeNanos);
                                circuit.probeNanos = Math.max(nowNanos, circuit.probeNanos);
                            }
                            return free;
                        }
                    }),
            MISTAKES.invented(
                    "never-half-open",
                    B2,
                    "what is open stays so until a success",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        boolean hasEnded(Circuit circuit, long nowNanos) {
                            probe.reached(super.hasEnded(circuit, nowNanos));
                            return false;
                        }
                    }),
            MISTAKES.invented(
                    "still-open-at-the-end",
                    B2,
                    "exactly at the end of the open time it is still open",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        boolean hasEnded(Circuit circuit, long nowNanos) {
                            probe.reached(nowNanos == circuit.endNanos);
                            return nowNanos > circuit.endNanos;
                        }
                    }),
            MISTAKES.invented(
                    "failed-probe-does-not-reopen",
                    B2,
                    "a probe's failure opens nothing, and the next caller is let through",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        void reopen(Circuit circuit, long nowNanos) {
                            probe.reached();
                            circuit.probing = false;
                        }
                    }),
            MISTAKES.invented(
                    "failed-probe-counts-as-the-first",
                    B2,
                    "half-open is closed with a clean slate: it takes as many failures again to open it",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        void reopen(Circuit circuit, long nowNanos) {
                            probe.reached(config.failures() > 1);
                            close(circuit);
                            count(circuit, nowNanos);
                        }
                    }),
            MISTAKES.invented(
                    "looking-takes-the-turn",
                    B2,
                    "asking for the state uses the calling method, and so takes the probe's turn",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        public BreakerReply state(BreakerOperation.State ask) {
                            BreakerReply told = super.state(ask);
                            Circuit circuit = circuit(ask.partition());
                            probe.reached(circuit.opened && !circuit.probing && hasEnded(circuit, ask.atNanos()));
                            allow(new BreakerOperation.Allow(ask.atNanos(), ask.partition()));
                            return told;
                        }
                    }),
            MISTAKES.invented(
                    "refused-call-counts-as-a-failure",
                    B2,
                    "a call that is refused while it is open prolongs that",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        public BreakerReply allow(BreakerOperation.Allow allow) {
                            Circuit circuit = circuit(allow.partition());
                            if (circuit.opened && !hasEnded(circuit, allow.atNanos())) {
                                probe.reached(later(allow.atNanos()) > circuit.endNanos);
                                prolong(circuit, allow.atNanos());
                            }
                            return super.allow(allow);
                        }
                    }));

    private ProbeMistakes() {}
}
