package dev.halflife.impl.heat;

import org.jspecify.annotations.Nullable;

/**
 * A known key: its counter while it is tracked, how it stands with peers, and its places in the registry's orders.
 *
 * <p>A key that is forgotten while peers may believe it hot is owed a withdrawal (F3): its entry then stays without a
 * counter, and becomes the key's again if that returns, so that an answer still under way is recognised. All in one object
 * of 88 bytes, as a registry may hold millions. Not thread-safe.
 */
final class Entry<K> extends Link<K> {

    // What is awaited of the last issue. A field of its own, or an enum, would cost every entry another 8 bytes.
    private static final int NOTHING = 0;
    private static final int ANSWER = 1;
    private static final int CONTESTED_ANSWER = 2;
    private static final int AWAITED = ANSWER | CONTESTED_ANSWER;
    private static final int IN_FLIGHT = 4;
    private static final int STATE_BITS = 3;

    private K key;

    /** The next one in {@link KeyTable}'s bucket. */
    @Nullable
    Entry<K> sameBucket;

    /** When the next decision falls, and where in {@link Agenda}'s heap that stands. */
    long dueNanos = Agenda.NEVER;

    int agendaPlace = Agenda.NOWHERE;

    /** By creation among the tracked, then the number of the use they were created for; by the age of the debt among the owed. */
    long rank;

    private @Nullable Decay decay;
    private double rate;
    private long asOfNanos;

    /** The number of the last use, and beneath it 1 bit: whether there was a bump since the tick before that use. */
    private long lastUse;

    private double told;

    /** The number of the tick that issued the key last, its low bits, and beneath it what became of that. */
    private int lastIssue;

    /** A key that is neither tracked nor owed yet; {@code told} as {@link Told} has it. */
    Entry(K key, double told) {
        this.key = key;
        this.told = told;
    }

    /** Makes an entry that is nowhere any more that of a new key. */
    void reuse(K newKey) {
        key = newKey;
        told = Told.NOTHING;
        lastIssue = NOTHING;
    }

    K key() {
        return key;
    }

    /** Whether the key has a counter; one without is owed a withdrawal. */
    boolean isTracked() {
        return decay != null;
    }

    /** Gives the key a counter of rate 0. */
    void track(Decay law, long nowNanos, long use) {
        decay = law;
        rate = 0;
        asOfNanos = nowNanos;
        lastUse = use << 1;
        rank = use;
    }

    /** Takes the counter away. */
    void untrack() {
        decay = null;
        rate = 0;
    }

    /** Makes this use the last one. Uses are numbered from 1; so many had come before the last tick. */
    void use(long use, long usesBeforeTick) {
        lastUse = use << 1 | (wasBumpedSince(usesBeforeTick) ? 1 : 0);
    }

    /** The number of the last use. */
    long lastUse() {
        return lastUse >>> 1;
    }

    /** Whether the counter was used since it was created. */
    boolean isUsedAgain() {
        return lastUse() != rank;
    }

    /** Counts one read, which is a use of this number, and returns the rate after it (D3). */
    double bump(long nowNanos, long use) {
        rate = rateAt(nowNanos) + 1;
        // A late caller must not pull the time back: the overlap would decay twice (F4).
        asOfNanos = Math.max(asOfNanos, nowNanos);
        lastUse = use << 1 | 1;
        return rate;
    }

    /** The rate at a time; a time before {@link #asOfNanos} reads as that time (D6). 0 without a counter. */
    double rateAt(long nowNanos) {
        return decay == null ? 0 : decay.remaining(rate, Elapsed.nanos(asOfNanos, nowNanos));
    }

    /** The rate as of the last tick, or as of a bump that came after it: what a commit has to go by. */
    double rateAsOfTick(long tickNanos, long usesBeforeTick) {
        return wasBumpedSince(usesBeforeTick) ? rate : rateAt(tickNanos);
    }

    private boolean wasBumpedSince(long usesBeforeTick) {
        return (lastUse & 1) != 0 && lastUse() > usesBeforeTick;
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

    /** Whether an announcement keeps the key from being announced again (T4); its decision is then the end of the lease. */
    boolean isInFlight() {
        return (lastIssue & IN_FLIGHT) != 0;
    }

    /** A tick announces the key: until that is committed, what peers believe is unknown. */
    void issue(long tick, boolean inFlight) {
        told = Told.UNKNOWN;
        lastIssue = number(tick) | ANSWER | (inFlight ? IN_FLIGHT : 0);
    }

    /** The announcement keeps the key from nothing any more. */
    void land() {
        lastIssue &= ~IN_FLIGHT;
    }

    /**
     * The sink answers a tick that announced the key.
     *
     * <p>A tick that lies exactly a multiple of 2^29 ticks back is taken for the last one.
     *
     * @return whether that was the key's last issue, and its first answer; only then is the key's mark spent
     */
    boolean answer(long tick, boolean committed, double announcedRate) {
        if (number(tick) != number(lastIssue >>> STATE_BITS)) {
            answerLate();
            return false;
        }
        if (awaited() == NOTHING) {
            return false;
        }
        if (committed && awaited() == ANSWER) {
            told = announcedRate;
        }
        await(NOTHING);
        return true;
    }

    /** Which of the two announcements reached peers last is anyone's guess: the open one cannot settle it either. */
    private void answerLate() {
        told = Told.UNKNOWN;
        if (awaited() == ANSWER) {
            await(CONTESTED_ANSWER);
        }
    }

    private int awaited() {
        return lastIssue & AWAITED;
    }

    private void await(int answer) {
        lastIssue = (lastIssue & ~AWAITED) | answer;
    }

    private static int number(long tick) {
        return (int) tick << STATE_BITS;
    }
}
