package dev.halflife.impl.write;

import dev.halflife.impl.lock.SpinLock;
import java.util.Arrays;

/**
 * Credits that came from some of the threads, and an allowance: how many more those may record without asking anybody.
 *
 * <p>The lock guards every field. {@code record} takes it; everything else is for who has it.
 */
class CreditCell<K> extends SpinLock {

    private static final int LEAST_ROOM = 8;
    private static final Object[] NOTHING = {};

    private Object[] ids = NOTHING;
    private int size;
    private int limit;
    private int lastSize;

    private CreditCell() {}

    static <K> CreditCell<K> empty() {
        return new Apart<>();
    }

    /**
     * Keeps what lies behind a cell off its cache lines, or threads with other cells would slow down this one's: 128 bytes,
     * since processors fetch lines in pairs. A class of its own, since a virtual machine orders the fields of one class as it
     * likes, but puts them behind those of the class above.
     */
    @SuppressWarnings("unused")
    private static final class Apart<K> extends CreditCell<K> {
        private long p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15;
    }

    /** Records one credit if the allowance is enough for it. */
    final boolean record(K id) {
        lock();
        try {
            if (size >= limit) {
                return false;
            }
            add(id);
            return true;
        } finally {
            unlock();
        }
    }

    /** Records one credit each if the allowance is enough for all. */
    final boolean record(K[] each) {
        lock();
        try {
            if (each.length > limit - size) {
                return false;
            }
            addAll(each);
            return true;
        } finally {
            unlock();
        }
    }

    /** Adds one credit each, allowed or not. */
    final void addAll(K[] each) {
        for (K id : each) {
            add(id);
        }
    }

    private void add(K id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, room(size, lastSize));
        }
        ids[size++] = id;
    }

    /** Room for one more: a little more than last time, so that a flush after a flush takes one array. */
    static int room(int size, int lastSize) {
        return Math.max(Math.max(LEAST_ROOM, size + 1), Math.max(lastSize + lastSize / 8, size + size / 2));
    }

    /** How many credits there are. */
    final int size() {
        return size;
    }

    /** How many credits came since the flush before the last. */
    final long recent() {
        return (long) lastSize + size;
    }

    /** Sets the allowance. */
    final void allow(int more) {
        limit = size + more;
    }

    /** Moves all credits over, in order, and with them the array. Leaves no allowance. */
    @SuppressWarnings("unchecked") // only add writes ids, and they are read as K only
    final void moveTo(UncountedCredits<K> taken) {
        taken.add((K[]) ids, size);
        ids = NOTHING;
        lastSize = size;
        size = 0;
        limit = 0;
    }
}
