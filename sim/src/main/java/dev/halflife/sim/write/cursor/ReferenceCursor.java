package dev.halflife.sim.write.cursor;

import dev.halflife.impl.write.ConsolidationCursor;
import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.sim.subject.Subject;

/** The reference cursor as a subject. */
final class ReferenceCursor implements Subject<CursorOperation, CursorReply> {

    private final ConsolidationCursor cursor = new ConsolidationCursor();

    @Override
    public CursorReply apply(CursorOperation operation) {
        return operation.match(
                advance -> new CursorReply.Advanced(cursor.advance(advance.millis())),
                position -> new CursorReply.Standing(cursor.position()));
    }
}
