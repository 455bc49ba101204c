package dev.halflife.model.write.interference;

/**
 * What an interference tracker is made with.
 *
 * @param leaseNanos the age past which a pending request has failed (F9), in nanoseconds; positive
 */
public record InterferenceConfig(long leaseNanos) {

    /** The default lease: 10 minutes. */
    public static final long DEFAULT_LEASE_NANOS = 600_000_000_000L;

    public InterferenceConfig {
        if (leaseNanos < 1) {
            throw new IllegalArgumentException("leaseNanos must be within [1, 9223372036854775807]: " + leaseNanos);
        }
    }
}
