package dev.halflife.sim.write;

import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tracker that counts in doubles and rounds what it tells, enters no namespace for a score of 0, and tells what it drops as
 * reduced.
 */
final class DifferentTracker
        implements Subject<InterferenceOperation, InterferenceReply>, InterferenceOperation.Cases<InterferenceReply> {

    private final long leaseNanos;
    private final Map<String, Double> scores = new LinkedHashMap<>();
    private @Nullable Map<String, Double> requested;
    private @Nullable Long lastNanos;

    DifferentTracker(InterferenceConfig config, boolean leased) {
        this.leaseNanos = leased ? config.leaseNanos() : Long.MAX_VALUE;
    }

    @Override
    public InterferenceReply apply(InterferenceOperation operation) {
        if (requested != null && elapsed(operation.atNanos()) > leaseNanos) {
            requested = null;
        }
        return operation.match(this);
    }

    private long elapsed(long nowNanos) {
        if (lastNanos == null || nowNanos <= lastNanos) {
            return 0;
        }
        long elapsed = nowNanos - lastNanos;
        return elapsed < 0 ? Long.MAX_VALUE : elapsed;
    }

    private double total() {
        double total = 0;
        for (double score : scores.values()) {
            total += score;
        }
        return total;
    }

    private static float rounded(double number) {
        return (float) Math.min(Float.MAX_VALUE, number);
    }

    @Override
    public InterferenceReply accumulate(InterferenceOperation.Accumulate add) {
        if (add.score() > 0) {
            scores.merge(add.namespace(), Math.min((double) add.score(), Float.MAX_VALUE), Double::sum);
            scores.computeIfPresent(add.namespace(), (name, score) -> Math.min(score, Float.MAX_VALUE));
        }
        double total = total();
        if (total < add.threshold() && rounded(total) < add.threshold()) {
            return new InterferenceReply.Nothing();
        }
        if (requested != null) {
            return new InterferenceReply.Suppressed(InterferenceReply.Reason.AWAITING_FEEDBACK, rounded(total));
        }
        if (lastNanos != null && elapsed(add.atNanos()) < add.cooldownNanos()) {
            return new InterferenceReply.Suppressed(InterferenceReply.Reason.COOLDOWN, rounded(total));
        }
        requested = new LinkedHashMap<>(scores);
        lastNanos = add.atNanos();
        return new InterferenceReply.Triggered(scores.keySet().stream().sorted().toList(), rounded(total));
    }

    @Override
    public InterferenceReply feedback(InterferenceOperation.Feedback feedback) {
        Map<String, Double> then = requested;
        requested = null;
        double before = total();
        if (then == null) {
            return new InterferenceReply.Answered(InterferenceReply.Taken.NO_PENDING_TRIGGER, 0, rounded(before));
        }
        double reduced = 0;
        if (feedback.outcome() == InterferenceOperation.Outcome.PROGRESS) {
            for (Map.Entry<String, Double> entry : scores.entrySet()) {
                double taken = Math.min(entry.getValue(), then.getOrDefault(entry.getKey(), 0.0));
                double left = entry.getValue() - taken;
                reduced += left <= 1e-6f ? taken + left : taken;
                entry.setValue(left <= 1e-6f ? 0 : left);
            }
            scores.values().removeIf(score -> score == 0);
        }
        InterferenceReply.Taken taken =
                InterferenceReply.Taken.valueOf(feedback.outcome().name());
        return new InterferenceReply.Answered(taken, rounded(reduced), rounded(total()));
    }

    @Override
    public InterferenceReply backlog(InterferenceOperation.Backlog backlog) {
        List<InterferenceReply.Score> told = new ArrayList<>();
        scores.forEach((name, score) -> told.add(0, new InterferenceReply.Score(name, rounded(score))));
        return new InterferenceReply.Backlog(told, requested != null);
    }
}
