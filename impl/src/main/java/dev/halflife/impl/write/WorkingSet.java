package dev.halflife.impl.write;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A write-through cache of revisions, found by their own id, and by the entry whose newest they are (C1, C2).
 *
 * <p>Thread-safe. Readers take no lock; writers of one entry wait for each other, and for no one else. A revision is put
 * under its own id before it becomes the head, and only what is not the head is ever taken away: at no instant is there a
 * head that {@link #byId} does not know. A reader who was overtaken by a newer head and a trim still holds the whole
 * revision it was given.
 */
public final class WorkingSet<L, I extends Comparable<? super I>> {

    private final ConcurrentHashMap<I, Revision<L, I>> revisions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<L, Lineage<L, I>> lineages = new ConcurrentHashMap<>();

    /**
     * Stores a revision under its own id, and makes it the head of its entry if it is newer than the head (C1).
     *
     * <p>A revision that is stored already changes nothing. One that was trimmed and arrives once more is stored again, as
     * C1 has it, until the next trim; the head stays, being newer. Constant time.
     *
     * @throws IllegalArgumentException if its id already names another revision; nothing has changed then
     */
    public void upsert(Revision<L, I> revision) {
        Lineage<L, I> lineage = lineages.computeIfAbsent(revision.logicalId(), logicalId -> new Lineage<>());
        lineage.add(revision, revisions);
    }

    /** The newest revision of an entry that ever was stored, or empty (C2). */
    public Optional<Revision<L, I>> head(L logicalId) {
        Objects.requireNonNull(logicalId, "logicalId must not be null");
        return Optional.ofNullable(lineages.get(logicalId)).map(Lineage::head);
    }

    /** The revision of that id, or empty if none was stored or it was trimmed. */
    public Optional<Revision<L, I>> byId(I id) {
        return Optional.ofNullable(revisions.get(id));
    }

    /** Drops the revisions of an entry that are older than its head and returns how many; one step for each (F12). */
    public int trim(L logicalId) {
        Lineage<L, I> lineage = lineages.get(logicalId);
        return lineage == null ? 0 : lineage.trim(revisions);
    }

    /** How many revisions are stored, heads included; an estimate while others write. */
    public int size() {
        return revisions.size();
    }
}
