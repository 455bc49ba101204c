package dev.halflife.model.write.statistics;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What running statistics answer. A reply may hold anything; only a judge says whether it is right. */
public sealed interface StatisticsReply {

    /** To an update, a merge or damage: nothing to say. */
    record Done() implements StatisticsReply {}

    /** To a read. */
    record Told(Summary summary, double variance) implements StatisticsReply {}

    /** To a z-score. */
    record Standardised(double z) implements StatisticsReply {}

    /** To a score: what was scored, the path taken, and how near to the threshold that was. */
    record Scored(double score, Route route, Band band) implements StatisticsReply {}

    /** Whether a snapshot is due, and this caller's to write. */
    record Due(boolean claimed) implements StatisticsReply {}

    /** Whether a save has begun; false where another is in progress. */
    record Begun(boolean accepted) implements StatisticsReply {}

    /** What a save came to by this step; {@code did} says for people what the step was, and is not judged. */
    record Stepped(Progress progress, @Nullable String did) implements StatisticsReply {}

    /** A restart found no snapshot. */
    record FirstRun() implements StatisticsReply {}

    /** A restart found this snapshot. */
    record Restored(SortedMap<String, Summary> partitions) implements StatisticsReply {
        public Restored {
            partitions = Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
        }
    }

    /**
     * A restart found a file that is no snapshot; statistics start afresh.
     *
     * @param kept whether this file was set aside, where no later snapshot replaces it
     * @param aside how many files stand aside now
     */
    record Damaged(boolean kept, long aside) implements StatisticsReply {}

    /** The path that a write takes. */
    enum Route {
        FAST,
        SLOW
    }

    /** How near a score is to the threshold. */
    enum Band {
        NEAR,
        FAR
    }

    /** How far a save has got. */
    enum Progress {
        GOES_ON,
        SAVED,
        FAILED
    }
}
