package dev.halflife.impl.heat;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys that a tick has announced and no answer has freed yet, each for no longer than a lease (T4, F10).
 *
 * <p>In a registry without marks this stays empty (T5). Every key in it is tracked or owed (T6). Not thread-safe.
 */
final class InFlight<K> {

    private final boolean marking;
    private final long leaseNanos;
    private final Map<K, Long> markedAtNanos = new LinkedHashMap<>();

    InFlight(boolean marking, long leaseNanos) {
        this.marking = marking;
        this.leaseNanos = leaseNanos;
    }

    /** Marks a key as of the time its tick was given, however the clock has moved before. */
    void mark(K key, long nowNanos) {
        if (marking) {
            markedAtNanos.put(key, nowNanos);
        }
    }

    void clear(K key) {
        markedAtNanos.remove(key);
    }

    /** Clears the marks older than the lease; one exactly as old still holds. */
    void expire(long nowNanos) {
        markedAtNanos.values().removeIf(atNanos -> Elapsed.nanos(atNanos, nowNanos) > leaseNanos);
    }

    boolean contains(K key) {
        return markedAtNanos.containsKey(key);
    }

    int size() {
        return markedAtNanos.size();
    }
}
