package dev.halflife.sim.write.breaker;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A circuit breaker as published: a count of failures and an end of the open time, each atomic by itself. Once the open
 * time is over it lets every caller through (F8). Any thread may use it.
 *
 * <p>The original reads a wall clock in whole seconds, so its open time ends up to a second early (B1), and moves with the
 * clock; this takes nanoseconds, so that an open time lasts as long as it says.
 */
final class PublishedCircuitBreaker {

    private static final long NEVER_OPENED = Long.MIN_VALUE;

    private final int failuresToOpen;
    private final long openNanos;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong openUntilNanos = new AtomicLong(NEVER_OPENED);

    PublishedCircuitBreaker(int failuresToOpen, long openNanos) {
        this.failuresToOpen = failuresToOpen;
        this.openNanos = openNanos;
    }

    boolean isOpen(long nowNanos) {
        return nowNanos < openUntilNanos.get();
    }

    void success() {
        failures.set(0);
        openUntilNanos.set(NEVER_OPENED);
    }

    void failure(long nowNanos) {
        if (failures.incrementAndGet() >= failuresToOpen) {
            long end = nowNanos + openNanos;
            openUntilNanos.accumulateAndGet(end < nowNanos ? Long.MAX_VALUE : end, Math::max);
        }
    }
}
