package dev.halflife.model.write.queue;

import java.util.ArrayList;
import java.util.List;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * A queue as an immutable value: the items by their place in the row of all that ever came. Adding and removing cost a
 * look-up, however long the queue is.
 */
final class Fifo {

    static final Fifo EMPTY = new Fifo(ExtensionsKt.persistentHashMapOf(), 0);

    private final PersistentMap<Long, Item> items;
    private final long firstPlace;

    private Fifo(PersistentMap<Long, Item> items, long firstPlace) {
        this.items = items;
        this.firstPlace = firstPlace;
    }

    /** These items, the oldest first. */
    static Fifo of(List<Item> items) {
        Fifo fifo = EMPTY;
        for (Item item : items) {
            fifo = fifo.with(item);
        }
        return fifo;
    }

    int size() {
        return items.size();
    }

    /** The oldest item, or null where there is none. */
    @Nullable
    Item first() {
        return items.get(firstPlace);
    }

    Fifo with(Item item) {
        return new Fifo(items.putting(firstPlace + items.size(), item), firstPlace);
    }

    Fifo withoutFirst() {
        return items.isEmpty() ? this : new Fifo(items.removing(firstPlace), firstPlace + 1);
    }

    /** The items, the oldest first. */
    List<Item> toList() {
        List<Item> list = new ArrayList<>(items.size());
        for (long place = firstPlace; place < firstPlace + items.size(); place++) {
            Item item = items.get(place);
            if (item != null) {
                list.add(item);
            }
        }
        return list;
    }

    /** Equal by the items in their order, wherever the row began. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Fifo fifo
                && fifo.size() == size()
                && fifo.toList().equals(toList());
    }

    @Override
    public int hashCode() {
        return toList().hashCode();
    }

    @Override
    public String toString() {
        return toList().toString();
    }
}
