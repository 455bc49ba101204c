package dev.halflife.model.write.workingset;

import dev.halflife.model.Operation;

/** What is done to a working set. Ids are any texts, and revisions' ids are ordered by their text. */
public sealed interface WorkingSetOperation extends Operation<WorkingSetOperation> {

    /** Stores a revision (C1). */
    record Upsert(long atNanos, Revision revision) implements WorkingSetOperation {
        @Override
        public Upsert movedTo(long nanos) {
            return new Upsert(nanos, revision);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.upsert(this);
        }
    }

    /** Reads an entry's newest revision (C2). */
    record Head(long atNanos, String logical) implements WorkingSetOperation {
        @Override
        public Head movedTo(long nanos) {
            return new Head(nanos, logical);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.head(this);
        }
    }

    /** Looks a revision up by its own id (C1). */
    record Get(long atNanos, String id) implements WorkingSetOperation {
        @Override
        public Get movedTo(long nanos) {
            return new Get(nanos, id);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.get(this);
        }
    }

    /** Removes an entry's revisions but for its head (F12). */
    record Trim(long atNanos, String logical) implements WorkingSetOperation {
        @Override
        public Trim movedTo(long nanos) {
            return new Trim(nanos, logical);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.trim(this);
        }
    }

    /** Counts the revisions. */
    record Len(long atNanos) implements WorkingSetOperation {
        @Override
        public Len movedTo(long nanos) {
            return new Len(nanos);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.len(this);
        }
    }

    /** Calls the method for what this operation is. */
    <T> T match(Cases<T> cases);

    @Override
    default boolean readsTime() {
        return false;
    }

    /** One method per kind of operation; a new kind does not compile until every reader answers it. */
    interface Cases<T> {
        T upsert(Upsert upsert);

        T head(Head head);

        T get(Get get);

        T trim(Trim trim);

        T len(Len len);
    }
}
