package dev.halflife.model.write.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What the z-score of a value may come to (W3), given how far mean and M2 may be off: next to a deviation of 1e-10 both 0
 * and the quotient.
 *
 * @param silent whether it may be 0 for want of samples or of deviation
 * @param quotient what else it may be, if anything
 */
record ZScores(boolean silent, @Nullable Interval quotient) {

    static final double LEAST_DEVIATION = 1e-10;

    private static final double ULPS = 0x1p-50;

    /** Of a value that may be off by {@code blur}. */
    static ZScores of(Moments population, double value, double blur) {
        if (population.count() < 2) {
            return new ZScores(true, null);
        }
        double m2 = population.m2();
        double bound = population.m2Bound(m2);
        double divisor = population.count() - 1.0;
        double least = Math.sqrt(Math.max(0, m2 - bound) / divisor) * (1 - ULPS);
        double most = Math.sqrt((m2 + bound) / divisor) * (1 + ULPS);
        boolean silent = least < LEAST_DEVIATION;
        if (most < LEAST_DEVIATION) {
            return new ZScores(true, null);
        }
        double mean = population.mean();
        double off = population.meanBound() + blur + ULPS * (Math.abs(value) + Math.abs(mean));
        Interval distance = Interval.around(value - mean, off);
        double nearest = Math.max(least, LEAST_DEVIATION * (1 - ULPS));
        Interval quotient = Interval.spanning(
                distance.least() / nearest, distance.least() / most, distance.most() / nearest, distance.most() / most);
        return new ZScores(silent, quotient.widened(ULPS * quotient.magnitude()));
    }

    /** Each so many times as great. */
    ZScores times(double factor) {
        return quotient == null
                ? this
                : new ZScores(silent, Interval.spanning(quotient.least() * factor, quotient.most() * factor));
    }

    boolean allow(double z) {
        return (silent && z == 0) || (quotient != null && quotient.holds(z));
    }

    /** Every z-score that is allowed, and perhaps some between. */
    Interval range() {
        return quotient == null ? new Interval(0, 0) : silent ? quotient.with(0) : quotient;
    }
}
