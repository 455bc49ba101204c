package dev.halflife.model.write.statistics;

/**
 * W5's arithmetic. The original computes it in single precision, others in double; both are allowed, as similarities and
 * thresholds are single. A distance of 1 - s rounds by at most 2^-24 of 1 or of s, which z divides by the deviation and
 * the sum and the product round three times more: in all less than 2^-22 of every factor, which is what is allowed.
 */
final class Novelty {

    static final double MOST = 2;
    static final double NEAR = 0.05;

    private static final double SINGLE_ROUNDING = 0x1p-22;
    private static final double LEAST_SINGLE = 0x1p-140;

    /** Above this a z-score may be infinite in single precision, and its product with a distance of 0 no number (F14). */
    private static final double MOST_SINGLE_Z = 0x1p120;

    private Novelty() {}

    /** The distance in double precision. */
    static double distance(float maxSimilarity) {
        return 1.0 - maxSimilarity;
    }

    /** How far the distance in single precision is from that. */
    static double blur(float maxSimilarity) {
        return Math.abs((1.0f - maxSimilarity) - distance(maxSimilarity));
    }

    /** The z-scores of the distance over this population. */
    static ZScores zScores(Moments population, float maxSimilarity) {
        return ZScores.of(population, distance(maxSimilarity), blur(maxSimilarity));
    }

    /** What the score may come to, given what the z-score may. */
    static Interval scores(ZScores zScores, float maxSimilarity) {
        double distance = distance(maxSimilarity);
        double blur = blur(maxSimilarity);
        Interval z = zScores.range();
        double factor = 1 + z.magnitude();
        double off = (blur + SINGLE_ROUNDING * (Math.abs(distance) + blur)) * factor + LEAST_SINGLE;
        return Interval.spanning(distance * (1 + z.least()), distance * (1 + z.most()))
                .widened(off)
                .clamped(0, MOST);
    }

    /** Whether single precision reaches as far as these z-scores. */
    static boolean overflows(Moments population, float maxSimilarity) {
        return population.large() || zScores(population, maxSimilarity).range().magnitude() > MOST_SINGLE_Z;
    }

    /** Whether a score at this distance from the threshold may be called near. */
    static boolean mayBeNear(double score, float threshold) {
        return Math.abs(score - threshold) <= NEAR + ambiguity(threshold);
    }

    /** Whether it may be called far. */
    static boolean mayBeFar(double score, float threshold) {
        return !(Math.abs(score - threshold) <= NEAR - ambiguity(threshold));
    }

    private static double ambiguity(float threshold) {
        return SINGLE_ROUNDING * (1 + Math.abs(threshold));
    }
}
