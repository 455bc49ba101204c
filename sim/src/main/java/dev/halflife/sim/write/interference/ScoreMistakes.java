package dev.halflife.sim.write.interference;

import static dev.halflife.model.write.interference.InterferenceRule.I1;
import static dev.halflife.model.write.interference.InterferenceRule.I5;
import static dev.halflife.sim.write.interference.TextbookTracker.MISTAKES;

import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.sim.defect.Defect;
import java.util.List;

/** What goes wrong with adding scores up, and with the threshold (I1, I5). */
final class ScoreMistakes {

    static final List<Defect<InterferenceConfig, InterferenceOperation, InterferenceReply>> ALL = List.of(
            MISTAKES.invented(
                    "negative-scores-count",
                    I1,
                    "a negative score is added as it is",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        float counted(float score) {
                            probe.reached(score < 0);
                            return score < 0 ? score : super.counted(score);
                        }
                    }),
            MISTAKES.invented(
                    "nan-score-poisons",
                    I1,
                    "a score that is not a number makes its namespace one that is not, and every total",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        float counted(float score) {
                            probe.reached(Float.isNaN(score));
                            return score < 0 ? 0 : score;
                        }
                    }),
            MISTAKES.invented(
                    "infinite-score-poisons",
                    I5,
                    "an infinite score stays one, and what progress leaves of it is not a number",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        void add(String namespace, float score) {
                            scores.merge(namespace, score, Float::sum);
                        }

                        @Override
                        float left(float score, float applied) {
                            probe.reached(score == Float.POSITIVE_INFINITY);
                            return super.left(score, applied);
                        }
                    }),
            MISTAKES.invented(
                    "threshold-must-be-passed",
                    I1,
                    "a total that just reaches the threshold asks for nothing",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isReached(float total, InterferenceOperation.Accumulate add) {
                            probe.reached(total == add.threshold());
                            return total > add.threshold();
                        }
                    }),
            MISTAKES.invented(
                    "threshold-per-namespace",
                    I1,
                    "the threshold is compared with the score of one namespace",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isReached(float total, InterferenceOperation.Accumulate add) {
                            boolean own = scores.getOrDefault(add.namespace(), 0f) >= add.threshold();
                            probe.reached(super.isReached(total, add) != own);
                            return own;
                        }
                    }),
            MISTAKES.invented(
                    "total-before-the-add",
                    I1,
                    "the total is taken before the score is added, and the threshold found reached a call late",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        boolean isReached(float total, InterferenceOperation.Accumulate add) {
                            float before = total - counted(add.score());
                            probe.reached(super.isReached(total, add) && before < add.threshold());
                            return before >= add.threshold();
                        }
                    }),
            MISTAKES.invented(
                    "score-set-instead-of-added",
                    I5,
                    "a namespace has the score that came last",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        void add(String namespace, float score) {
                            probe.reached(scores.getOrDefault(namespace, 0f) > 0);
                            scores.put(namespace, score);
                        }
                    }),
            MISTAKES.invented(
                    "score-given-to-another-namespace",
                    I1,
                    "a new namespace's score goes to the one before it in order",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        void add(String namespace, float score) {
                            String floor = scores.floorKey(namespace);
                            probe.reached(floor != null && !floor.equals(namespace));
                            super.add(floor == null ? namespace : floor, score);
                        }
                    }),
            MISTAKES.invented(
                    "score-lost-while-pending",
                    I5,
                    "what comes while a request is pending is counted in the reply and then forgotten",
                    (config, probe) -> new TextbookTracker(config) {
                        @Override
                        InterferenceReply suppressed(
                                InterferenceReply.Reason reason, InterferenceOperation.Accumulate add, float total) {
                            if (reason == InterferenceReply.Reason.AWAITING_FEEDBACK) {
                                float score = counted(add.score());
                                probe.reached(score > 0);
                                scores.merge(add.namespace(), score, (all, its) -> all - its);
                            }
                            return super.suppressed(reason, add, total);
                        }
                    }));

    private ScoreMistakes() {}
}
