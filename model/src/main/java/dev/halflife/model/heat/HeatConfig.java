package dev.halflife.model.heat;

/**
 * What a heat registry is made with.
 *
 * @param marks whether ticks mark what they return as in flight (T4, the blob heat registry) or not (T5)
 * @param cap the largest number of tracked keys; 0 means unbounded
 * @param leaseNanos the age past which a mark no longer counts (F10), in nanoseconds; positive
 * @param policy when to announce
 */
public record HeatConfig(boolean marks, int cap, long leaseNanos, HeatPolicy policy) {

    /** The default cap. */
    public static final int DEFAULT_CAP = 8192;

    /** The default lease: 60 s. */
    public static final long DEFAULT_LEASE_NANOS = 60_000_000_000L;

    public HeatConfig {
        if (cap < 0) {
            throw new IllegalArgumentException("cap must be within [0, 2147483647] (0: unbounded): " + cap);
        }
        if (leaseNanos < 1) {
            throw new IllegalArgumentException("leaseNanos must be within [1, 9223372036854775807]: " + leaseNanos);
        }
    }
}
