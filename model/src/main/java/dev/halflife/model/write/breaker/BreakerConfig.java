package dev.halflife.model.write.breaker;

/**
 * What a circuit breaker is made with.
 *
 * @param failures how many failures in a row open a partition (B1); positive
 * @param openNanos how long it then stays open, in nanoseconds; positive
 */
public record BreakerConfig(int failures, long openNanos) {

    /** The default number of failures. */
    public static final int DEFAULT_FAILURES = 5;

    /** The default open time: 30 s. */
    public static final long DEFAULT_OPEN_NANOS = 30_000_000_000L;

    public BreakerConfig {
        if (failures < 1) {
            throw new IllegalArgumentException("failures must be within [1, 2147483647]: " + failures);
        }
        if (openNanos < 1) {
            throw new IllegalArgumentException("openNanos must be within [1, 9223372036854775807]: " + openNanos);
        }
    }

    /** When an open time that begins now ends; never, where that is beyond the clock. */
    long endOf(long beginNanos) {
        long end = beginNanos + openNanos;
        return end < beginNanos ? Long.MAX_VALUE : end;
    }
}
