package dev.halflife.impl.heat;

/**
 * A place in a circular list that is linked both ways; the head of such a list, or an entry of it, and its only one when new.
 *
 * <p>So an entry costs two references, in whatever list it is, and leaves it without asking which that is. Not thread-safe.
 */
class Link<K> {

    private Link<K> before = this;
    private Link<K> after = this;

    /** The first of the list that this is the head of, or this where there is none. */
    final Link<K> after() {
        return after;
    }

    final boolean isAlone() {
        return after == this;
    }

    /** Makes an entry that is in no list the last of the list that this is the head of. */
    final void append(Link<K> entry) {
        entry.before = before;
        entry.after = this;
        before.after = entry;
        before = entry;
    }

    /** Leaves the list that this is the head of without entries, which still lead from the first returned one to here. */
    final Link<K> detachAll() {
        Link<K> first = after;
        before = this;
        after = this;
        return first;
    }

    /** Leaves the list, and is alone. */
    final void unlink() {
        before.after = after;
        after.before = before;
        before = this;
        after = this;
    }
}
