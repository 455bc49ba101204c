package dev.halflife.impl.heat;

import org.jspecify.annotations.Nullable;

/**
 * Entries in the order in which they were last used or taken on, a total order without ties (F2, F3).
 *
 * <p>The links are kept in the entries themselves, so that using one allocates nothing; an entry is in one such order at a
 * time. Every operation takes constant time. Not thread-safe.
 */
final class UseOrder<K> {

    private @Nullable Entry<K> first;
    private @Nullable Entry<K> last;
    private int size;

    /** The entry used longest ago, or null if there is none. */
    @Nullable
    Entry<K> first() {
        return first;
    }

    int size() {
        return size;
    }

    void add(Entry<K> entry) {
        append(entry);
        size++;
    }

    void remove(Entry<K> entry) {
        unlink(entry);
        size--;
    }

    void use(Entry<K> entry) {
        if (entry != last) {
            unlink(entry);
            append(entry);
        }
    }

    private void append(Entry<K> entry) {
        entry.usedBefore = last;
        if (last == null) {
            first = entry;
        } else {
            last.usedAfter = entry;
        }
        last = entry;
    }

    private void unlink(Entry<K> entry) {
        Entry<K> before = entry.usedBefore;
        Entry<K> after = entry.usedAfter;
        if (before == null) {
            first = after;
        } else {
            before.usedAfter = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.usedBefore = before;
        }
        entry.usedBefore = null;
        entry.usedAfter = null;
    }
}
