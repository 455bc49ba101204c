package dev.halflife.impl.write;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * How new a write is against what was written before (W5).
 *
 * @param score within [0, 2]
 */
public record Novelty(double score, Route route, Band band) {

    private static final double GREATEST_SCORE = 2;

    /**
     * Validates the score.
     *
     * @throws IllegalArgumentException if it is outside its range
     */
    public Novelty {
        if (!(score >= 0 && score <= GREATEST_SCORE)) {
            throw new IllegalArgumentException("score must be within [0, 2]: " + NumberOutput.toString(score, true));
        }
    }

    /** Weighs a distance by how unusual it is, in doubles throughout; the published rules were made for floats. */
    static Novelty of(double distance, double zScore, double threshold) {
        double score = Math.max(0, Math.min(distance * (1 + zScore), GREATEST_SCORE));
        return new Novelty(score, score < threshold ? Route.FAST : Route.SLOW, Band.of(score, threshold));
    }
}
