package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.ConsolidationCursor;
import dev.halflife.model.write.cursor.CursorOperation.Advance;
import dev.halflife.model.write.cursor.CursorOperation.Position;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.model.write.cursor.CursorReply.Advanced;
import dev.halflife.model.write.cursor.CursorReply.Standing;
import dev.halflife.model.write.cursor.CursorSpec;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZJ_Result;

/** Two advances at once leave the later time (K1). */
public final class CursorMaximum {

    private CursorMaximum() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new CursorSpec(),
                List.of(),
                List.of(List.of(new Advance(0, 1)), List.of(new Advance(0, 2))),
                List.of(new Position(0)),
                replies -> moved(replies.get(0).get(0)) + ", "
                        + moved(replies.get(1).get(0)) + ", "
                        + ((Standing) replies.get(2).get(0)).millis());
    }

    private static boolean moved(CursorReply reply) {
        return ((Advanced) reply).moved();
    }

    /** As shipped: one atomic maximum. */
    @JCStressTest
    @Outcome(id = "true, true, 2", expect = ACCEPTABLE, desc = "both moved it, the later one last")
    @Outcome(id = "false, true, 2", expect = ACCEPTABLE, desc = "the earlier came too late")
    @State
    public static class Shipped {

        private final ConsolidationCursor cursor = new ConsolidationCursor();

        @Actor
        public void first(ZZJ_Result r) {
            r.r1 = cursor.advance(1);
        }

        @Actor
        public void second(ZZJ_Result r) {
            r.r2 = cursor.advance(2);
        }

        @Arbiter
        public void end(ZZJ_Result r) {
            r.r3 = cursor.position();
        }
    }

    /** Reads, compares and writes, each access volatile. */
    @JCStressTest
    @Outcome(id = "true, true, 2", expect = ACCEPTABLE, desc = "both moved it, the later one last")
    @Outcome(id = "false, true, 2", expect = ACCEPTABLE, desc = "the earlier came too late")
    @Outcome(id = "true, true, 1", expect = FORBIDDEN, desc = "the cursor went back")
    @State
    public static class Twin {

        private volatile long positionMillis;

        @Actor
        public void first(ZZJ_Result r) {
            r.r1 = advance(1);
        }

        @Actor
        public void second(ZZJ_Result r) {
            r.r2 = advance(2);
        }

        @Arbiter
        public void end(ZZJ_Result r) {
            r.r3 = positionMillis;
        }

        private boolean advance(long millis) {
            boolean moves = positionMillis < millis;
            if (moves) {
                positionMillis = millis;
            }
            return moves;
        }
    }
}
