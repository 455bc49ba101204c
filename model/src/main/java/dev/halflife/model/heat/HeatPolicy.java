package dev.halflife.model.heat;

import dev.halflife.model.NumberText;

/**
 * When a change of heat is worth announcing (P1).
 *
 * @param enabled whether anything is announced at all (E1)
 * @param emitRatio how far the rate must have moved from the announced one, as a quotient; within [1.01, 10]
 * @param halfLifeNanos the half-life of counters made without one of their own, in nanoseconds; positive
 */
public record HeatPolicy(boolean enabled, double emitRatio, long halfLifeNanos) {

    /** The smallest quotient a policy accepts. */
    public static final double MIN_RATIO = 1.01;

    /** The largest quotient a policy accepts. */
    public static final double MAX_RATIO = 10;

    /** The default half-life: 30 minutes. */
    public static final long DEFAULT_HALF_LIFE_NANOS = 1_800_000_000_000L;

    public HeatPolicy {
        if (!(emitRatio >= MIN_RATIO && emitRatio <= MAX_RATIO)) {
            throw new IllegalArgumentException("emitRatio must be within [1.01, 10]: " + NumberText.of(emitRatio));
        }
        if (halfLifeNanos <= 0) {
            throw new IllegalArgumentException(
                    "halfLifeNanos must be within [1, 9223372036854775807]: " + halfLifeNanos);
        }
    }
}
