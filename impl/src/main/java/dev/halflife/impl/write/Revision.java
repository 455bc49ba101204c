package dev.halflife.impl.write;

import java.util.Objects;

/**
 * One revision of an entry of working memory, reduced to what decides between revisions (C1).
 *
 * @param id names this revision and no other; its order must agree with its {@code equals}
 * @param logicalId names the entry that this is a revision of
 * @param createdNanos when it was made, in nanoseconds of one clock
 */
public record Revision<L, I extends Comparable<? super I>>(I id, L logicalId, long version, long createdNanos) {

    /** Validates that both ids are there. */
    public Revision {
        Objects.requireNonNull(id, "id must not be null");
        Objects.requireNonNull(logicalId, "logicalId must not be null");
    }

    /** Whether this one wins over another of the same entry: by version, then by creation, then by id (C1). */
    boolean isNewerThan(Revision<L, I> other) {
        if (version != other.version) {
            return version > other.version;
        }
        if (createdNanos != other.createdNanos) {
            return createdNanos > other.createdNanos;
        }
        return id.compareTo(other.id) > 0;
    }
}
