package dev.halflife.reports.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The published importance credits for real threads: an atomic count, then a map behind a lock, then a compare-and-set by
 * whoever sees the count at the threshold. With all that is wrong with it (F6).
 */
final class PublishedPile<K> {

    private final long threshold;
    private final AtomicLong count = new AtomicLong();
    private final Map<K, Long> credits = new HashMap<>();

    PublishedPile(long threshold) {
        this.threshold = threshold;
    }

    /** Gives one credit; what is flushed, empty where nothing is. */
    List<K> record(K id) {
        long seen = count.incrementAndGet();
        synchronized (credits) {
            credits.merge(id, 1L, Long::sum);
        }
        if (seen < threshold || !count.compareAndSet(seen, 0)) {
            return List.of();
        }
        synchronized (credits) {
            List<K> taken = new ArrayList<>(credits.keySet());
            credits.clear();
            return taken;
        }
    }
}
