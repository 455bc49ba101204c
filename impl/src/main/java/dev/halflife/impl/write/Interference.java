package dev.halflife.impl.write;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The interference scores of the namespaces, and how much of each the last request saw (I1, I3, I4).
 *
 * <p>Scores are float32, as published. They and their sums stop at the largest finite one: an infinite score would turn
 * into NaN when it is subtracted, and no threshold is reached by that. Sums run in order of namespace, so that the same
 * scores have the same sum. Not thread-safe.
 */
final class Interference {

    /** What is left of a namespace's score at or below this is rounding, not work (I4). */
    private static final float NEGLIGIBLE = 1e-6f;

    private final TreeMap<String, Score> scores = new TreeMap<>();

    /** Adds to a namespace's score; what is negative or NaN counts as 0, and makes the namespace known all the same. */
    void add(String namespace, float score) {
        Score known = scores.computeIfAbsent(namespace, unknown -> new Score());
        if (score > 0) {
            known.value = sum(known.value, score);
        }
    }

    /** The sum of all scores. Costs one step per namespace. */
    float total() {
        float total = 0;
        for (Score score : scores.values()) {
            total = sum(total, score.value);
        }
        return total;
    }

    /** How many namespaces there are. */
    int size() {
        return scores.size();
    }

    List<String> namespaces() {
        return List.copyOf(scores.keySet());
    }

    /** Keeps in mind what every namespace has now, in place of what was kept before. */
    void remember() {
        for (Score score : scores.values()) {
            score.remembered = score.value;
        }
    }

    /** Subtracts what was remembered, drops what is negligible then, and returns the sum of both (I4). */
    float subtractRemembered() {
        float reduced = 0;
        for (Score score : scores.values()) {
            float applied = Math.min(score.value, score.remembered);
            score.value -= applied;
            reduced = sum(reduced, score.value <= NEGLIGIBLE ? applied + score.value : applied);
        }
        scores.values().removeIf(score -> score.value <= NEGLIGIBLE);
        return reduced;
    }

    Map<String, Float> copy() {
        Map<String, Float> copy = new TreeMap<>();
        scores.forEach((namespace, score) -> copy.put(namespace, score.value));
        return copy;
    }

    private static float sum(float one, float other) {
        return Math.min(one + other, Float.MAX_VALUE);
    }

    private static final class Score {
        private float value;
        private float remembered;
    }
}
