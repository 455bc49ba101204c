package dev.halflife.model.write.cursor;

import dev.halflife.model.Operation;
import java.util.function.Function;

/** What is done to a consolidation cursor. */
public sealed interface CursorOperation extends Operation<CursorOperation> {

    /** Moves the cursor to {@code millis}, a time in milliseconds, if that is forward (K1). Any value is ordinary. */
    record Advance(long atNanos, long millis) implements CursorOperation {
        @Override
        public Advance movedTo(long nanos) {
            return new Advance(nanos, millis);
        }

        @Override
        public <T> T match(Function<Advance, T> advance, Function<Position, T> position) {
            return advance.apply(this);
        }
    }

    /** Reads where the cursor stands. */
    record Position(long atNanos) implements CursorOperation {
        @Override
        public Position movedTo(long nanos) {
            return new Position(nanos);
        }

        @Override
        public <T> T match(Function<Advance, T> advance, Function<Position, T> position) {
            return position.apply(this);
        }
    }

    /** Calls the function for what this operation is. */
    <T> T match(Function<Advance, T> advance, Function<Position, T> position);

    @Override
    default boolean readsTime() {
        return false;
    }
}
