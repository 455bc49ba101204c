package dev.halflife.impl.heat;

import org.jspecify.annotations.Nullable;

/**
 * A known key: its counter while it is tracked, how it stands with peers, and its places in the registry's orders.
 *
 * <p>A key that is forgotten while peers may believe it hot is owed a withdrawal (F3): its entry then stays without a
 * counter, and becomes the key's again if that returns, so that an answer still under way is recognised. All in one object
 * of 88 bytes, as a registry may hold millions. Not thread-safe.
 */
final class Entry<K> {

    /** A stamp that no period between two ticks has. */
    static final short NO_PERIOD = 0;

    private static final long NO_ISSUE = 0;

    // What is awaited of the last issue. An enum would cost every entry another 8 bytes.
    private static final byte NOTHING = 0;
    private static final byte ANSWER = 1;
    private static final byte CONTESTED_ANSWER = 2;

    final K key;

    /** The next one in {@link KeyTable}'s bucket. */
    @Nullable
    Entry<K> sameBucket;

    /** The neighbours in a {@link UseOrder}. */
    @Nullable
    Entry<K> usedBefore;

    @Nullable
    Entry<K> usedAfter;

    /** When the next decision falls, and where in {@link Agenda}'s heap that stands. */
    long dueNanos = Agenda.NEVER;

    int agendaPlace = Agenda.NOWHERE;

    /** By creation among the tracked, by the age of the debt among the owed. */
    long rank;

    /** Whether an announcement keeps the key from being announced again (T4); its decision is then the end of the lease. */
    boolean inFlight;

    private @Nullable Decay decay;
    private double rate;
    private long asOfNanos;
    private short periodOfLastBump;

    private double told;
    private long lastIssue = NO_ISSUE;
    private byte awaited = NOTHING;

    /** A key that is neither tracked nor owed yet; {@code told} as {@link Told} has it. */
    Entry(K key, double told) {
        this.key = key;
        this.told = told;
    }

    /** Whether the key has a counter; one without is owed a withdrawal. */
    boolean isTracked() {
        return decay != null;
    }

    /** Gives the key a counter of rate 0. */
    void track(Decay law, long nowNanos) {
        decay = law;
        rate = 0;
        asOfNanos = nowNanos;
        periodOfLastBump = NO_PERIOD;
    }

    /** Takes the counter away. */
    void untrack() {
        decay = null;
        rate = 0;
    }

    /**
     * Counts one read and returns the rate after it (D3).
     *
     * @param period a stamp of the time between two ticks
     */
    double bump(long nowNanos, short period) {
        rate = rateAt(nowNanos) + 1;
        // A late caller must not pull the time back: the overlap would decay twice (F4).
        asOfNanos = Math.max(asOfNanos, nowNanos);
        periodOfLastBump = period;
        return rate;
    }

    /** The rate at a time; a time before {@link #asOfNanos} reads as that time (D6). 0 without a counter. */
    double rateAt(long nowNanos) {
        return decay == null ? 0 : decay.remaining(rate, Elapsed.nanos(asOfNanos, nowNanos));
    }

    /** The rate as of the last tick, or as of a bump that came after it: what a commit has to go by. */
    double rateAsOfLastTick(short period, long lastTickNanos) {
        return periodOfLastBump == period ? rate : rateAt(lastTickNanos);
    }

    void forgetPeriod() {
        periodOfLastBump = NO_PERIOD;
    }

    /** At least how long, in nanoseconds, a rate of this counter stays above a floor of at least {@link Decay#EPS}. */
    long nanosAbove(double now, double floor) {
        return decay == null ? 0 : decay.nanosAbove(now, floor);
    }

    double rate() {
        return rate;
    }

    long asOfNanos() {
        return asOfNanos;
    }

    /** As {@link Told} has it. */
    double told() {
        return told;
    }

    /** A tick announces the key: until that is committed, what peers believe is unknown. */
    void issue(long tick) {
        told = Told.UNKNOWN;
        lastIssue = tick;
        awaited = ANSWER;
    }

    /**
     * The sink answers a tick that announced the key.
     *
     * @return whether that was the key's last issue, and its first answer; only then is the key's mark spent
     */
    boolean answer(long tick, boolean committed, double announcedRate) {
        if (tick != lastIssue) {
            answerLate();
            return false;
        }
        if (awaited == NOTHING) {
            return false;
        }
        if (committed && awaited == ANSWER) {
            told = announcedRate;
        }
        awaited = NOTHING;
        return true;
    }

    /** Which of the two announcements reached peers last is anyone's guess: the open one cannot settle it either. */
    private void answerLate() {
        told = Told.UNKNOWN;
        if (awaited == ANSWER) {
            awaited = CONTESTED_ANSWER;
        }
    }
}
