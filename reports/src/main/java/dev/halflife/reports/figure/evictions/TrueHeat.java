package dev.halflife.reports.figure.evictions;

/** The rate that each key would have if none were ever forgotten. */
final class TrueHeat {

    static final long SECOND = 1_000_000_000L;
    static final long HALF_LIFE = 60 * SECOND;

    /** What is left after a second. */
    private static final double SECONDS_FACTOR = StrictMath.pow(0.5, 1.0 / 60);

    private final double[] rates;

    TrueHeat(int keys) {
        rates = new double[keys];
    }

    /** A second goes by, then that key is read. */
    void read(int key) {
        for (int i = 0; i < rates.length; i++) {
            rates[i] *= SECONDS_FACTOR;
        }
        rates[key] += 1;
    }

    /** The rate of one key. */
    double of(int key) {
        return rates[key];
    }
}
