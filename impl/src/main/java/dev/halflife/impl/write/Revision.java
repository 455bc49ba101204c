package dev.halflife.impl.write;

import java.util.Arrays;
import java.util.Objects;

/**
 * One revision of an entry of working memory, reduced to what decides between revisions (C1).
 *
 * @param id names this revision and no other; its order must agree with its {@code equals}; that
 *     of texts is the order of their code points
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
        return compare(id, other.id) > 0;
    }

    /** Texts go by their code points, as their UTF-8 bytes do, and not by UTF-16 units; all else by its own order. */
    private static <I extends Comparable<? super I>> int compare(I one, I other) {
        return one instanceof String text && other instanceof String head
                ? Arrays.compare(text.codePoints().toArray(), head.codePoints().toArray())
                : one.compareTo(other);
    }
}
