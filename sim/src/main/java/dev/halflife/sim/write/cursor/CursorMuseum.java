package dev.halflife.sim.write.cursor;

import static dev.halflife.model.write.cursor.CursorRule.K1;

import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.defect.Mistakes;
import dev.halflife.sim.defect.Probe;
import dev.halflife.sim.subject.Subject;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongBinaryOperator;

/** The defects of the consolidation cursor: where an advance goes wrong. */
final class CursorMuseum {

    private static final Mistakes<NoConfig, CursorOperation, CursorReply> MISTAKES =
            new Mistakes<>(config -> new PublishedCursor(), 1_000);

    static final List<Defect<NoConfig, CursorOperation, CursorReply>> ALL = List.of(
            moving("cursor-set-instead-of-max", "an advance sets the cursor, backwards too", (known, to) -> to),
            moving(
                    "cursor-moved-by-the-value",
                    "an advance adds its value to where the cursor stands",
                    (known, to) -> Math.max(known, known + Math.max(0, to))),
            moving(
                    "cursor-compared-without-sign",
                    "values are compared as unsigned",
                    (known, to) -> Long.compareUnsigned(to, known) > 0 ? to : known),
            moving(
                    "cursor-of-32-bits",
                    "the position is kept in an int",
                    (known, to) -> Math.max(known, to << 32 >> 32)),
            moving(
                    "cursor-compared-by-difference",
                    "the difference decides, and overflows",
                    (known, to) -> known - to < 0 ? to : known),
            moving(
                    "last-millisecond-ignored",
                    "an advance by a single millisecond changes nothing",
                    (known, to) -> to - 1 > known ? to : known),
            moving("cursor-never-moves", "an advance changes nothing", (known, to) -> known),
            MISTAKES.invented(
                    "equal-advance-told-as-moved",
                    K1,
                    "an advance to where the cursor stands is told as one that moved it",
                    (config, probe) -> new Cursor(probe, Math::max) {
                        @Override
                        boolean told(long known, long to) {
                            return to >= known;
                        }
                    }),
            MISTAKES.invented(
                    "every-advance-told-as-moved",
                    K1,
                    "every advance is told as one that moved the cursor",
                    (config, probe) -> new Cursor(probe, Math::max) {
                        @Override
                        boolean told(long known, long to) {
                            return true;
                        }
                    }),
            MISTAKES.concurrent(
                    "cursor-compared-then-written",
                    K1,
                    "the position is compared in one access and written in another, and two advances leave the smaller",
                    config -> new ComparedThenWritten()));

    private CursorMuseum() {}

    /** An advance that leaves the cursor where this says, and tells truly whether that moved it. */
    private static Defect<NoConfig, CursorOperation, CursorReply> moving(
            String id, String sentence, LongBinaryOperator next) {
        return MISTAKES.invented(id, K1, sentence, (config, probe) -> new Cursor(probe, next));
    }

    /** A cursor that moves as it is told to. */
    private static class Cursor implements Subject<CursorOperation, CursorReply> {
        private final Probe probe;
        private final LongBinaryOperator next;
        private long millis;

        Cursor(Probe probe, LongBinaryOperator next) {
            this.probe = probe;
            this.next = next;
        }

        @Override
        public CursorReply apply(CursorOperation operation) {
            return operation.match(
                    advance -> new CursorReply.Advanced(advance(advance.millis())),
                    position -> new CursorReply.Standing(millis));
        }

        private boolean advance(long to) {
            long known = millis;
            millis = next.applyAsLong(known, to);
            boolean told = told(known, to);
            probe.reached(millis != Math.max(known, to) || told != to > known);
            return told;
        }

        boolean told(long known, long to) {
            return millis != known;
        }
    }

    /** Each access is atomic, but there are two of them. Right for one caller at a time. Any thread may use it. */
    private static final class ComparedThenWritten implements Subject<CursorOperation, CursorReply> {
        private final AtomicLong millis = new AtomicLong();

        @Override
        public CursorReply apply(CursorOperation operation) {
            return operation.match(
                    advance -> new CursorReply.Advanced(advance(advance.millis())),
                    position -> new CursorReply.Standing(millis.get()));
        }

        private boolean advance(long to) {
            boolean moves = to > millis.get();
            if (moves) {
                millis.set(to);
            }
            return moves;
        }
    }
}
