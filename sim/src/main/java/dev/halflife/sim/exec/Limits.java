package dev.halflife.sim.exec;

/**
 * How long a foreign process is waited for, and how much it may say.
 *
 * @param replyNanos how long it may take for one reply, by the clock of the harness; a tenth of it once it was too long
 * @param graceNanos how long it may take to end after its input has ended, in real time
 * @param replyBytes how long a reply may be
 */
public record Limits(long replyNanos, long graceNanos, int replyBytes) {

    /** Five seconds a reply, two to end, one MiB. */
    public static final Limits DEFAULT = new Limits(5_000_000_000L, 2_000_000_000L, 1 << 20);

    public Limits {
        atLeast("replyNanos", replyNanos, 1);
        atLeast("graceNanos", graceNanos, 0);
        atLeast("replyBytes", replyBytes, 1);
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
        }
    }

    /** The same with another limit for one reply. */
    public Limits withReplyNanos(long nanos) {
        return new Limits(nanos, graceNanos, replyBytes);
    }
}
