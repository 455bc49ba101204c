package dev.halflife.model.write.statistics;

import kotlinx.collections.immutable.PersistentMap;

/** What a snapshot file may hold. */
sealed interface Content {

    /** There is no file. */
    enum Nothing implements Content {
        ABSENT
    }

    /** The file is no snapshot. */
    enum Broken implements Content {
        DAMAGED
    }

    /** All of a snapshot. */
    record Whole(PersistentMap<String, Moments> partitions) implements Content {}
}
