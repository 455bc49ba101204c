package dev.halflife.sim.write.cursor;

import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.model.write.cursor.CursorState;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.component.Situation;
import java.util.List;

/** What a campaign of the cursor must have met. */
final class CursorSituations {

    static final List<Situation<NoConfig, CursorState, CursorOperation, CursorReply>> ALL = List.of(
            situation("moved", "an advance forward", (from, to) -> to > from),
            situation("equal", "an advance to where it stands, past the beginning", (from, to) -> to == from && to > 0),
            situation("smaller", "an advance to a smaller value", (from, to) -> to < from && to >= 0),
            situation("negative", "an advance to a negative value at the beginning", (from, to) -> from == 0 && to < 0),
            situation("greatest", "an advance to the greatest value", (from, to) -> to > from && to == Long.MAX_VALUE),
            situation(
                    "after-greatest",
                    "an advance from the greatest value",
                    (from, to) -> from == Long.MAX_VALUE && to < from),
            situation(
                    "overflow",
                    "an advance whose distance is no long",
                    (from, to) -> from > 1 && to < Long.MIN_VALUE + from - 1));

    private CursorSituations() {}

    private interface Advances {
        boolean met(long from, long to);
    }

    private static Situation<NoConfig, CursorState, CursorOperation, CursorReply> situation(
            String id, String text, Advances advances) {
        return new Situation<>(
                id,
                text,
                (config, before, operation, reply, after) -> operation instanceof CursorOperation.Advance advance
                        && advances.met(before.millis(), advance.millis()));
    }
}
