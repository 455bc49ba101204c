package dev.halflife.impl.write;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How far consolidation has come: the time of the last record it took in, which only moves forward (K1).
 *
 * <p>It starts at 0, the beginning of time. Thread-safe and lock-free.
 */
public final class ConsolidationCursor {

    private final AtomicLong positionMillis = new AtomicLong();

    /** Moves the cursor to a later time and returns true; an earlier or equal one changes nothing (K1). */
    public boolean advance(long millis) {
        return positionMillis.getAndAccumulate(millis, Math::max) < millis;
    }

    /** The latest time it was advanced to, in milliseconds, or 0. */
    public long position() {
        return positionMillis.get();
    }
}
