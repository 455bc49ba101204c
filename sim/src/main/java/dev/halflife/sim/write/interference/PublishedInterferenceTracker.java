package dev.halflife.sim.write.interference;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An interference tracker as published: float32 scores, and a request that is pending until feedback comes, however long that
 * takes (F9). The order of adding up a total is the namespaces'; the original's is its map's. Used by one thread at a time.
 */
final class PublishedInterferenceTracker {

    private static final float NEGLIGIBLE = 1e-6f;

    /** What an accumulate comes to. */
    enum Action {
        NONE,
        AWAITING_FEEDBACK,
        COOLDOWN,
        TRIGGER
    }

    private final TreeMap<String, Float> backlog = new TreeMap<>();
    private @Nullable Map<String, Float> pendingScores;
    private boolean everTriggered;
    private long lastTriggerNanos;

    Action accumulate(float score, String namespace, float threshold, long cooldownNanos, long nowNanos) {
        backlog.merge(namespace, score > 0 ? score : 0, Float::sum);
        if (total() < threshold) {
            return Action.NONE;
        }
        if (pendingScores != null) {
            return Action.AWAITING_FEEDBACK;
        }
        if (everTriggered && elapsed(nowNanos) < cooldownNanos) {
            return Action.COOLDOWN;
        }
        pendingScores = Map.copyOf(backlog);
        everTriggered = true;
        lastTriggerNanos = nowNanos;
        return Action.TRIGGER;
    }

    private long elapsed(long nowNanos) {
        long elapsed = nowNanos - lastTriggerNanos;
        return nowNanos < lastTriggerNanos ? 0 : elapsed < 0 ? Long.MAX_VALUE : elapsed;
    }

    /** Ends the pending request; with progress, what it remembered is taken off. Returns by how much the scores went down. */
    float feedback(boolean progress) {
        Map<String, Float> remembered = pendingScores;
        pendingScores = null;
        float reduced = 0;
        if (progress && remembered != null) {
            for (Map.Entry<String, Float> entry : backlog.entrySet()) {
                Float then = remembered.get(entry.getKey());
                if (then != null) {
                    float applied = Math.min(entry.getValue(), then);
                    entry.setValue(entry.getValue() - applied);
                    reduced += applied;
                }
            }
            backlog.values().removeIf(score -> !(score > NEGLIGIBLE));
        }
        return reduced;
    }

    boolean pending() {
        return pendingScores != null;
    }

    float total() {
        float total = 0;
        for (float score : backlog.values()) {
            total += score;
        }
        return total;
    }

    /** The scores by namespace, in order. */
    Map<String, Float> scores() {
        return backlog;
    }
}
