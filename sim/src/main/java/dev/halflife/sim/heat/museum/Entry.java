package dev.halflife.sim.heat.museum;

import dev.halflife.model.heat.Belief;

/** What a {@link Textbook} remembers of a tracked or an owed key. Its mark is kept elsewhere, as a mark can be forgotten. */
final class Entry {

    /** No tick has issued the key. */
    static final long NO_ISSUE = Long.MIN_VALUE;

    final String key;

    /** Reads per half-life, as of {@link #asOfNanos}. */
    double rate;

    long asOfNanos;
    long halfLifeNanos;

    /** Its place in the order of touches and bumps; the greater, the more recent. */
    long touched;

    /** What peers believe. */
    Belief belief = Belief.Unsettled.NEVER;

    /** The tick that issued it last, whether that was answered, and whether a stale answer came before. */
    long lastIssue = NO_ISSUE;

    boolean answered = true;
    boolean contested;

    /** Of a new key. */
    Entry(String key) {
        this.key = key;
    }

    /** The announced rate, or NaN where there is none. */
    double announced() {
        return belief instanceof Belief.Announced announced ? announced.rate() : Double.NaN;
    }
}
