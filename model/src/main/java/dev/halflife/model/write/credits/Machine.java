package dev.halflife.model.write.credits;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One possible inside of a subject: an immutable value. Caller 0 makes the whole calls; callers 1 to 3 those that overlap.
 */
final class Machine {

    /** Stands for any count below the threshold. */
    static final long BELOW = 0;

    static final int CALLERS = 1 + CreditsConfig.MOST_CALLERS;

    /** At rest, and empty. */
    static final Machine INITIAL = new Machine(0, Pile.EMPTY, idle());

    final long count;
    final Pile pile;
    private final Progress[] callers;
    private final int hash;

    private Machine(long count, Pile pile, Progress[] callers) {
        this.count = count;
        this.pile = pile;
        this.callers = callers;
        this.hash = 31 * (31 * Long.hashCode(count) + pile.hashCode()) + Arrays.hashCode(callers);
    }

    private static Progress[] idle() {
        Progress[] callers = new Progress[CALLERS];
        Arrays.fill(callers, Progress.IDLE);
        return callers;
    }

    Progress progress(int caller) {
        return callers[caller];
    }

    /** What the caller took, once it is done; null where it took nothing. */
    @Nullable
    Pile taken(int caller) {
        return callers[caller] instanceof Progress.Returned returned ? returned.flush() : null;
    }

    boolean isRunning(int caller) {
        return !(callers[caller] instanceof Progress.Idle);
    }

    /** The same with one caller elsewhere. */
    Machine with(int caller, Progress progress) {
        return with(caller, progress, count, pile);
    }

    /** The same with one caller elsewhere, and another count and pile. */
    Machine with(int caller, Progress progress, long nextCount, Pile nextPile) {
        Progress[] next = callers.clone();
        next[caller] = progress;
        return new Machine(nextCount, nextPile, next);
    }

    /** The same with another count and pile. */
    Machine with(long nextCount, Pile nextPile) {
        return new Machine(nextCount, nextPile, callers);
    }

    /** Every credit that is in it: pending, about to be recorded, or taken and not yet reported. */
    Pile held() {
        Pile held = pile;
        for (Progress progress : callers) {
            if (progress instanceof Progress.Invoked invoked && invoked.call() instanceof Call.RecordIds call) {
                held = held.plus(call.ids());
            } else if (progress instanceof Progress.Counted counted) {
                held = held.plus(counted.call().ids());
            } else if (progress instanceof Progress.Returned returned && returned.flush() != null) {
                held = held.plus(returned.flush());
            }
        }
        return held;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Machine machine
                        && machine.hash == hash
                        && machine.count == count
                        && Arrays.equals(machine.callers, callers)
                        && machine.pile.equals(pile));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
