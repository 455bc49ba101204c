package dev.halflife.stress.jcstress;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The published algorithm for credits, reduced to their number, in steps: count; add to the pile under the lock; claim by
 * compare-and-set; take the pile under the lock. Each step is atomic; what is weak is what lies between them (F6).
 */
final class PublishedPile {

    private final int threshold;
    private final AtomicLong pending = new AtomicLong();
    private long pile; // guarded by this

    PublishedPile(int threshold) {
        this.threshold = threshold;
    }

    /** Records one credit; returns how many this caller takes. */
    long record() {
        long seen = pending.incrementAndGet();
        synchronized (this) {
            pile++;
        }
        return seen >= threshold && pending.compareAndSet(seen, 0) ? take() : 0;
    }

    long drain() {
        pending.set(0);
        return take();
    }

    long pending() {
        return pending.get();
    }

    private synchronized long take() {
        long taken = pile;
        pile = 0;
        return taken;
    }
}
