package dev.halflife.sim.write.interference;

import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceOperation.Outcome;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.interference.InterferenceReply.Reason;
import dev.halflife.model.write.interference.InterferenceReply.Taken;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The published tracker with one thing wrong. */
final class DefectiveTracker
        implements Subject<InterferenceOperation, InterferenceReply>, InterferenceOperation.Cases<InterferenceReply> {

    /** What is wrong, and the rule that convicts it. */
    enum Defect {
        NEGATIVE_SCORES_COUNT("I1"),
        NAN_POISONS("I1"),
        THRESHOLD_MUST_BE_PASSED("I1"),
        COOLDOWN_COMES_FIRST("I2"),
        COOLDOWN_IGNORED("I2"),
        PENDING_IGNORED("I2"),
        SUPPRESSION_REPORTS_ITS_NAMESPACE_ONLY("I2"),
        COOLDOWN_COUNTS_FROM_FEEDBACK("I3"),
        COOLDOWN_LASTS_ONE_NANOSECOND_MORE("I3"),
        NAMESPACES_OUT_OF_ORDER("I3"),
        NAMES_ITS_NAMESPACE_ONLY("I3"),
        TRIGGER_IS_NOT_REMEMBERED("I3"),
        PENDING_KEPT_ON_FAILURE("I4"),
        PENDING_KEPT_WITHOUT_PROGRESS("I4"),
        FAILURE_SUBTRACTS("I4"),
        PROGRESS_TAKES_WHAT_CAME_SINCE("I4"),
        NEGLIGIBLE_NAMESPACES_KEPT("I4"),
        PROGRESS_LOSES_WHAT_CAME_SINCE("I5"),
        SMALL_NAMESPACES_DROPPED("I5");

        final String rule;

        Defect(String rule) {
            this.rule = rule;
        }
    }

    private final Defect defect;
    private final TreeMap<String, Float> backlog = new TreeMap<>();
    private @Nullable Map<String, Float> remembered;
    private boolean everTriggered;
    private long cooldownFromNanos;

    DefectiveTracker(Defect defect) {
        this.defect = defect;
    }

    private boolean has(Defect one) {
        return defect == one;
    }

    @Override
    public InterferenceReply apply(InterferenceOperation operation) {
        return operation.match(this);
    }

    @Override
    public InterferenceReply accumulate(InterferenceOperation.Accumulate add) {
        backlog.merge(add.namespace(), score(add.score()), Float::sum);
        float total = total();
        boolean below = has(Defect.THRESHOLD_MUST_BE_PASSED) ? total <= add.threshold() : total < add.threshold();
        if (below) {
            return new InterferenceReply.Nothing();
        }
        long cooldown = add.cooldownNanos() + (has(Defect.COOLDOWN_LASTS_ONE_NANOSECOND_MORE) ? 1 : 0);
        boolean cools = everTriggered
                && !has(Defect.COOLDOWN_IGNORED)
                && Math.max(0, add.atNanos() - cooldownFromNanos) < cooldown;
        boolean awaits = remembered != null && !has(Defect.PENDING_IGNORED);
        float reported =
                has(Defect.SUPPRESSION_REPORTS_ITS_NAMESPACE_ONLY) ? backlog.getOrDefault(add.namespace(), 0f) : total;
        if (awaits && !(has(Defect.COOLDOWN_COMES_FIRST) && cools)) {
            return new InterferenceReply.Suppressed(Reason.AWAITING_FEEDBACK, reported);
        }
        if (cools) {
            return new InterferenceReply.Suppressed(Reason.COOLDOWN, reported);
        }
        everTriggered = true;
        cooldownFromNanos = add.atNanos();
        remembered = has(Defect.TRIGGER_IS_NOT_REMEMBERED) ? null : Map.copyOf(backlog);
        return new InterferenceReply.Triggered(names(add.namespace()), total);
    }

    private float score(float score) {
        boolean asIs =
                (has(Defect.NEGATIVE_SCORES_COUNT) && score < 0) || (has(Defect.NAN_POISONS) && Float.isNaN(score));
        return asIs || score > 0 ? score : 0;
    }

    private List<String> names(String own) {
        List<String> names = new ArrayList<>(backlog.keySet());
        if (has(Defect.NAMESPACES_OUT_OF_ORDER)) {
            Collections.reverse(names);
        }
        return has(Defect.NAMES_ITS_NAMESPACE_ONLY) ? List.of(own) : names;
    }

    @Override
    public InterferenceReply feedback(InterferenceOperation.Feedback feedback) {
        Map<String, Float> then = remembered;
        if (then == null) {
            return new InterferenceReply.Answered(Taken.NO_PENDING_TRIGGER, 0, total());
        }
        boolean kept = (has(Defect.PENDING_KEPT_ON_FAILURE) && feedback.outcome() == Outcome.FAILED)
                || (has(Defect.PENDING_KEPT_WITHOUT_PROGRESS) && feedback.outcome() == Outcome.NO_PROGRESS);
        remembered = kept ? then : null;
        if (has(Defect.COOLDOWN_COUNTS_FROM_FEEDBACK)) {
            cooldownFromNanos = feedback.atNanos();
        }
        float reduced = 0;
        if (feedback.outcome() == Outcome.PROGRESS
                || (has(Defect.FAILURE_SUBTRACTS) && feedback.outcome() == Outcome.FAILED)) {
            reduced = subtract(then);
        }
        return new InterferenceReply.Answered(Taken.valueOf(feedback.outcome().name()), reduced, total());
    }

    private float subtract(Map<String, Float> then) {
        float reduced = 0;
        for (Map.Entry<String, Float> entry : backlog.entrySet()) {
            float applied = has(Defect.PROGRESS_TAKES_WHAT_CAME_SINCE)
                    ? entry.getValue()
                    : Math.min(entry.getValue(), then.getOrDefault(entry.getKey(), 0f));
            entry.setValue(has(Defect.PROGRESS_LOSES_WHAT_CAME_SINCE) ? 0 : entry.getValue() - applied);
            reduced += applied;
        }
        float least = has(Defect.SMALL_NAMESPACES_DROPPED) ? 0.3f : 1e-6f;
        if (!has(Defect.NEGLIGIBLE_NAMESPACES_KEPT)) {
            backlog.values().removeIf(score -> !(score > least));
        }
        return reduced;
    }

    @Override
    public InterferenceReply backlog(InterferenceOperation.Backlog ask) {
        List<InterferenceReply.Score> scores = new ArrayList<>();
        backlog.forEach((namespace, score) -> scores.add(new InterferenceReply.Score(namespace, score)));
        return new InterferenceReply.Backlog(scores, remembered != null);
    }

    private float total() {
        float total = 0;
        for (float score : backlog.values()) {
            total += score;
        }
        return total;
    }
}
