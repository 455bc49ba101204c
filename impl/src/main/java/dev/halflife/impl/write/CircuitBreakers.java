package dev.halflife.impl.write;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A {@link CircuitBreaker} for each partition, made when it is first asked for, so that one partition's failures never
 * touch another (B3).
 *
 * <p>Breakers stay for good. Thread-safe; partitions need a stable {@code equals} and {@code hashCode}.
 */
public final class CircuitBreakers<P> {

    private final int failures;
    private final long openNanos;
    private final ConcurrentMap<P, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    /** Breakers with the published limits. */
    public CircuitBreakers() {
        this(CircuitBreaker.DEFAULT_FAILURES, CircuitBreaker.DEFAULT_OPEN_NANOS);
    }

    /**
     * Breakers that all have these limits.
     *
     * @param failures how many failures in a row open one, at least 1
     * @param openNanos how long one stays open, at least 1
     * @throws IllegalArgumentException if one of them is 0 or negative
     */
    public CircuitBreakers(int failures, long openNanos) {
        CircuitBreaker.requireLimits(failures, openNanos);
        this.failures = failures;
        this.openNanos = openNanos;
    }

    /** The partition's breaker, always the same one. */
    public CircuitBreaker of(P partition) {
        CircuitBreaker known = breakers.get(partition);
        return known != null
                ? known
                : breakers.computeIfAbsent(partition, unknown -> new CircuitBreaker(failures, openNanos));
    }
}
