package dev.halflife.impl.write;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of one entry: the head, and the ids of those that are older (C1, F12).
 *
 * <p>Whoever writes holds the lineage's own lock; the head can be read without it.
 */
final class Lineage<L, I extends Comparable<? super I>> {

    private volatile @Nullable Revision<L, I> head;
    private List<I> older = new ArrayList<>();

    @Nullable
    Revision<L, I> head() {
        return head;
    }

    synchronized void add(Revision<L, I> revision, ConcurrentMap<I, Revision<L, I>> byId) {
        Revision<L, I> stored = byId.putIfAbsent(revision.id(), revision);
        if (stored == null) {
            // Only now may it be seen as the head: readers look a head up by its id.
            rank(revision);
        } else if (!stored.equals(revision)) {
            throw new IllegalArgumentException(
                    "id must name one revision, " + revision + " comes after another: " + stored);
        }
    }

    synchronized int trim(ConcurrentMap<I, Revision<L, I>> byId) {
        List<I> trimmed = older;
        older = new ArrayList<>(); // not cleared: that would keep the room of the longest history
        for (I id : trimmed) {
            byId.remove(id);
        }
        return trimmed.size();
    }

    private void rank(Revision<L, I> revision) {
        Revision<L, I> current = head;
        if (current == null) {
            head = revision;
        } else if (revision.isNewerThan(current)) {
            head = revision;
            older.add(current.id());
        } else {
            older.add(revision.id());
        }
    }
}
