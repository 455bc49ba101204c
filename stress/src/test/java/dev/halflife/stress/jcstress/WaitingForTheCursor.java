package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.ConsolidationCursor;
import dev.halflife.model.write.cursor.CursorOperation.Advance;
import dev.halflife.model.write.cursor.CursorOperation.Position;
import dev.halflife.model.write.cursor.CursorReply.Standing;
import dev.halflife.model.write.cursor.CursorSpec;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** Whoever keeps asking where the cursor stands learns that it has moved (K1). */
public final class WaitingForTheCursor {

    private WaitingForTheCursor() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new CursorSpec(),
                List.of(),
                List.of(List.of(new Advance(0, 1))),
                List.of(new Position(0)),
                replies -> ((Standing) replies.get(1).get(0)).millis() == 0 ? "STALE" : "TERMINATED");
    }

    /** As shipped: read anew each time. */
    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen at last")
    @State
    public static class Shipped {

        private final ConsolidationCursor cursor = new ConsolidationCursor();

        @Actor
        public void waiting() {
            while (cursor.position() == 0) {}
        }

        @Signal
        public void moving() {
            cursor.advance(1);
        }
    }

    /** A plain read, which the compiler takes out of the loop. */
    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen at last")
    @Outcome(id = "STALE", expect = FORBIDDEN, desc = "never seen")
    @State
    public static class Twin {

        private long positionMillis;

        @Actor
        public void waiting() {
            while (positionMillis == 0) {}
        }

        @Signal
        public void moving() {
            positionMillis = 1;
        }
    }
}
