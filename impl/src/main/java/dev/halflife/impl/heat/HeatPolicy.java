package dev.halflife.impl.heat;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * When a change of heat is worth an announcement, and how fast heat fades (P1).
 *
 * @param enabled whether anything is announced at all (E1)
 * @param emitRatio how many times larger or smaller than the announced rate a rate must be, within [1.01, 10] (E7)
 * @param halfLifeNanos time in which a new counter loses half its rate, in nanoseconds, at least 1
 */
public record HeatPolicy(boolean enabled, double emitRatio, long halfLifeNanos) {

    /** Announces whenever the rate has doubled or halved, with a half-life of 30 minutes. */
    public static final HeatPolicy DEFAULT = new HeatPolicy(true, 2, 30L * 60 * 1_000_000_000);

    private static final double MIN_EMIT_RATIO = 1.01;
    private static final double MAX_EMIT_RATIO = 10;

    /**
     * Validates the policy.
     *
     * @throws IllegalArgumentException naming the field, its range and the value given
     */
    public HeatPolicy {
        // Written so that NaN, for which every comparison is false, is refused too.
        if (!(emitRatio >= MIN_EMIT_RATIO && emitRatio <= MAX_EMIT_RATIO)) {
            throw new IllegalArgumentException(
                    "emitRatio must be within [1.01, 10]: " + NumberOutput.toString(emitRatio, true));
        }
        if (halfLifeNanos < 1) {
            throw new IllegalArgumentException(
                    "halfLifeNanos must be within [1, " + Long.MAX_VALUE + "]: " + halfLifeNanos);
        }
    }
}
