package dev.halflife.model.write.arrivals;

import org.jspecify.annotations.Nullable;

/** What arrivals answer. */
public sealed interface ArrivalsReply {

    /** To an arrival: the one before it, or null where it is the first, and its own sequence (N1). */
    record Arrived(@Nullable Cursor previous, long sequence) implements ArrivalsReply {
        @Override
        public String toString() {
            return "#" + sequence + (previous == null ? ", the first" : " after " + previous);
        }
    }

    /** To a seed: nothing to say. */
    record Seeded() implements ArrivalsReply {
        @Override
        public String toString() {
            return "";
        }
    }

    /** To a last: the cursor, or null where there is none. */
    record Latest(@Nullable Cursor cursor) implements ArrivalsReply {
        @Override
        public String toString() {
            return cursor == null ? "none" : cursor.toString();
        }
    }
}
