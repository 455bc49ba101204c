package dev.halflife.impl.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Credits on their way to one flush: slots that callers reserve with one atomic add, and what was restored.
 *
 * <p>A pile is open while fewer slots than its limit are reserved. It is sealed, for good, by the reservation that
 * reaches the limit or by {@link #seal}; a reservation that comes later is void, and its caller has to go to the next
 * pile. So the number reserved says what is pending exactly as long as the pile is open.
 *
 * <p>Memory: a reservation is volatile, because the order of reservations is the order of the calls. A slot is written
 * with release and read with acquire, so that whoever takes an id sees it whole; nothing else is ordered by it.
 */
final class Pile<K> {

    /** Sealed by a drain: whoever comes too late may put an empty pile in its place. */
    static final long DRAINED = 1L << 62;

    /** Sealed by a restore: only the caller that restores knows the pile that comes next. */
    static final long RESTORING = 1L << 61;

    private static final int SPINS_BEFORE_YIELDING = 64;
    private static final VarHandle RESERVED;

    static {
        try {
            RESERVED = MethodHandles.lookup().findVarHandle(Pile.class, "reserved", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final AtomicReferenceArray<@Nullable K> slots;
    private final CreditCounts<K> restored;
    private final int limit;
    private volatile long reserved;

    private Pile(AtomicReferenceArray<@Nullable K> slots, CreditCounts<K> restored, int limit, long reserved) {
        this.slots = slots;
        this.restored = restored;
        this.limit = limit;
        this.reserved = reserved;
    }

    /** An empty pile that is sealed by its credit number {@code threshold}. */
    static <K> Pile<K> empty(int threshold) {
        return new Pile<>(new AtomicReferenceArray<>(threshold), CreditCounts.none(), threshold, 0);
    }

    /**
     * An open pile that goes on from this one with other restored credits; at least one more credit seals it.
     *
     * <p>It shares the slots: callers that reserved one of the first {@code stored} may still be about to write it.
     */
    Pile<K> continued(CreditCounts<K> restored, long stored) {
        long left = slots.length() - restored.credits();
        return new Pile<>(slots, restored, (int) Math.max(stored + 1, left), stored);
    }

    /** Reserves slots; the reply is the first of them, void unless this pile {@linkplain #opens opened} it. */
    long reserve(int count) {
        return (long) RESERVED.getAndAdd(this, (long) count);
    }

    /** Whether a reservation that starts here, or a state that was read, found this pile open. */
    boolean opens(long first) {
        return first < limit;
    }

    int limit() {
        return limit;
    }

    void store(int slot, K id) {
        slots.setRelease(slot, id);
    }

    long reserved() {
        return reserved;
    }

    /** Seals the pile if it is open with exactly so many slots reserved. */
    boolean seal(long seen, long mark) {
        return RESERVED.compareAndSet(this, seen, seen | mark);
    }

    /** Whether this pile, sealed, is followed by an empty one. */
    boolean leavesNothing() {
        return (reserved & RESTORING) == 0;
    }

    CreditCounts<K> restored() {
        return restored;
    }

    /**
     * Everything in this sealed pile: what was restored, then the slots in order, then what found no room here.
     *
     * <p>Waits for callers that have reserved a slot and not written it yet, which is the next thing they do. From then on
     * nobody writes the slots any more, so they are the caller's.
     *
     * @param stored how many slots were reserved before the pile was sealed
     */
    CreditCounts<K> take(int stored, List<K> beyond) {
        for (int slot = 0; slot < stored; slot++) {
            for (int spins = 0; slots.getAcquire(slot) == null; spins++) {
                pause(spins);
            }
        }
        return new CreditCounts<>(restored.credits() + stored + beyond.size(), () -> count(stored, beyond));
    }

    private Tally<K> count(int stored, List<K> beyond) {
        Tally<K> before = restored.tally();
        Tally<K> tally = new Tally<>(before.size() + stored + beyond.size());
        tally.addAll(before);
        for (int slot = 0; slot < stored; slot++) {
            tally.add(Objects.requireNonNull(slots.getPlain(slot)), 1);
        }
        for (K id : beyond) {
            tally.add(id, 1);
        }
        return tally;
    }

    /** Passes a moment of waiting for another thread, which may need this processor once the wait gets long. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing but speed relies on it
    static void pause(int spins) {
        if (spins < SPINS_BEFORE_YIELDING) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }
}
