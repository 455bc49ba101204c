package dev.halflife.impl.write;

import dev.halflife.impl.lock.SpinLock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is pending in all cells and what was restored, and how much each cell may take without asking.
 *
 * <p>What is pending and all allowances together are below the threshold, or there are no allowances. Each call here has
 * every lock: this one and then, in order, those of the cells that have joined. The others hold nothing and are allowed
 * nothing, so that nobody has to look at them. The method is known from counters in databases, where transactions reserve
 * a part of a sum (O'Neil, The Escrow Transactional Method, TODS 11(4), 1986).
 *
 * <p>No code of anybody else's runs under the locks: ids are hashed when counts are first read.
 */
final class Escrow<K> extends SpinLock {

    private final int threshold;
    private final List<CreditCell<K>> cells = new ArrayList<>();
    private List<CreditCounts<K>> restored = List.of();
    private long restoredCredits;

    Escrow(int threshold) {
        this.threshold = threshold;
    }

    /** Records one credit each by way of a cell; what is flushed, or null. */
    @Nullable
    CreditCounts<K> record(CreditCell<K> cell, K[] each) {
        lock();
        try {
            if (!cells.contains(cell)) {
                cells.add(cell);
            }
            lockCells();
            try {
                cell.addAll(each);
                CreditCounts<K> flush = sum() < threshold ? null : takeAll();
                shareOut(cell);
                return flush;
            } finally {
                unlockCells();
            }
        } finally {
            unlock();
        }
    }

    /** Takes everything pending; null where nothing is. */
    @Nullable
    CreditCounts<K> drain() {
        lockAll();
        try {
            return sum() == 0 ? null : takeAll();
        } finally {
            unlockAll();
        }
    }

    /**
     * Adds what a flush has taken.
     *
     * @throws IllegalArgumentException if that is more than can be counted; nothing has changed then
     */
    void restore(CreditCounts<K> flush) {
        lockAll();
        try {
            long all = CreditCounts.sum(restoredCredits, flush.credits());
            if (restored.isEmpty()) {
                restored = new ArrayList<>();
            }
            restored.add(flush);
            restoredCredits = all;
            cells.forEach(cell -> cell.allow(0));
        } finally {
            unlockAll();
        }
    }

    /** How many credits are pending. */
    long pending() {
        lockAll();
        try {
            return sum();
        } finally {
            unlockAll();
        }
    }

    private long sum() {
        long sum = restoredCredits;
        for (CreditCell<K> cell : cells) {
            sum += cell.size();
        }
        return sum;
    }

    private CreditCounts<K> takeAll() {
        long credits = sum();
        UncountedCredits<K> taken = new UncountedCredits<>(restored, cells.size());
        restored = List.of();
        restoredCredits = 0;
        for (CreditCell<K> cell : cells) {
            cell.moveTo(taken);
        }
        return new CreditCounts<>(credits, taken);
    }

    /**
     * Allows again whatever may still come without reaching the threshold: each cell in proportion to what has come to it
     * lately, and the one that has run out as much as any. So a thread on its own asks once a flush, and several ask more
     * often only towards its end; what idle threads were allowed comes back to the others.
     */
    private void shareOut(CreditCell<K> asking) {
        long free = Math.max(0, threshold - 1 - sum());
        long most = 1;
        long recent = 0;
        for (CreditCell<K> cell : cells) {
            most = Math.max(most, cell.recent());
            recent += cell == asking ? 0 : cell.recent();
        }
        long rest = free;
        for (CreditCell<K> cell : cells) {
            if (cell != asking) {
                long share = free * cell.recent() / (recent + most);
                cell.allow((int) share);
                rest -= share;
            }
        }
        asking.allow((int) rest);
    }

    private void lockAll() {
        lock();
        lockCells();
    }

    private void unlockAll() {
        unlockCells();
        unlock();
    }

    private void lockCells() {
        for (CreditCell<K> cell : cells) {
            cell.lock();
        }
    }

    private void unlockCells() {
        for (CreditCell<K> cell : cells) {
            cell.unlock();
        }
    }
}
