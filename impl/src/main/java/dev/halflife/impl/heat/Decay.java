package dev.halflife.impl.heat;

/** The law by which a rate fades: half of it is gone after each half-life (D2, D4, D5). */
final class Decay {

    /** The smallest rate that is told from silence: 2^-52. */
    static final double EPS = 0x1p-52;

    private static final double SILENCE_HALF_LIVES = 64;

    private Decay() {}

    /**
     * What is left of a rate.
     *
     * @param rate reads per half-life, at least 0
     * @param elapsedNanos at least 0
     * @param halfLifeNanos at least 0; zero means that the rate never decays (D5)
     */
    static double remaining(double rate, long elapsedNanos, long halfLifeNanos) {
        if (elapsedNanos == 0 || halfLifeNanos == 0) {
            return rate;
        }
        double halfLives = (double) elapsedNanos / halfLifeNanos;
        if (halfLives > SILENCE_HALF_LIVES) {
            return 0;
        }
        // StrictMath: the same bits on every machine, so that a run can be replayed anywhere.
        double remaining = rate * StrictMath.pow(0.5, halfLives);
        return remaining < EPS ? 0 : remaining;
    }
}
