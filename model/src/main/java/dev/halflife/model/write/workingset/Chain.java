package dev.halflife.model.write.workingset;

import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentSet;

/**
 * The revisions of one entry.
 *
 * @param head the newest
 * @param older all others that are stored
 */
record Chain(Revision head, PersistentSet<Revision> older) {

    static Chain of(Revision first) {
        return new Chain(first, ExtensionsKt.persistentHashSetOf());
    }

    Chain with(Revision revision, boolean asHead) {
        if (revision.equals(head)) {
            return this;
        }
        return asHead
                ? new Chain(revision, older.removing(revision).adding(head))
                : new Chain(head, older.adding(revision));
    }

    Chain trimmed() {
        return of(head);
    }
}
