package dev.halflife.impl.write;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many credits each id has, in order of first record: flat arrays with an index, a hash table with linear probing
 * that is at most half full.
 *
 * <p>One thread fills it; from then on nobody changes it, and any thread may read it.
 */
final class Tally<K> implements CreditCounts.Source<K> {

    // 2^32 divided by the golden ratio: spreads hash codes that differ in their low bits only over the high ones.
    private static final int GOLDEN = 0x9E3779B9;

    private final @Nullable Object[] ids;
    private final long[] counts;
    private final int[] ranks;
    private final int shift;
    private int size;

    /** Empty, with room for so many different ids. */
    Tally(int capacity) {
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(0, capacity - 1));
        this.ids = new @Nullable Object[capacity];
        this.counts = new long[capacity];
        this.ranks = new int[1 << bits];
        this.shift = Integer.SIZE - bits;
    }

    /** Adds credits to an id, which becomes the last in order if it is new. */
    void add(K id, long count) {
        int slot = slot(id);
        int rank = ranks[slot] - 1;
        if (rank < 0) {
            rank = size++;
            ids[rank] = id;
            ranks[slot] = rank + 1;
        }
        counts[rank] += count;
    }

    void addAll(Tally<K> more) {
        for (int rank = 0; rank < more.size; rank++) {
            add(more.id(rank), more.counts[rank]);
        }
    }

    @Override
    public Tally<K> count() {
        return this;
    }

    /** How many different ids there are. */
    int size() {
        return size;
    }

    /** The id that came so many different ids after the first. */
    @SuppressWarnings("unchecked") // only add writes ids, and every rank below the size is written
    K id(int rank) {
        return (K) Objects.requireNonNull(ids[rank]);
    }

    /** The credits of that id, at least 1. */
    long count(int rank) {
        return counts[rank];
    }

    /** The credits of an id, 0 where it has none. */
    long count(Object id) {
        int rank = ranks[slot(id)];
        return rank == 0 ? 0 : counts[rank - 1];
    }

    /** Where the id's rank is in the index, or would have to go. */
    private int slot(Object id) {
        int mask = ranks.length - 1;
        int slot = (id.hashCode() * GOLDEN) >>> shift;
        while (ranks[slot] != 0 && !id.equals(ids[ranks[slot] - 1])) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
