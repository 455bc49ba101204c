package dev.halflife.sim.write.breaker;

import static dev.halflife.model.write.breaker.BreakerRule.B1;
import static dev.halflife.model.write.breaker.BreakerRule.B2;
import static dev.halflife.model.write.breaker.BreakerRule.B3;
import static dev.halflife.sim.write.breaker.TextbookBreaker.MISTAKES;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.sim.defect.Defect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes wrong with counting failures, with the open time, and between partitions (B1, B3). */
final class OpeningMistakes {

    private static final long SECOND_NANOS = 1_000_000_000L;

    static final List<Defect<BreakerConfig, BreakerOperation, BreakerReply>> ALL = List.of(
            MISTAKES.invented(
                    "opens-one-failure-late",
                    B1,
                    "it takes a failure more than it should to open",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        boolean isEnough(int failures) {
                            probe.reached(failures == config.failures());
                            return failures > config.failures();
                        }
                    }),
            MISTAKES.invented(
                    "opens-one-failure-early",
                    B1,
                    "it opens with the last failure but one",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        boolean isEnough(int failures) {
                            probe.reached(failures == config.failures() - 1);
                            return failures >= config.failures() - 1;
                        }
                    }),
            MISTAKES.invented(
                    "open-time-too-short",
                    B1,
                    "it stays open a nanosecond less",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        long later(long nowNanos) {
                            probe.reached();
                            return super.later(nowNanos) - 1;
                        }
                    }),
            MISTAKES.invented(
                    "open-time-too-long",
                    B2,
                    "it stays open a nanosecond more",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        long later(long nowNanos) {
                            probe.reached();
                            return super.later(nowNanos) + 1;
                        }
                    }),
            MISTAKES.historic(
                    "clock-in-whole-seconds",
                    B1,
                    "the time is read in whole seconds, and an open time that begins late in one is short of a second",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        long later(long nowNanos) {
                            long intoTheSecond = Math.floorMod(nowNanos, SECOND_NANOS);
                            probe.reached(intoTheSecond > 0);
                            return super.later(nowNanos - intoTheSecond);
                        }
                    }),
            MISTAKES.invented(
                    "open-time-counts-from-the-first-failure",
                    B1,
                    "the open time begins with the first of the failures that opened it",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        void count(Circuit circuit, long nowNanos) {
                            long firstNanos = circuit.failures == 0 ? nowNanos : circuit.endNanos;
                            super.count(circuit, nowNanos);
                            probe.reached(circuit.opened && firstNanos < nowNanos);
                            circuit.endNanos = circuit.opened ? later(firstNanos) : firstNanos;
                        }
                    }),
            MISTAKES.invented(
                    "failures-need-not-be-in-a-row",
                    B1,
                    "a success in between does not clear the failures",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        void close(Circuit circuit) {
                            int failures = circuit.opened ? 0 : circuit.failures;
                            super.close(circuit);
                            probe.reached(failures > 0);
                            circuit.failures = failures;
                        }
                    }),
            MISTAKES.invented(
                    "probe-success-keeps-the-failures",
                    B1,
                    "a success closes it and keeps the count, so that a single failure opens it again",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        void close(Circuit circuit) {
                            int failures = circuit.opened ? circuit.failures : 0;
                            super.close(circuit);
                            probe.reached(failures > 0);
                            circuit.failures = failures;
                        }
                    }),
            MISTAKES.invented(
                    "success-does-not-close",
                    B1,
                    "a success while it is open or half-open is not heard",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        void close(Circuit circuit) {
                            probe.reached(circuit.opened);
                            if (!circuit.opened) {
                                super.close(circuit);
                            }
                        }
                    }),
            MISTAKES.invented(
                    "success-closes-every-partition",
                    B1,
                    "a success in one partition closes the others too",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        void close(Circuit circuit) {
                            for (Circuit each : circuits.values()) {
                                probe.reached(!each.equals(circuit) && each.opened);
                                super.close(each);
                            }
                        }
                    }),
            MISTAKES.invented(
                    "late-failure-retreats-the-timer",
                    B3,
                    "a failure while it is open sets the end, though the one there is may be later",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        void prolong(Circuit circuit, long nowNanos) {
                            probe.reached(later(nowNanos) < circuit.endNanos);
                            circuit.endNanos = later(nowNanos);
                        }
                    }),
            MISTAKES.invented(
                    "late-failures-add-up",
                    B2,
                    "each failure while it is open adds a whole open time to the end",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        void prolong(Circuit circuit, long nowNanos) {
                            probe.reached();
                            circuit.endNanos = later(circuit.endNanos);
                        }
                    }),
            MISTAKES.invented(
                    "failures-counted-together",
                    B3,
                    "one count of failures serves all partitions",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        void count(Circuit circuit, long nowNanos) {
                            int own = circuit.failures;
                            int all = circuits.values().stream()
                                    .mapToInt(each -> each.failures)
                                    .sum();
                            probe.reached(all > own);
                            circuit.failures = all;
                            super.count(circuit, nowNanos);
                            circuit.failures = own + 1;
                        }
                    }),
            MISTAKES.invented(
                    "one-open-partition-shuts-all",
                    B3,
                    "while one partition is open the calls of every partition are refused",
                    (config, probe) -> new TextbookBreaker(config) {
                        @Override
                        public BreakerReply allow(BreakerOperation.Allow allow) {
                            Circuit own = circuit(allow.partition());
                            boolean another = circuits.values().stream()
                                    .anyMatch(each ->
                                            !each.equals(own) && each.opened && !hasEnded(each, allow.atNanos()));
                            probe.reached(another);
                            return another ? new BreakerReply.Allowed(false) : super.allow(allow);
                        }
                    }),
            MISTAKES.invented(
                    "partitions-known-by-their-first-letter",
                    B3,
                    "partitions whose names begin alike share a circuit",
                    (config, probe) -> new TextbookBreaker(config) {
                        private final Map<String, String> firstOf = new LinkedHashMap<>();

                        @Override
                        Circuit circuit(String partition) {
                            String letter = partition.substring(0, Math.min(1, partition.length()));
                            String known = firstOf.computeIfAbsent(letter, first -> partition);
                            probe.reached(!known.equals(partition));
                            return super.circuit(known);
                        }
                    }));

    private OpeningMistakes() {}
}
