package dev.halflife.impl.heat;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The known keys by equality: a hash table whose chains run through the entries themselves.
 *
 * <p>A {@link java.util.HashMap} would cost another 40 bytes a key. Here it is one reference, two at worst. Every operation
 * but {@link #forEach} takes constant time on average. Not thread-safe.
 */
final class KeyTable<K> {

    private static final int FIRST_BUCKETS = 16;
    private static final int MOST_BUCKETS = 1 << 30;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private @Nullable Entry<K>[] buckets = newBuckets(FIRST_BUCKETS);
    private int size;

    @Nullable
    Entry<K> get(K key) {
        return get(key, key.hashCode());
    }

    /** Given the key's hash code. */
    @Nullable
    Entry<K> get(K key, int hash) {
        Entry<K> entry = buckets[bucket(hash, buckets.length)];
        while (entry != null && !isEqual(entry.key(), key)) {
            entry = entry.sameBucket;
        }
        return entry;
    }

    /** Adds the entry of a key that is not here yet. */
    void add(Entry<K> entry) {
        if (size == buckets.length && size < MOST_BUCKETS) {
            grow();
        }
        link(entry);
        size++;
    }

    /** Removes an entry that is here. */
    void remove(Entry<K> entry) {
        int bucket = bucket(entry.key().hashCode(), buckets.length);
        Entry<K> before = buckets[bucket];
        if (before == entry) {
            buckets[bucket] = entry.sameBucket;
        } else {
            while (before != null && before.sameBucket != entry) {
                before = before.sameBucket;
            }
            if (before != null) {
                before.sameBucket = entry.sameBucket;
            }
        }
        entry.sameBucket = null;
        size--;
    }

    /** Calls the action with every entry, in an order that means nothing. It must change nothing here. */
    void forEach(Consumer<? super Entry<K>> action) {
        for (Entry<K> first : buckets) {
            for (Entry<K> entry = first; entry != null; entry = entry.sameBucket) {
                action.accept(entry);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same object needs not be read
    private static boolean isEqual(Object one, Object other) {
        return one == other || one.equals(other);
    }

    private void grow() {
        @Nullable Entry<K>[] old = buckets;
        buckets = newBuckets(2 * old.length);
        for (Entry<K> first : old) {
            Entry<K> entry = first;
            while (entry != null) {
                Entry<K> next = entry.sameBucket;
                link(entry);
                entry = next;
            }
        }
    }

    private void link(Entry<K> entry) {
        int bucket = bucket(entry.key().hashCode(), buckets.length);
        entry.sameBucket = buckets[bucket];
        buckets[bucket] = entry;
    }

    /** The top bits of a product, as hash codes of numbered keys differ in their low bits alone. */
    private static int bucket(int hash, int buckets) {
        long mixed = Integer.toUnsignedLong(hash * GOLDEN_RATIO);
        return (int) ((mixed * buckets) >>> Integer.SIZE);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic class cannot be made otherwise
    private static <K> @Nullable Entry<K>[] newBuckets(int length) {
        return new Entry[length];
    }
}
