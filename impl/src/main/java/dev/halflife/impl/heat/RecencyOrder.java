package dev.halflife.impl.heat;

import org.jspecify.annotations.Nullable;

/**
 * The order in which tracked keys were last touched or bumped, a total order without ties (F2).
 *
 * <p>The links are kept in the entries themselves, so that using a key allocates nothing. Every operation takes constant
 * time. Not thread-safe.
 */
final class RecencyOrder<K> {

    private @Nullable Tracked<K> first;
    private @Nullable Tracked<K> last;

    /** The entry used longest ago, or null if there is none. */
    @Nullable
    Tracked<K> leastRecent() {
        return first;
    }

    void add(Tracked<K> entry) {
        entry.usedBefore = last;
        if (last == null) {
            first = entry;
        } else {
            last.usedAfter = entry;
        }
        last = entry;
    }

    void remove(Tracked<K> entry) {
        Tracked<K> before = entry.usedBefore;
        Tracked<K> after = entry.usedAfter;
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

    void use(Tracked<K> entry) {
        if (entry != last) {
            remove(entry);
            add(entry);
        }
    }
}
