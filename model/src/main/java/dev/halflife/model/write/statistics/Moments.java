package dev.halflife.model.write.statistics;

/**
 * A population of samples, exactly: how many, their sum, and the sum of their squares (W1, W2). Merging adds these up, so
 * that merging is replaying. Beside them stands what a rounding error may come to. A value.
 *
 * <p><b>The bound.</b> Let ε = 2^-53, B the greatest magnitude of a sample or a merged mean, k the number of updates and
 * merges. One step of Welford's or Chan's formula rounds the mean by at most 8εB, and no step enlarges an error of the
 * mean that was there before; so the mean is within 8kεB. Twice that is allowed, 2^-49·kB, so that other sound formulas
 * pass too; and besides, how far a sample itself may be off, where it was computed in single precision (W5). Call this δ.
 * A step adds w·d² to M2, with d a difference of means that is off by at most 2δ. By Cauchy and Schwarz the M2 of k steps
 * over n samples is within 4δ·√(k·n·M2) + 4knδ², and 2^-49·k·M2 for the roundings of the sum itself.
 *
 * @param count how many samples
 * @param sum their exact sum
 * @param squares the exact sum of their squares
 * @param steps how many updates and merges it took; k
 * @param magnitude the greatest magnitude; B
 * @param blur how far each sample may be off
 * @param merged whether any came by a merge, or a merge of none was asked for
 * @param latest how the latest came; for blame
 */
record Moments(
        long count,
        Dyadic sum,
        Dyadic squares,
        long steps,
        double magnitude,
        double blur,
        boolean merged,
        Latest latest) {

    static final Moments EMPTY = new Moments(0, Dyadic.ZERO, Dyadic.ZERO, 0, 0, 0, false, Latest.NONE);

    /** How a population came to be what it is. */
    enum Latest {
        /** It is empty, or was told as it is. */
        NONE,
        UPDATED,
        MERGED,
        /** Something that is no number is in it; only a {@link Slip} lets it in. */
        POISONED
    }

    /** Above this a square, or a sum of squares, may overflow in doubles. */
    static final double LARGE_MAGNITUDE = 0x1p500;

    /** Above this M2 may have been cut off at the greatest double. */
    private static final double LARGE_M2 = 0x1p1000;

    /** The same of the sum of squares, which is never less than M2 and cheaper to look at; as a power of 2. */
    private static final int LARGE_SQUARES = 1000;

    private static final double ROUNDING = 0x1p-49;

    /** One more sample, which may be off by {@code itsBlur}. */
    Moments with(double sample, double itsBlur) {
        Dyadic exact = Dyadic.of(sample);
        return new Moments(
                count + 1,
                sum.plus(exact),
                squares.plus(exact.times(exact)),
                steps + 1,
                Math.max(magnitude, Math.abs(sample)),
                Math.max(blur, itsBlur),
                merged,
                after(Latest.UPDATED));
    }

    /** With the samples that a summary stands for; it must be finite. */
    Moments merge(Summary more) {
        if (more.count() == 0) {
            return this;
        }
        Moments other = of(more);
        return new Moments(
                count + other.count,
                sum.plus(other.sum),
                squares.plus(other.squares),
                steps + 1,
                Math.max(magnitude, other.magnitude),
                blur,
                true,
                after(Latest.MERGED));
    }

    /** The same once a merge was asked for, were it of nothing: what is wrong next is W2's to answer for. */
    Moments askedToMerge() {
        return new Moments(count, sum, squares, steps, magnitude, blur, true, after(Latest.MERGED));
    }

    /** The same, come about so. */
    Moments lately(Latest how) {
        return new Moments(count, sum, squares, steps, magnitude, blur, merged, how);
    }

    /** The same once it was told. */
    Moments seen() {
        return lately(after(Latest.NONE));
    }

    private Latest after(Latest how) {
        return latest == Latest.POISONED ? latest : how;
    }

    /** The samples that a finite summary stands for. */
    static Moments of(Summary summary) {
        Dyadic mean = Dyadic.of(summary.mean());
        Dyadic sum = mean.times(summary.count());
        Dyadic squares = Dyadic.of(summary.m2()).plus(sum.times(mean));
        return new Moments(summary.count(), sum, squares, 1, Math.abs(summary.mean()), 0, false, Latest.NONE);
    }

    /** The mean, within an ulp; 0 of none. */
    double mean() {
        return count == 0 ? 0 : sum.over(count);
    }

    /** M2, within an ulp; infinite where no double reaches. */
    double m2() {
        return count == 0 ? 0 : squares.times(count).minus(sum.times(sum)).over(count);
    }

    /** What a computation in doubles would say at best. */
    Summary summary() {
        return new Summary(count, mean(), Math.min(Double.MAX_VALUE, m2()));
    }

    /** How far a mean may be off: δ. */
    double meanBound() {
        return steps * (ROUNDING * magnitude + 4 * Double.MIN_VALUE) + blur;
    }

    /** How far this M2 may be off. */
    double m2Bound(double m2) {
        double delta = meanBound();
        double both = (double) steps * count;
        return ROUNDING * steps * m2
                + 4 * delta * Math.sqrt(both) * Math.sqrt(Math.max(0, m2))
                + 4 * both * delta * delta
                + both * Double.MIN_VALUE;
    }

    /** Whether Welford's formula in doubles may have overflowed on the way (F14). */
    boolean large() {
        return magnitude > LARGE_MAGNITUDE || squares.isAtLeastPowerOfTwo(LARGE_SQUARES);
    }

    @Override
    public String toString() {
        return summary().toString();
    }

    boolean meanMayBe(double seen) {
        return Math.abs(seen - mean()) <= meanBound();
    }

    /** A sum that no double reaches may stand at any large one. */
    boolean m2MayBe(double seen) {
        double m2 = m2();
        double bound = m2Bound(m2);
        double least = bound == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : m2 - bound;
        double most = m2 + bound;
        return seen >= Math.min(least, LARGE_M2) && (seen <= most || most > LARGE_M2);
    }
}
