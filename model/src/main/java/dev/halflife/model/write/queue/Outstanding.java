package dev.halflife.model.write.queue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/**
 * The items that were drained and not given back, each with how often: an immutable value. An item whose try succeeded
 * never comes back, so of those that differ only the {@link #MOST} drained last are remembered.
 */
final class Outstanding {

    /** Some drains of a queue of the default capacity. */
    static final int MOST = 1 << 16;

    static final Outstanding NONE = new Outstanding(ExtensionsKt.persistentMapOf());

    private final PersistentMap<Item, Integer> counts;

    private Outstanding(PersistentMap<Item, Integer> counts) {
        this.counts = counts;
    }

    /** The items, those drained first in front; an item that was drained twice counts once. */
    Iterable<Item> items() {
        return counts.keySet();
    }

    Outstanding with(List<Item> drained) {
        PersistentMap<Item, Integer> next = counts;
        for (Item item : drained) {
            Integer known = next.get(item);
            next = next.putting(item, known == null ? 1 : known + 1);
            if (next.size() > MOST) {
                next = next.removing(next.keySet().iterator().next());
            }
        }
        return new Outstanding(next);
    }

    /** Without these, or empty where one of them is not there as often. */
    Optional<Outstanding> without(List<Item> returned) {
        PersistentMap<Item, Integer> next = counts;
        for (Item item : returned) {
            Integer known = next.get(item);
            if (known == null) {
                return Optional.empty();
            }
            next = known == 1 ? next.removing(item) : next.putting(item, known - 1);
        }
        return Optional.of(new Outstanding(next));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outstanding outstanding && ((Map<?, ?>) outstanding.counts).equals(counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }
}
