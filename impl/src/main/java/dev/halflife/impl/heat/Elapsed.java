package dev.halflife.impl.heat;

/** Time that has passed between two readings of a clock, in nanoseconds within [0, Long.MAX_VALUE]. */
final class Elapsed {

    private Elapsed() {}

    /**
     * Nanoseconds from one reading to another.
     *
     * <p>A clock that went backwards has passed no time (D6); a span that no {@code long} can hold, 292 years, counts as
     * the longest that one can.
     */
    static long nanos(long fromNanos, long toNanos) {
        if (toNanos <= fromNanos) {
            return 0;
        }
        long elapsedNanos = toNanos - fromNanos;
        return elapsedNanos < 0 ? Long.MAX_VALUE : elapsedNanos;
    }
}
