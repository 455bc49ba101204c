package dev.halflife.impl.heat;

import org.jspecify.annotations.Nullable;

/** The entries that are owed a withdrawal, in the order in which they came to be (F3). Constant time. Not thread-safe. */
final class Debts<K> {

    private final Link<K> head = new Link<>();
    private int size;

    /** The oldest one, or null if there is none. */
    @Nullable
    Entry<K> oldest() {
        return head.isAlone() ? null : (Entry<K>) head.after();
    }

    int size() {
        return size;
    }

    void add(Entry<K> entry) {
        head.append(entry);
        size++;
    }

    void remove(Entry<K> entry) {
        entry.unlink();
        size--;
    }
}
