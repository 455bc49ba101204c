package dev.halflife.impl.write;

/** How clear the choice of a route was (W5). */
public enum Band {
    /** The score lay within 0.05 of the threshold. */
    NEAR,
    /** It did not. */
    FAR;

    private static final double NEAR_SCORE = 0.05;

    static Band of(double score, double threshold) {
        return Math.abs(score - threshold) <= NEAR_SCORE ? NEAR : FAR;
    }
}
