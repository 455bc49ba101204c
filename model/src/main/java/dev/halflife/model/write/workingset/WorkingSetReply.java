package dev.halflife.model.write.workingset;

import dev.halflife.model.NameText;
import org.jspecify.annotations.Nullable;

/** What a working set answers. */
public sealed interface WorkingSetReply {

    /** To an upsert: nothing to say. */
    record Stored() implements WorkingSetReply {
        @Override
        public String toString() {
            return "";
        }
    }

    /** To a head: the id of the entry's newest revision, or null where there is none. */
    record Newest(@Nullable String id) implements WorkingSetReply {
        @Override
        public String toString() {
            return id == null ? "none" : NameText.of(id);
        }
    }

    /** To a get: whether the revision is there. */
    record Found(boolean present) implements WorkingSetReply {
        @Override
        public String toString() {
            return present ? "present" : "absent";
        }
    }

    /** To a trim: how many revisions were removed. */
    record Trimmed(long removed) implements WorkingSetReply {
        @Override
        public String toString() {
            return removed + " removed";
        }
    }

    /** To a len: the number of revisions. */
    record Counted(long len) implements WorkingSetReply {
        @Override
        public String toString() {
            return len == 1 ? "1 revision" : len + " revisions";
        }
    }
}
