package dev.halflife.impl.heat;

/** The law by which a rate fades: half of it is gone after each half-life (D2, D4, D5). Immutable. */
final class Decay {

    /** The smallest rate that is told from silence: 2^-52. */
    static final double EPS = 0x1p-52;

    private static final double SILENCE_HALF_LIVES = PowerOfHalf.MOST;
    /** Far more than rounding can amount to, far less than anyone could notice. */
    static final double DOUBT = 1e-12;

    private static final double LN_2 = StrictMath.log(2);

    private final long halfLifeNanos;

    /** Rates that lose half in this time, in nanoseconds, at least 0; zero means that they never decay (D5). */
    Decay(long halfLifeNanos) {
        this.halfLifeNanos = halfLifeNanos;
    }

    /**
     * What is left of a rate.
     *
     * @param rate reads per half-life, at least 0
     * @param elapsedNanos at least 0
     */
    double remaining(double rate, long elapsedNanos) {
        if (elapsedNanos == 0 || halfLifeNanos == 0) {
            return rate;
        }
        double halfLives = (double) elapsedNanos / halfLifeNanos;
        if (halfLives > SILENCE_HALF_LIVES) {
            return 0;
        }
        double remaining = rate * PowerOfHalf.of(halfLives);
        return remaining < EPS ? 0 : remaining;
    }

    /**
     * A time that a rate surely stays above a floor, in nanoseconds: 0 where it may be there already,
     * {@code Long.MAX_VALUE} where it never gets there.
     *
     * <p>Short of the exact time by some parts in 10^12, which is more than {@link #remaining} can be wrong by.
     *
     * @param rate reads per half-life, at least 0
     * @param floor reads per half-life, at least {@link #EPS}
     */
    long nanosAbove(double rate, double floor) {
        double certain = floor * (1 + DOUBT);
        if (rate <= certain) {
            return 0;
        }
        if (halfLifeNanos == 0) {
            return Long.MAX_VALUE;
        }
        double halfLives = Math.min(StrictMath.log(rate / certain) / LN_2, SILENCE_HALF_LIVES);
        return (long) (halfLives * halfLifeNanos * (1 - DOUBT));
    }
}
