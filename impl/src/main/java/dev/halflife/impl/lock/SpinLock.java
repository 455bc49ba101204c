package dev.halflife.impl.lock;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock for what takes nanoseconds, to be extended by what it guards.
 *
 * <p>A turn costs one compare-and-set, where a monitor takes two; and since the lock is a part of what it guards, a
 * processor that takes it has fetched both with one cache line. Whoever finds it taken spins, then lets other threads run,
 * and at last sleeps, so that a thread that lost its processor with the lock in hand gets it back.
 *
 * <p>Not reentrant: a holder that takes it again waits for itself for ever. Not fair, and not interruptible. Of one turn
 * everything is seen by the next.
 */
public abstract class SpinLock {

    private static final int FREE = 0;
    private static final int TAKEN = 1;
    private static final int SPINS = 64;
    private static final int YIELDS = 1024;
    private static final long NAP_NANOS = 50_000;
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(SpinLock.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // by its handle alone
    private int state = FREE;

    /** Waits until nobody has the lock, and takes it. */
    public final void lock() {
        if (!STATE.compareAndSet(this, FREE, TAKEN)) {
            await();
        }
    }

    /** Gives the lock back; for its holder only. */
    public final void unlock() {
        STATE.setRelease(this, FREE);
    }

    private void await() {
        int turns = 0;
        do {
            pause(turns++);
        } while ((int) STATE.getOpaque(this) == TAKEN || !STATE.compareAndSet(this, FREE, TAKEN));
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing but speed relies on it
    private static void pause(int turns) {
        if (turns < SPINS) {
            Thread.onSpinWait();
        } else if (turns < SPINS + YIELDS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }
}
