package dev.halflife.impl.write;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a store found when it looked for a snapshot (W6). */
public sealed interface Loaded {

    /** The statistics to start with, sorted; empty unless a whole snapshot was found. */
    Map<Partition, Summary> partitions();

    /** There was no snapshot. */
    record FirstRun() implements Loaded {
        @Override
        public Map<Partition, Summary> partitions() {
            return Map.of();
        }
    }

    /** There was a whole one. */
    record Restored(Map<Partition, Summary> partitions) implements Loaded {

        /** Copies the statistics. */
        public Restored {
            partitions = Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
        }
    }

    /**
     * There was something that cannot be read; statistics start afresh.
     *
     * @param keptAs the name it has now; null if it could not be renamed, which the next save then tries again first
     */
    record Damaged(String reason, @Nullable String keptAs) implements Loaded {
        @Override
        public Map<Partition, Summary> partitions() {
            return Map.of();
        }
    }

    /**
     * There was a whole snapshot of a format this release does not know; statistics start afresh.
     *
     * @param keptAs the name it has now; null if it could not be renamed, which the next save then tries again first
     */
    record Unsupported(String format, @Nullable String keptAs) implements Loaded {
        @Override
        public Map<Partition, Summary> partitions() {
            return Map.of();
        }
    }
}
