package dev.halflife.model.write.workingset;

import dev.halflife.model.CodePoints;
import java.util.Comparator;

/**
 * One state of an entry; a revision never changes.
 *
 * @param id its own id, unique among all revisions
 * @param logical the id of the entry, which all its revisions share
 * @param version greater is newer
 * @param createdNanos of equal versions, later is newer; in nanoseconds
 */
public record Revision(String id, String logical, long version, long createdNanos) {

    static final Comparator<Revision> AGE = Comparator.comparingLong(Revision::version)
            .thenComparingLong(Revision::createdNanos)
            .thenComparing(Revision::id, CodePoints.ORDER);

    /** Whether it is newer than another of the same entry: by version, created, code points of the id, in that order (C1). */
    boolean isNewerThan(Revision other) {
        return AGE.compare(this, other) > 0;
    }
}
