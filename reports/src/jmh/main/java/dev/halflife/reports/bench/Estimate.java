package dev.halflife.reports.bench;

import org.jspecify.annotations.Nullable;

/**
 * A mean, and how far from it the true one may be.
 *
 * @param mean above 0
 * @param error half of the interval that holds the true mean with a confidence of 99.9 %
 */
public record Estimate(double mean, double error) {

    public Estimate {
        if (!(mean > 0) || !(error >= 0)) {
            throw new IllegalArgumentException("mean and error must be above 0 and at least 0: " + mean + ", " + error);
        }
    }

    /** Each of so many. */
    Estimate by(int count) {
        return new Estimate(mean / count, error / count);
    }

    /**
     * This divided by that: the least and the most that the ends of the two intervals allow. Both intervals hold at once with
     * a confidence of 99.8 %, so this one does with no less.
     */
    Ratio over(Estimate that) {
        double least = Math.max(0, mean - error) / (that.mean + that.error);
        Double most = that.error < that.mean ? (mean + error) / (that.mean - that.error) : null;
        return new Ratio(mean / that.mean, least, most);
    }

    /**
     * How many times more one is than another.
     *
     * @param mean by the means
     * @param least by the ends of the intervals
     * @param most the same; null where the divisor's interval holds 0
     */
    public record Ratio(double mean, double least, @Nullable Double most) {}
}
