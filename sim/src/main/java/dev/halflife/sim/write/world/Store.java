package dev.halflife.sim.write.world;

import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import kotlinx.collections.immutable.PersistentSet;

/**
 * What is stored, and so survives the process: an immutable value. A store that fails has kept nothing of what it was told;
 * without that no credit can be counted exactly once.
 *
 * @param items by id, in the order they were stored
 * @param latest the last arrival of each namespace
 * @param waiting the ids of items without an embedding, in the order they came to be
 * @param credits by id
 * @param cursorMillis where the consolidation cursor stands
 */
public record Store(
        PersistentMap<String, Item> items,
        PersistentMap<String, Link> latest,
        PersistentSet<String> waiting,
        Credits credits,
        long cursorMillis) {

    static final Store EMPTY = new Store(
            ExtensionsKt.persistentMapOf(),
            ExtensionsKt.persistentMapOf(),
            ExtensionsKt.persistentSetOf(),
            Credits.NONE,
            0);

    /** The last arrival of a namespace. */
    public record Link(String id, long sequence) {}

    Store with(StoreWrite write) {
        if (write instanceof StoreWrite.Credited credited) {
            return new Store(items, latest, waiting, credits.plus(credited.credits()), cursorMillis);
        }
        if (write instanceof StoreWrite.Put put) {
            Item item = put.item();
            return new Store(
                    items.putting(item.id(), item),
                    latest.putting(item.namespace(), new Link(item.id(), put.sequence())),
                    waiting,
                    credits,
                    cursorMillis);
        }
        if (write instanceof StoreWrite.Waiting waits) {
            return new Store(items, latest, waiting.adding(waits.id()), credits, cursorMillis);
        }
        if (write instanceof StoreWrite.Embedded embedded) {
            return new Store(items, latest, waiting.removing(embedded.id()), credits, cursorMillis);
        }
        if (write instanceof StoreWrite.GivenUp givenUp) {
            return new Store(items, latest, waiting.removing(givenUp.id()), credits, cursorMillis);
        }
        return write instanceof StoreWrite.CursorAt cursor
                ? new Store(items, latest, waiting, credits, cursor.millis())
                : this;
    }
}
