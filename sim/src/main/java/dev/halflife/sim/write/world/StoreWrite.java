package dev.halflife.sim.write.world;

import org.jspecify.annotations.Nullable;

/** Something the store was told to keep. */
public sealed interface StoreWrite {

    /** The credits of a flush. */
    record Credited(Credits credits) implements StoreWrite {}

    /** An item, with the arrival it follows in its namespace, and its sequence. */
    record Put(Item item, @Nullable String previous, long sequence) implements StoreWrite {}

    /** An item has no embedding yet. */
    record Waiting(String id) implements StoreWrite {}

    /** An item has its embedding now. */
    record Embedded(String id) implements StoreWrite {}

    /** An item will stay without an embedding. */
    record GivenUp(String id) implements StoreWrite {}

    /** Where the consolidation cursor stands. */
    record CursorAt(long millis) implements StoreWrite {}

    /** The rule that is broken where the store is told something else. */
    default PathRule rule() {
        if (this instanceof Credited) {
            return PathRule.X1;
        }
        return this instanceof Put || this instanceof CursorAt ? PathRule.X7 : PathRule.X6;
    }
}
