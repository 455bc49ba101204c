package dev.halflife.sim.exec;

/**
 * How long a foreign process is waited for, and how much it may say.
 *
 * @param replyNanos how long it may take for one reply, by the clock of the harness
 * @param startNanos how long it may take to start besides, from then until it says its first line; less once it is known to
 *     start faster: ten times as long as it ever took, and at least a second
 * @param graceNanos how long it may take to end after its input has ended, in real time
 * @param replyBytes how long a reply may be
 */
public record Limits(long replyNanos, long startNanos, long graceNanos, int replyBytes) {

    /** Five seconds a reply, ten to start, one and a half to end, one MiB. */
    public static final Limits DEFAULT = new Limits(5_000_000_000L, 10_000_000_000L, 1_500_000_000L, 1 << 20);

    private static final long LEAST_START_NANOS = 1_000_000_000;
    private static final int TIMES_SLOWER = 10;

    public Limits {
        atLeast("replyNanos", replyNanos, 1);
        atLeast("startNanos", startNanos, 0);
        atLeast("graceNanos", graceNanos, 0);
        atLeast("replyBytes", replyBytes, 1);
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
        }
    }

    /** The same with another limit for one reply, and at least as long a one to start. */
    public Limits withReplyNanos(long nanos) {
        return new Limits(nanos, Math.max(nanos, startNanos), graceNanos, replyBytes);
    }

    /** How long one may take to start that has never taken longer than this; 0 where it has never started. */
    long startNanos(long longestNanos) {
        return longestNanos == 0
                ? startNanos
                : Math.min(startNanos, Math.max(LEAST_START_NANOS, TIMES_SLOWER * longestNanos));
    }
}
