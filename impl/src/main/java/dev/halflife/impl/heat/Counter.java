package dev.halflife.impl.heat;

/**
 * A decaying count of reads: a rate, and the time as of which it is that rate (D1 to D7).
 *
 * <p>Only a bump moves it; reading decays on the fly and changes nothing, so a tick leaves no trace here (F2, D7). Not
 * thread-safe.
 */
final class Counter {

    private final long halfLifeNanos;
    private double rate;
    private long asOfNanos;

    Counter(long halfLifeNanos, long nowNanos) {
        this.halfLifeNanos = halfLifeNanos;
        this.asOfNanos = nowNanos;
    }

    /** Counts one read and returns the rate after it (D3). */
    double bump(long nowNanos) {
        rate = rateAt(nowNanos) + 1;
        // A late caller must not pull the time back: the overlap would decay twice (F4).
        asOfNanos = Math.max(asOfNanos, nowNanos);
        return rate;
    }

    /** The rate at a time; a time before {@link #asOfNanos} reads as that time (D6). */
    double rateAt(long nowNanos) {
        return Decay.remaining(rate, Elapsed.nanos(asOfNanos, nowNanos), halfLifeNanos);
    }

    double rate() {
        return rate;
    }

    long asOfNanos() {
        return asOfNanos;
    }
}
