package dev.halflife.sim.write.cursor;

import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.sim.subject.Subject;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The published cursor: a compare-and-set that is tried again while it loses and the value is ahead. The original's value
 * is unsigned and starts at 0, so it has no negative ones; here they are behind like any smaller value.
 */
final class PublishedCursor implements Subject<CursorOperation, CursorReply> {

    private final AtomicLong millis = new AtomicLong();

    @Override
    public CursorReply apply(CursorOperation operation) {
        return operation.match(
                advance -> new CursorReply.Advanced(advance(advance.millis())),
                position -> new CursorReply.Standing(millis.get()));
    }

    private boolean advance(long to) {
        long known = millis.get();
        while (to > known) {
            long found = millis.compareAndExchange(known, to);
            if (found == known) {
                return true;
            }
            known = found;
        }
        return false;
    }
}
