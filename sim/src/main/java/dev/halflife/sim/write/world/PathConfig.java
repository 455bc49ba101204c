package dev.halflife.sim.write.world;

import dev.halflife.model.NumberText;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.statistics.StatisticsConfig;

/**
 * What a write path is made with.
 *
 * @param credits the importance credits
 * @param statistics the running statistics
 * @param breaker the circuit breakers
 * @param interference the interference tracker
 * @param queue the retry queue
 * @param attempts how many failed tries at an embedding are one too many; at least 1
 * @param interferenceThreshold the score at which a consolidation is triggered; positive
 * @param cooldownNanos how long after a trigger there is no other; not negative
 */
public record PathConfig(
        CreditsConfig credits,
        StatisticsConfig statistics,
        BreakerConfig breaker,
        InterferenceConfig interference,
        QueueConfig queue,
        int attempts,
        float interferenceThreshold,
        long cooldownNanos) {

    /** The novelty score at which a write takes the slow path. */
    static final float NOVELTY_THRESHOLD = 0.5f;

    public PathConfig {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be within [1, 2147483647]: " + attempts);
        }
        if (!(interferenceThreshold > 0 && interferenceThreshold <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "interferenceThreshold must be positive and finite: " + NumberText.of(interferenceThreshold));
        }
        if (cooldownNanos < 0) {
            throw new IllegalArgumentException(
                    "cooldownNanos must be within [0, 9223372036854775807]: " + cooldownNanos);
        }
    }

    /** A time by which every open time, lease and cooldown that began before {@code nanos} is over. */
    long healedNanos(long nanos) {
        long longest = Math.max(breaker.openNanos(), Math.max(interference.leaseNanos(), cooldownNanos));
        long healed = nanos + longest + 1;
        return healed < nanos || longest == Long.MAX_VALUE ? Long.MAX_VALUE : healed;
    }
}
