package dev.halflife.model.write.cursor;

/** What a consolidation cursor answers. */
public sealed interface CursorReply {

    /** To an advance: whether the cursor moved. */
    record Advanced(boolean moved) implements CursorReply {
        @Override
        public String toString() {
            return moved ? "moved" : "not moved";
        }
    }

    /** To a position: where the cursor stands, in milliseconds. */
    record Standing(long millis) implements CursorReply {
        @Override
        public String toString() {
            return "at " + millis + " ms";
        }
    }
}
