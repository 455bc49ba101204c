package dev.halflife.model.write.credits;

/**
 * What the credits are made with.
 *
 * @param threshold the pending count at which a call takes the pile, from 1 to {@value #MOST_THRESHOLD}
 * @param callers how many calls may overlap, from 1 to {@value #MOST_CALLERS}
 */
public record CreditsConfig(long threshold, int callers) {

    /** The default threshold. */
    public static final long DEFAULT_THRESHOLD = 256;

    /** The largest threshold: what fits into memory. */
    public static final long MOST_THRESHOLD = 1 << 20;

    /** The largest number of callers. */
    public static final int MOST_CALLERS = 3;

    public CreditsConfig {
        if (threshold < 1 || threshold > MOST_THRESHOLD) {
            throw new IllegalArgumentException("threshold must be within [1, " + MOST_THRESHOLD + "]: " + threshold);
        }
        if (callers < 1 || callers > MOST_CALLERS) {
            throw new IllegalArgumentException("callers must be within [1, " + MOST_CALLERS + "]: " + callers);
        }
    }
}
