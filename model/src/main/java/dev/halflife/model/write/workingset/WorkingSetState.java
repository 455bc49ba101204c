package dev.halflife.model.write.workingset;

import java.util.Optional;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/** A working set as the contract sees it: an immutable value. */
public final class WorkingSetState {

    static final WorkingSetState EMPTY =
            new WorkingSetState(ExtensionsKt.persistentHashMapOf(), ExtensionsKt.persistentHashMapOf());

    private final PersistentMap<String, Revision> byId;
    private final PersistentMap<String, Chain> chains;

    private WorkingSetState(PersistentMap<String, Revision> byId, PersistentMap<String, Chain> chains) {
        this.byId = byId;
        this.chains = chains;
    }

    /** The ids of the stored revisions, in an order that is the same on every JVM. */
    public Iterable<String> ids() {
        return byId.keySet();
    }

    /** The entries, in an order that is the same on every JVM. */
    public Iterable<String> logicals() {
        return chains.keySet();
    }

    /** How many revisions are stored. */
    public int size() {
        return byId.size();
    }

    /** A revision by its own id. */
    public Optional<Revision> revision(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** An entry's newest revision. */
    public Optional<Revision> head(String logical) {
        return Optional.ofNullable(chains.get(logical)).map(Chain::head);
    }

    /** How many of an entry's revisions are stored besides its head. */
    public int olderThanHead(String logical) {
        Chain chain = chains.get(logical);
        return chain == null ? 0 : chain.older().size();
    }

    @Nullable
    Revision at(String id) {
        return byId.get(id);
    }

    WorkingSetState with(Revision revision) {
        Chain chain = chains.get(revision.logical());
        return with(revision, chain == null || revision.isNewerThan(chain.head()));
    }

    /** With a revision as its entry's head or not; the first is the head. */
    WorkingSetState with(Revision revision, boolean asHead) {
        Chain chain = chains.get(revision.logical());
        if (chain != null && byId.containsKey(revision.id()) && !asHead) {
            return this;
        }
        return new WorkingSetState(
                byId.putting(revision.id(), revision),
                chains.putting(revision.logical(), chain == null ? Chain.of(revision) : chain.with(revision, asHead)));
    }

    /** Without the entry's head in the index of revisions, which the entry still names. */
    WorkingSetState withoutHeadById(String logical) {
        Chain chain = chains.get(logical);
        return chain == null
                ? this
                : new WorkingSetState(byId.removing(chain.head().id()), chains);
    }

    /** Without the entry's revisions but for its head. Costs what it removes. */
    WorkingSetState trimmed(String logical) {
        Chain chain = chains.get(logical);
        if (chain == null || chain.older().isEmpty()) {
            return this;
        }
        PersistentMap<String, Revision> kept = byId;
        for (Revision older : chain.older()) {
            kept = kept.removing(older.id());
        }
        return new WorkingSetState(kept, chains.putting(logical, chain.trimmed()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingSetState state && state.byId.equals(byId) && state.chains.equals(chains);
    }

    @Override
    public int hashCode() {
        return byId.hashCode();
    }

    @Override
    public String toString() {
        return chains.toString();
    }
}
