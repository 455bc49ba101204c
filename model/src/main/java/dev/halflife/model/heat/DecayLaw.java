package dev.halflife.model.heat;

/**
 * Exponential decay of a rate: {@code rate · 0.5^(elapsed / halfLife)} (D2, D4, D5, D6).
 *
 * <p>A single decay over at most 64 half-lives is within {@link #RELATIVE_ERROR} of exact arithmetic: the division rounds
 * the exponent (below 64) by at most 2^-48, which the power turns into ln 2 · 2^-48, about 2.5e-15; past 2^53 ns (104
 * days) a double does not hold the two times either, and each adds up to ln 2 · 2^-47, about 4.9e-15; the power and the
 * product add an ulp and a half. Uses {@link StrictMath} only: the same bits on every JVM.
 */
public final class DecayLaw {

    /** Rates below this are 0 (D4): 2^-52. */
    public static final double EPS = 0x1p-52;

    /** After more half-lives of silence than this, a rate is exactly 0 (D4). */
    public static final double SILENCE_HALF_LIVES = 64;

    /** How far a single decay may be from exact arithmetic; within 104 days no farther than 3e-15. */
    public static final double RELATIVE_ERROR = 1.3e-14;

    private DecayLaw() {}

    /**
     * The rate after {@code elapsedNanos} of silence.
     *
     * @param rate the rate before, finite and at least 0
     * @param elapsedNanos negative counts as 0 (D6)
     * @param halfLifeNanos at least 0; 0 means that the rate never decays (D5)
     */
    public static double decay(double rate, long elapsedNanos, long halfLifeNanos) {
        if (rate == 0 || halfLifeNanos == 0 || elapsedNanos <= 0) {
            return rate;
        }
        if (isSilence(elapsedNanos, halfLifeNanos)) {
            return 0;
        }
        double decayed = unclamped(rate, halfLives(elapsedNanos, halfLifeNanos));
        return decayed < EPS ? 0 : decayed;
    }

    /** The elapsed time between two instants, never negative (D6), saturating at {@link Long#MAX_VALUE}. */
    public static long elapsedNanos(long fromNanos, long toNanos) {
        if (toNanos <= fromNanos) {
            return 0;
        }
        long elapsed = toNanos - fromNanos;
        return elapsed < 0 ? Long.MAX_VALUE : elapsed;
    }

    /** Whether this, of two positive times, is more than 64 half-lives (D4): to the nanosecond, which a quotient rounds. */
    static boolean isSilence(long elapsedNanos, long halfLifeNanos) {
        return (elapsedNanos - 1) / (long) SILENCE_HALF_LIVES >= halfLifeNanos;
    }

    /** Elapsed time in half-lives; 0 where the half-life is 0 (D5). */
    static double halfLives(long elapsedNanos, long halfLifeNanos) {
        return halfLifeNanos == 0 ? 0 : (double) elapsedNanos / halfLifeNanos;
    }

    /** The law without the clamps of D4. */
    static double unclamped(double rate, double halfLives) {
        return halfLives == 0 ? rate : rate * StrictMath.pow(0.5, halfLives);
    }
}
