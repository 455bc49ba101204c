package dev.halflife.sim.write.interference;

import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.interference.InterferenceReply.Reason;
import dev.halflife.model.write.interference.InterferenceReply.Taken;
import dev.halflife.sim.defect.Mistakes;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An interference tracker as a textbook has it: the strict rules in the plainest way, a method per step. What defects are
 * defective about.
 */
class TextbookTracker
        implements Subject<InterferenceOperation, InterferenceReply>, InterferenceOperation.Cases<InterferenceReply> {

    /** Makes defects that are a mistake in one of these. */
    static final Mistakes<InterferenceConfig, InterferenceOperation, InterferenceReply> MISTAKES =
            new Mistakes<>(TextbookTracker::new, 4_000);

    static final float NEGLIGIBLE = 1e-6f;

    private static final InterferenceReply NOTHING = new InterferenceReply.Nothing();

    final InterferenceConfig config;

    /** By namespace, in order. */
    final TreeMap<String, Float> scores = new TreeMap<>();

    /** What the pending request remembers; null without one. */
    @Nullable
    Map<String, Float> remembered;

    long requestedNanos;
    boolean cooling;
    long cooldownFromNanos;

    TextbookTracker(InterferenceConfig config) {
        this.config = config;
    }

    @Override
    public InterferenceReply apply(InterferenceOperation operation) {
        return operation.match(this);
    }

    @Override
    public InterferenceReply accumulate(InterferenceOperation.Accumulate add) {
        expire(add.atNanos());
        add(add.namespace(), counted(add.score()));
        float total = total();
        return isReached(total, add) ? act(add, total) : NOTHING;
    }

    /** I1. */
    float counted(float score) {
        return score > 0 ? score : 0;
    }

    void add(String namespace, float score) {
        scores.put(namespace, sum(scores.getOrDefault(namespace, 0f), score));
    }

    /** Stops at the largest float, as an infinite score would turn into NaN when it is subtracted. */
    static float sum(float one, float other) {
        return Math.min(one + other, Float.MAX_VALUE);
    }

    final float total() {
        return scores.values().stream().reduce(0f, TextbookTracker::sum);
    }

    boolean isReached(float total, InterferenceOperation.Accumulate add) {
        return total >= add.threshold();
    }

    InterferenceReply act(InterferenceOperation.Accumulate add, float total) {
        if (awaitsFeedback(add)) {
            return suppressed(Reason.AWAITING_FEEDBACK, add, total);
        }
        return isCooling(add) ? suppressed(Reason.COOLDOWN, add, total) : triggered(add, total);
    }

    boolean awaitsFeedback(InterferenceOperation.Accumulate add) {
        return remembered != null;
    }

    boolean isCooling(InterferenceOperation.Accumulate add) {
        return cooling && elapsedNanos(cooldownFromNanos, add.atNanos()) < add.cooldownNanos();
    }

    /** Time from one instant to another; none where the clock went back. */
    long elapsedNanos(long fromNanos, long toNanos) {
        return toNanos <= fromNanos ? 0 : toNanos - fromNanos;
    }

    /** I2. */
    InterferenceReply suppressed(Reason reason, InterferenceOperation.Accumulate add, float total) {
        return new InterferenceReply.Suppressed(reason, total);
    }

    /** I3. */
    InterferenceReply triggered(InterferenceOperation.Accumulate add, float total) {
        remembered = Map.copyOf(scores);
        requestedNanos = add.atNanos();
        startCooldown(add.atNanos());
        return new InterferenceReply.Triggered(named(add), total);
    }

    void startCooldown(long nowNanos) {
        cooling = true;
        cooldownFromNanos = nowNanos;
    }

    List<String> named(InterferenceOperation.Accumulate add) {
        return List.copyOf(scores.keySet());
    }

    /** A request that has outlived its lease has failed (F9). */
    void expire(long nowNanos) {
        if (hasExpired(nowNanos)) {
            remembered = null;
        }
    }

    boolean hasExpired(long nowNanos) {
        return remembered != null && elapsedNanos(requestedNanos, nowNanos) > config.leaseNanos();
    }

    @Override
    public InterferenceReply feedback(InterferenceOperation.Feedback feedback) {
        expire(feedback.atNanos());
        Map<String, Float> then = remembered;
        if (then == null) {
            return stray();
        }
        if (ends(feedback.outcome())) {
            remembered = null;
        }
        float reduced = isProgress(feedback.outcome()) ? subtract(then) : 0;
        return new InterferenceReply.Answered(taken(feedback.outcome()), reduced, total());
    }

    InterferenceReply stray() {
        return new InterferenceReply.Answered(Taken.NO_PENDING_TRIGGER, 0, total());
    }

    boolean ends(InterferenceOperation.Outcome outcome) {
        return true;
    }

    boolean isProgress(InterferenceOperation.Outcome outcome) {
        return outcome == InterferenceOperation.Outcome.PROGRESS;
    }

    Taken taken(InterferenceOperation.Outcome outcome) {
        return switch (outcome) {
            case PROGRESS -> Taken.PROGRESS;
            case NO_PROGRESS -> Taken.NO_PROGRESS;
            case FAILED -> Taken.FAILED;
        };
    }

    /** Takes what was remembered off each score (I4), and tells how much that was. */
    float subtract(Map<String, Float> then) {
        float reduced = 0;
        for (Map.Entry<String, Float> entry : scores.entrySet()) {
            float applied = Math.min(entry.getValue(), then.getOrDefault(entry.getKey(), 0f));
            entry.setValue(left(entry.getValue(), applied));
            float dropped = entry.getValue() <= NEGLIGIBLE ? entry.getValue() : 0;
            reduced = sum(reduced, applied + dropped);
        }
        scores.values().removeIf(this::isNegligible);
        return reduced;
    }

    float left(float score, float applied) {
        return score - applied;
    }

    boolean isNegligible(float score) {
        return score <= NEGLIGIBLE;
    }

    @Override
    public InterferenceReply backlog(InterferenceOperation.Backlog ask) {
        List<InterferenceReply.Score> told = new ArrayList<>();
        scores.forEach((namespace, score) -> told.add(new InterferenceReply.Score(namespace, score)));
        return new InterferenceReply.Backlog(told, remembered != null && !hasExpired(ask.atNanos()));
    }
}
