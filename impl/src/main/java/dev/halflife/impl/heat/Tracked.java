package dev.halflife.impl.heat;

import org.jspecify.annotations.Nullable;

/** A tracked key: its counter, its standing with peers, and its place in the order of use. Not thread-safe. */
final class Tracked<K> {

    private final K key;
    private final Counter counter;
    private final Standing standing;
    private long ticksAtLastBump;

    /** The neighbours in the order of use; {@link RecencyOrder}'s alone. */
    @Nullable
    Tracked<K> usedBefore;

    @Nullable
    Tracked<K> usedAfter;

    Tracked(K key, Counter counter, Standing standing) {
        this.key = key;
        this.counter = counter;
        this.standing = standing;
    }

    K key() {
        return key;
    }

    Counter counter() {
        return counter;
    }

    Standing standing() {
        return standing;
    }

    double bump(long nowNanos, long ticks) {
        ticksAtLastBump = ticks;
        return counter.bump(nowNanos);
    }

    /** The rate as of the last tick, or as of a bump that came after it: what a commit has to go by. */
    double rateAsOfLastTick(long ticks, long lastTickNanos) {
        boolean bumpedSince = ticksAtLastBump == ticks;
        return bumpedSince ? counter.rate() : counter.rateAt(lastTickNanos);
    }
}
