package dev.halflife.model.write.credits;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * The credits as the contract sees them: an immutable value. Where running calls leave open what has happened so far, it
 * holds every possibility.
 */
public final class CreditsState {

    /** How many flushes back a restore may reach. */
    static final int REMEMBERED_FLUSHES = 1 << 12;

    private static final @Nullable Call[] IDLE = new Call[Machine.CALLERS];

    /** The possible machines; never none. The first is one in which running calls have got least far. */
    final List<Machine> machines;

    /** The flushes handed out and not restored, by number; bounded, as a restore cannot reach back for ever. */
    final PersistentMap<Long, Pile> handedOut;

    private final @Nullable Call[] calls;
    private final long flushes;

    private CreditsState(
            List<Machine> machines, PersistentMap<Long, Pile> handedOut, @Nullable Call[] calls, long flushes) {
        this.machines = machines;
        this.handedOut = handedOut;
        this.calls = calls;
        this.flushes = flushes;
    }

    static CreditsState initial() {
        return new CreditsState(List.of(Machine.INITIAL), ExtensionsKt.persistentMapOf(), IDLE, 0);
    }

    CreditsState with(List<Machine> nextMachines) {
        return new CreditsState(nextMachines, handedOut, calls, flushes);
    }

    /** The same with another call of that caller, or with none. */
    CreditsState calling(int caller, @Nullable Call call) {
        @Nullable Call[] next = calls.clone();
        next[caller] = call;
        return new CreditsState(machines, handedOut, next, flushes);
    }

    /** The same after one more flush was handed out. */
    CreditsState handingOut(Pile flush) {
        PersistentMap<Long, Pile> more = handedOut.putting(flushes + 1, flush);
        if (more.size() > REMEMBERED_FLUSHES) {
            more = more.removing(more.keySet().iterator().next());
        }
        return new CreditsState(machines, more, calls, flushes + 1);
    }

    /** The same after a flush came back. */
    CreditsState takingBack(long flush) {
        return new CreditsState(machines, handedOut.removing(flush), calls, flushes);
    }

    /** The call that this caller is running, from 1 to {@value CreditsConfig#MOST_CALLERS}. */
    public Optional<Call> running(int caller) {
        return Optional.ofNullable(calls[caller]);
    }

    /** Whether no call is running. */
    public boolean isAtRest() {
        for (Call call : calls) {
            if (call != null) {
                return false;
            }
        }
        return true;
    }

    /** The credits in the pile; where running calls leave that open, what it may be with the least done by them. */
    public Pile pile() {
        return machines.get(0).pile;
    }

    /** How many machines the replies so far leave possible; at least 1. */
    public int possibilities() {
        return machines.size();
    }

    /** How many flushes were handed out so far. */
    public long flushes() {
        return flushes;
    }

    /** The numbers of the flushes that may be restored, oldest first. */
    public Set<Long> restorable() {
        return handedOut.keySet();
    }

    /** A flush that may be restored. */
    public Optional<Pile> flush(long number) {
        return Optional.ofNullable(handedOut.get(number));
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof CreditsState state
                        && state.flushes == flushes
                        && state.machines.equals(machines)
                        && Arrays.equals(state.calls, calls)
                        && state.handedOut.equals(handedOut));
    }

    @Override
    public int hashCode() {
        return 31 * machines.hashCode() + Long.hashCode(flushes);
    }
}
