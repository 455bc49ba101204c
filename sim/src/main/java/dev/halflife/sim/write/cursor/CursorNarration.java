package dev.halflife.sim.write.cursor;

import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.model.write.cursor.CursorState;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.component.NoConfig;

/** Cursor operations and replies in a few words. */
final class CursorNarration implements Narration<NoConfig, CursorState, CursorOperation, CursorReply> {

    @Override
    public String config(NoConfig config) {
        return "nothing to configure";
    }

    @Override
    public String operation(CursorOperation operation) {
        return operation.match(advance -> "advance  to " + advance.millis() + " ms", position -> "position");
    }

    @Override
    public String reply(CursorOperation operation, CursorReply reply) {
        return reply.toString();
    }

    @Override
    public String note(CursorState state) {
        return "at " + state.millis() + " ms";
    }
}
