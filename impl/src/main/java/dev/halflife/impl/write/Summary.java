package dev.halflife.impl.write;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Count, mean and spread of a population of samples, in constant room (W1 to W3).
 *
 * <p>One pass, after Welford (Technometrics 4, 1962); merging after Chan, Golub and LeVeque (1979). Of n samples, none
 * greater than L in magnitude, mean and deviation are exact within n · 2<sup>-50</sup> · L.
 *
 * <p>Samples of any magnitude are taken. The mean stays finite and within the samples, always. M2 stops at
 * {@link Double#MAX_VALUE}, which samples more than 10<sup>154</sup> apart can reach: from there on the deviation is less
 * than the true one, and a z-score further from 0, but neither is ever infinite or NaN. Immutable.
 *
 * @param count how many samples; stops at {@link Long#MAX_VALUE}
 * @param mean finite
 * @param m2 the sum of the squared distances from the mean, within [0, {@link Double#MAX_VALUE}]
 */
public record Summary(long count, double mean, double m2) {

    /** The summary of no samples. */
    public static final Summary EMPTY = new Summary(0, 0, 0);

    /** A deviation below this is told from none by rounding alone (W3). */
    private static final double NO_DEVIATION = 1e-10;

    /**
     * Validates the numbers.
     *
     * @throws IllegalArgumentException if one is outside its range, or says more than an empty population can
     */
    public Summary {
        if (count < 0) {
            throw new IllegalArgumentException("count must be within [0, " + Long.MAX_VALUE + "]: " + count);
        }
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("mean must be finite: " + NumberOutput.toString(mean, true));
        }
        if (!(m2 >= 0 && m2 <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("m2 must be within [0, " + NumberOutput.toString(Double.MAX_VALUE, true)
                    + "]: " + NumberOutput.toString(m2, true));
        }
        if (count == 0 && (mean != 0 || m2 != 0)) {
            throw new IllegalArgumentException("mean and m2 of no samples must be 0: "
                    + NumberOutput.toString(mean, true) + ", " + NumberOutput.toString(m2, true));
        }
    }

    /** The summary with one more sample; one that is not finite is ignored (W1). */
    public Summary with(double sample) {
        if (!Double.isFinite(sample)) {
            return this;
        }
        long more = sum(count, 1);
        double distance = sample - mean;
        double moved = Double.isFinite(distance)
                ? mean + distance / more
                : mean * ((double) count / more) + sample / more; // too far apart to subtract
        return new Summary(more, moved, finite(m2 + distance * (sample - moved)));
    }

    /**
     * The summary of both populations (W2). The same whichever side is asked, to the last bit; merging an empty one
     * changes nothing.
     */
    public Summary merge(Summary other) {
        if (other.count == 0) {
            return this;
        }
        if (count == 0) {
            return other;
        }
        return weighsMoreThan(other) ? mergeLighter(other) : other.mergeLighter(this);
    }

    /** The sample variance, 1 below two samples (W3). */
    public double variance() {
        return count < 2 ? 1 : m2 / (count - 1);
    }

    /** The sample standard deviation, 1 below two samples (W3). */
    public double deviation() {
        return Math.sqrt(variance());
    }

    /**
     * How many deviations a value lies above the mean: 0 below two samples, where there is no deviation to speak of, and
     * for NaN (W3). Always finite: a greater one stops at the greatest double.
     */
    public double zScore(double value) {
        double deviation = deviation();
        if (count < 2 || deviation < NO_DEVIATION || Double.isNaN(value)) {
            return 0;
        }
        double distance = value - mean;
        if (Double.isFinite(distance)) {
            return finite(distance / deviation);
        }
        // Too far apart to subtract, so of different signs, unless the value itself is infinite.
        return finite(Double.isFinite(value) ? value / deviation - mean / deviation : value);
    }

    /** Decides from which of two means to start, so that the result does not depend on who was asked. */
    private boolean weighsMoreThan(Summary other) {
        return count == other.count ? mean < other.mean : count > other.count;
    }

    private Summary mergeLighter(Summary other) {
        long both = sum(count, other.count);
        double share = (double) other.count / both;
        double distance = other.mean - mean;
        double moved = Double.isFinite(distance)
                ? mean + distance * share
                : mean * ((double) count / both) + other.mean * share; // too far apart to subtract
        double between = distance * (count * share) * distance;
        return new Summary(both, moved, finite((m2 + other.m2) + between));
    }

    private static long sum(long left, long right) {
        return left > Long.MAX_VALUE - right ? Long.MAX_VALUE : left + right;
    }

    private static double finite(double value) {
        return Math.max(-Double.MAX_VALUE, Math.min(value, Double.MAX_VALUE));
    }
}
