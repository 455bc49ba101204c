package dev.halflife.model.write.statistics;

/**
 * What running statistics are made with, and what may happen to them.
 *
 * @param interval a snapshot is due every so many observations (W6); at least 1
 * @param powerFails whether the machine may lose power, or only the process be killed
 */
public record StatisticsConfig(long interval, boolean powerFails) {

    /** As published. */
    public static final long DEFAULT_INTERVAL = 100;

    public StatisticsConfig {
        if (interval < 1) {
            throw new IllegalArgumentException("interval must be at least 1: " + interval);
        }
    }
}
