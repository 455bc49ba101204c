package dev.halflife.impl.heat;

/**
 * A tracked key as the registry holds it.
 *
 * @param rate reads per half-life, as of {@code asOfNanos}: not decayed since
 * @param asOfNanos time of the key's last bump, or of its creation
 * @param belief what peers believe of the key
 */
public record Observation(double rate, long asOfNanos, Belief belief) {}
