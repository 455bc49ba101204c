package dev.halflife.sim.write.interference;

import static dev.halflife.model.write.interference.InterferenceRule.I2;
import static dev.halflife.model.write.interference.InterferenceRule.I3;
import static dev.halflife.sim.write.interference.TextbookTracker.MISTAKES;

import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.interference.InterferenceReply.Reason;
import dev.halflife.sim.defect.Defect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What goes wrong with what a trigger says and with what suppresses one (I2, I3). */
final class TriggerMistakes {

    static final List<Defect<InterferenceConfig, InterferenceOperation, InterferenceReply>> ALL = List.of(
            MISTAKES.invented(
                    "cooldown-comes-first",
                    I2,
                    "where both a pending request and the cooldown suppress, the cooldown is told",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean awaitsFeedback(InterferenceOperation.Accumulate add) {
                            boolean awaits = super.awaitsFeedback(add);
                            probe.reached(awaits && isCooling(add));
                            return awaits && !isCooling(add);
                        }
                    }),
            MISTAKES.invented(
                    "pending-request-ignored",
                    I2,
                    "a trigger does not wait for the feedback to the one before",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean awaitsFeedback(InterferenceOperation.Accumulate add) {
                            probe.reached(super.awaitsFeedback(add));
                            return false;
                        }
                    }),
            MISTAKES.invented(
                    "cooldown-ignored",
                    I2,
                    "a trigger comes as soon as the one before is answered",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isCooling(InterferenceOperation.Accumulate add) {
                            probe.reached(super.isCooling(add));
                            return false;
                        }
                    }),
            MISTAKES.invented(
                    "cooldown-too-short",
                    I2,
                    "the cooldown lasts a nanosecond less",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isCooling(InterferenceOperation.Accumulate add) {
                            long elapsedNanos = elapsedNanos(cooldownFromNanos, add.atNanos());
                            probe.reached(cooling && elapsedNanos == add.cooldownNanos() - 1);
                            return super.isCooling(add) && elapsedNanos < add.cooldownNanos() - 1;
                        }
                    }),
            MISTAKES.invented(
                    "cooldown-per-namespace",
                    I2,
                    "each namespace has a cooldown of its own",
                    (config, probe) -> new TextbookTracker(config) {
                        private final Set<String> cooled = new LinkedHashSet<>();

                        @Override
                        boolean isCooling(InterferenceOperation.Accumulate add) {
                            boolean own = cooled.contains(add.namespace());
                            probe.reached(super.isCooling(add) && !own);
                            return super.isCooling(add) && own;
                        }

                        @Override
                        InterferenceReply triggered(InterferenceOperation.Accumulate add, float total) {
                            cooled.clear();
                            cooled.add(add.namespace());
                            return super.triggered(add, total);
                        }
                    }),
            MISTAKES.invented(
                    "clock-going-back-ends-the-cooldown",
                    I2,
                    "time that goes back counts as time that has passed",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isCooling(InterferenceOperation.Accumulate add) {
                            boolean back = cooling && add.atNanos() < cooldownFromNanos;
                            probe.reached(back);
                            return back
                                    ? cooldownFromNanos - add.atNanos() < add.cooldownNanos()
                                    : super.isCooling(add);
                        }
                    }),
            MISTAKES.invented(
                    "suppression-reports-its-namespace-only",
                    I2,
                    "what is suppressed reports the score of its namespace in place of the total",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        InterferenceReply suppressed(Reason reason, InterferenceOperation.Accumulate add, float total) {
                            float own = scores.getOrDefault(add.namespace(), 0f);
                            probe.reached(own < total);
                            return super.suppressed(reason, add, own);
                        }
                    }),
            MISTAKES.invented(
                    "expired-request-takes-its-cooldown-along",
                    I2,
                    "when a request outlives its lease its cooldown is forgotten too",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        void expire(long nowNanos) {
                            boolean expired = hasExpired(nowNanos);
                            probe.reached(expired);
                            super.expire(nowNanos);
                            cooling &= !expired;
                        }
                    }),
            MISTAKES.invented(
                    "cooldown-too-long",
                    I3,
                    "the cooldown lasts a nanosecond more",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isCooling(InterferenceOperation.Accumulate add) {
                            boolean last =
                                    cooling && elapsedNanos(cooldownFromNanos, add.atNanos()) == add.cooldownNanos();
                            probe.reached(last);
                            return last || super.isCooling(add);
                        }
                    }),
            MISTAKES.invented(
                    "cooldown-from-feedback",
                    I3,
                    "the cooldown begins when the request is answered",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        public InterferenceReply feedback(InterferenceOperation.Feedback feedback) {
                            boolean pending = remembered != null;
                            InterferenceReply reply = super.feedback(feedback);
                            if (pending) {
                                probe.reached(feedback.atNanos() > cooldownFromNanos);
                                startCooldown(feedback.atNanos());
                            }
                            return reply;
                        }
                    }),
            MISTAKES.invented(
                    "suppression-renews-the-cooldown",
                    I3,
                    "each call that the cooldown suppresses begins it anew",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        InterferenceReply suppressed(Reason reason, InterferenceOperation.Accumulate add, float total) {
                            if (reason == Reason.COOLDOWN) {
                                probe.reached(add.atNanos() > cooldownFromNanos);
                                startCooldown(Math.max(cooldownFromNanos, add.atNanos()));
                            }
                            return super.suppressed(reason, add, total);
                        }
                    }),
            MISTAKES.invented(
                    "first-trigger-cools-too",
                    I3,
                    "time begins with a cooldown, as if a trigger had been at 0",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isCooling(InterferenceOperation.Accumulate add) {
                            probe.reached(!cooling);
                            cooling = true;
                            return super.isCooling(add);
                        }
                    }),
            MISTAKES.invented(
                    "namespaces-unsorted",
                    I3,
                    "a trigger names its namespaces in the order in which they first came",
                    (config, probe) -> new TextbookTracker(config) {
                        private final Map<String, Boolean> arrived = new LinkedHashMap<>();

                        @Override
                        void add(String namespace, float score) {
                            super.add(namespace, score);
                            arrived.put(namespace, true);
                        }

                        @Override
                        List<String> named(InterferenceOperation.Accumulate add) {
                            List<String> named = new ArrayList<>(arrived.keySet());
                            named.retainAll(scores.keySet());
                            probe.reached(!named.equals(super.named(add)));
                            return named;
                        }
                    }),
            MISTAKES.invented(
                    "trigger-names-its-namespace-only",
                    I3,
                    "a trigger names the namespace that reached the threshold, and no other",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        List<String> named(InterferenceOperation.Accumulate add) {
                            probe.reached(scores.size() > 1);
                            return Collections.singletonList(add.namespace());
                        }
                    }),
            MISTAKES.invented(
                    "trigger-not-remembered",
                    I3,
                    "a trigger leaves no request to be answered",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        InterferenceReply triggered(InterferenceOperation.Accumulate add, float total) {
                            probe.reached();
                            InterferenceReply reply = super.triggered(add, total);
                            remembered = null;
                            return reply;
                        }
                    }));

    private TriggerMistakes() {}
}
