package dev.halflife.stress.lincheck;

import dev.halflife.impl.write.ConsolidationCursor;
import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.model.write.cursor.CursorSpec;
import dev.halflife.model.write.cursor.CursorState;
import dev.halflife.stress.linear.Call;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/** The cursor moves forward only and tells each caller truly whether it moved (K1). */
class CursorLincheckTest {

    static final LincheckCase CASE = new LincheckCase(
            "consolidation-cursor",
            Strict.class,
            new Scenario("", "advance(1)", "advance(2)", "position()"),
            new Scenario("advance(2)", "advance(3)", "advance(1) position()", "position()"));

    @Test
    void k1_concurrentAdvancesLeaveTheMaximum() {
        CASE.holds(Reference.class);
    }

    @Test
    void k1_aMaximumInTwoAccessesIsConvicted() {
        CASE.convicts(CompareThenWrite.class);
    }

    /** What is called. */
    public abstract static class Calls {

        @Operation
        public abstract boolean advance(@Param(gen = IntGen.class, conf = "1:3") int millis);

        @Operation
        public abstract long position();
    }

    /** What it means. */
    static final class Strict extends Model {

        Strict() {
            super(new CursorSpec());
        }

        Call<CursorState, CursorOperation, CursorReply> advance(int millis, boolean moved) {
            return Call.of(new CursorOperation.Advance(0, millis), new CursorReply.Advanced(moved));
        }

        Call<CursorState, CursorOperation, CursorReply> position(long millis) {
            return Call.of(new CursorOperation.Position(0), new CursorReply.Standing(millis));
        }
    }

    /** As shipped. */
    public static final class Reference extends Calls {

        private final ConsolidationCursor cursor = new ConsolidationCursor();

        @Override
        public boolean advance(int millis) {
            return cursor.advance(millis);
        }

        @Override
        public long position() {
            return cursor.position();
        }
    }

    /** Each access is volatile, but there are two of them. */
    public static final class CompareThenWrite extends Calls {

        private volatile long positionMillis;

        @Override
        public boolean advance(int millis) {
            if (millis <= positionMillis) {
                return false;
            }
            positionMillis = millis;
            return true;
        }

        @Override
        public long position() {
            return positionMillis;
        }
    }
}
