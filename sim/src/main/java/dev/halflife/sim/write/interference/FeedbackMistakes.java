package dev.halflife.sim.write.interference;

import static dev.halflife.model.write.interference.InterferenceRule.F9;
import static dev.halflife.model.write.interference.InterferenceRule.I2;
import static dev.halflife.model.write.interference.InterferenceRule.I4;
import static dev.halflife.model.write.interference.InterferenceRule.I5;
import static dev.halflife.sim.write.interference.TextbookTracker.MISTAKES;

import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceOperation.Outcome;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.interference.InterferenceReply.Reason;
import dev.halflife.model.write.interference.InterferenceReply.Taken;
import dev.halflife.sim.defect.Defect;
import java.util.List;
import java.util.Map;

/** What goes wrong with feedback, and with a request that gets none (I4, I5, F9). */
final class FeedbackMistakes {

    static final List<Defect<InterferenceConfig, InterferenceOperation, InterferenceReply>> ALL = List.of(
            MISTAKES.invented(
                    "pending-kept-on-failure",
                    I4,
                    "a failed consolidation stays pending",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean ends(Outcome outcome) {
                            probe.reached(outcome == Outcome.FAILED);
                            return outcome != Outcome.FAILED;
                        }
                    }),
            MISTAKES.invented(
                    "pending-kept-without-progress",
                    I4,
                    "a consolidation that got nowhere stays pending",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean ends(Outcome outcome) {
                            probe.reached(outcome == Outcome.NO_PROGRESS);
                            return outcome != Outcome.NO_PROGRESS;
                        }
                    }),
            MISTAKES.invented(
                    "failure-subtracts",
                    I4,
                    "a failed consolidation takes off what it was asked for",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isProgress(Outcome outcome) {
                            probe.reached(outcome == Outcome.FAILED);
                            return outcome != Outcome.NO_PROGRESS;
                        }
                    }),
            MISTAKES.invented(
                    "no-progress-subtracts",
                    I4,
                    "a consolidation that succeeded takes off what it was asked for, though it made no progress",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isProgress(Outcome outcome) {
                            probe.reached(outcome == Outcome.NO_PROGRESS);
                            return outcome != Outcome.FAILED;
                        }
                    }),
            MISTAKES.invented(
                    "no-progress-taken-for-failure",
                    I4,
                    "whatever is not progress is told as a failure",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        Taken taken(Outcome outcome) {
                            probe.reached(outcome == Outcome.NO_PROGRESS);
                            return isProgress(outcome) ? Taken.PROGRESS : Taken.FAILED;
                        }
                    }),
            MISTAKES.invented(
                    "progress-takes-what-came-since",
                    I4,
                    "progress takes the whole backlog off, and tells so",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        float subtract(Map<String, Float> then) {
                            probe.reached(!then.equals(scores));
                            return super.subtract(Map.copyOf(scores));
                        }
                    }),
            MISTAKES.invented(
                    "backlog-zeroed-on-success",
                    I5,
                    "progress leaves nothing, though it tells that it took off only what it was asked for",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        float left(float score, float applied) {
                            probe.reached(score > applied);
                            return 0;
                        }
                    }),
            MISTAKES.invented(
                    "progress-subtracts-nothing",
                    I5,
                    "progress tells how much it takes off, and takes nothing",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        float left(float score, float applied) {
                            probe.reached(applied > 0);
                            return score;
                        }
                    }),
            MISTAKES.invented(
                    "negligible-namespaces-kept",
                    I4,
                    "namespaces with next to nothing left stay in the backlog",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isNegligible(float score) {
                            probe.reached(super.isNegligible(score));
                            return false;
                        }
                    }),
            MISTAKES.invented(
                    "only-zero-is-negligible",
                    I4,
                    "a namespace is dropped at 0, and kept at less than 1e-6",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isNegligible(float score) {
                            probe.reached(score > 0 && super.isNegligible(score));
                            return score <= 0;
                        }
                    }),
            MISTAKES.invented(
                    "negligible-bound-exclusive",
                    I4,
                    "a namespace with exactly 1e-6 left stays in the backlog",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isNegligible(float score) {
                            probe.reached(score == NEGLIGIBLE);
                            return score < NEGLIGIBLE;
                        }
                    }),
            MISTAKES.invented(
                    "small-namespaces-dropped",
                    I5,
                    "progress drops namespaces that still have a score worth the name",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isNegligible(float score) {
                            boolean small = score <= 0.1f;
                            probe.reached(small && !super.isNegligible(score));
                            return small;
                        }
                    }),
            MISTAKES.invented(
                    "stray-feedback-subtracts",
                    I4,
                    "feedback that answers no request takes off what the last one was asked for",
                    (config, probe) -> new TextbookTracker(config) {
                        private Map<String, Float> last = Map.of();

                        @Override
                        float subtract(Map<String, Float> then) {
                            last = then;
                            return super.subtract(then);
                        }

                        @Override
                        InterferenceReply stray() {
                            probe.reached(!last.isEmpty());
                            return new InterferenceReply.Answered(
                                    Taken.NO_PENDING_TRIGGER, super.subtract(last), total());
                        }
                    }),
            MISTAKES.historic(
                    "wedged-tracker",
                    F9,
                    "a consolidation that never reports leaves its request pending for ever",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean hasExpired(long nowNanos) {
                            probe.reached(super.hasExpired(nowNanos));
                            return false;
                        }
                    }),
            MISTAKES.invented(
                    "suppression-renews-the-request",
                    F9,
                    "each call that a pending request suppresses begins its lease anew, so that it never ends",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        InterferenceReply suppressed(Reason reason, InterferenceOperation.Accumulate add, float total) {
                            if (reason == Reason.AWAITING_FEEDBACK) {
                                probe.reached(add.atNanos() > requestedNanos);
                                requestedNanos = Math.max(requestedNanos, add.atNanos());
                            }
                            return super.suppressed(reason, add, total);
                        }
                    }),
            MISTAKES.invented(
                    "late-feedback-saves-the-request",
                    F9,
                    "feedback is taken for the request that has outlived its lease, as only accumulating looks at that",
                    (config, probe) -> new TextbookTracker(config) {
                        private boolean answering;

                        @Override
                        public InterferenceReply feedback(InterferenceOperation.Feedback feedback) {
                            probe.reached(hasExpired(feedback.atNanos()));
                            answering = true;
                            InterferenceReply reply = super.feedback(feedback);
                            answering = false;
                            return reply;
                        }

                        @Override
                        void expire(long nowNanos) {
                            if (!answering) {
                                super.expire(nowNanos);
                            }
                        }
                    }),
            MISTAKES.invented(
                    "request-expires-with-its-lease",
                    I2,
                    "a request exactly as old as its lease is given up",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean hasExpired(long nowNanos) {
                            boolean just =
                                    remembered != null && elapsedNanos(requestedNanos, nowNanos) == config.leaseNanos();
                            probe.reached(just);
                            return just || super.hasExpired(nowNanos);
                        }
                    }),
            MISTAKES.invented(
                    "expired-request-subtracts",
                    I5,
                    "a request that outlives its lease is taken for done, and its scores are lost",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        void expire(long nowNanos) {
                            Map<String, Float> then = remembered;
                            super.expire(nowNanos);
                            if (then != null && remembered == null) {
                                probe.reached();
                                subtract(then);
                            }
                        }
                    }));

    private FeedbackMistakes() {}
}
