package dev.halflife.impl.heat;

/**
 * From when on a tick may have something to decide about a key, as long as the key does not change: never too late, and
 * early by no more than rounding asks for.
 *
 * <p>A rate only falls between two bumps, so the time at which it is due for having faded can be computed when it changes.
 * A rate that may be due for having grown is looked at by the next tick. All of it holds for ticks whose times do not go
 * back. Immutable.
 */
final class NextDecision {

    private final HeatPolicy policy;
    private final boolean marking;
    private final long leaseNanos;

    NextDecision(HeatPolicy policy, boolean marking, long leaseNanos) {
        this.policy = policy;
        this.marking = marking;
        this.leaseNanos = leaseNanos;
    }

    /** Whether an issue puts its key in flight. */
    boolean marks() {
        return marking;
    }

    /** For a key that is not in flight, given its rate at a time at or before that of every tick to come. */
    long of(Entry<?> entry, double rate, long atNanos) {
        double told = entry.told();
        if (!policy.enabled()) {
            return entry.isTracked() && Told.isNothing(told)
                    ? faded(entry, rate, atNanos, Decay.EPS) // F5
                    : Agenda.NEVER;
        }
        if (told == 0 && rate == 0) {
            return Agenda.NEVER; // E5
        }
        if (!(told >= 0) || EmissionRule.mayHaveGrown(policy, told, rate)) {
            return Agenda.NEXT_TICK;
        }
        return faded(entry, rate, atNanos, EmissionRule.fadedRate(policy, told));
    }

    /** For a key that a tick has just announced. */
    long afterIssue(long tickNanos) {
        if (!marking) {
            return Agenda.NEXT_TICK; // T5
        }
        // A mark exactly as old as the lease still holds.
        return leaseNanos == Long.MAX_VALUE ? Agenda.NEVER : sum(tickNanos, leaseNanos + 1);
    }

    private static long faded(Entry<?> entry, double rate, long atNanos, double floor) {
        long nanos = entry.nanosAbove(rate, floor);
        return nanos == 0 ? Agenda.NEXT_TICK : sum(atNanos, nanos);
    }

    /** A sum that no {@code long} can hold is never reached. */
    private static long sum(long fromNanos, long nanos) {
        long sum = fromNanos + nanos;
        return sum < fromNanos ? Agenda.NEVER : sum;
    }
}
