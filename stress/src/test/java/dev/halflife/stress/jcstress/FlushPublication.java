package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.Flush;
import dev.halflife.impl.write.ImportanceCredits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** Whoever takes a flush sees the ids of every cell, and sees them whole (A1, A2). */
public final class FlushPublication {

    private FlushPublication() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                CreditModel.spec(2),
                List.of(),
                List.of(List.of(CreditModel.record("a")), List.of(CreditModel.record("b"))),
                List.of(),
                replies -> CreditModel.credits(replies.get(0).get(0)) + ", "
                        + CreditModel.credits(replies.get(1).get(0)));
    }

    /** An id that is whole once its maker has written its field, which is not final. */
    static final class Id {
        private int whole;

        static Id make() {
            Id id = new Id();
            id.whole = 1;
            return id;
        }
    }

    /** As shipped: whoever looks at all cells has all their locks. */
    @JCStressTest
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "the first takes both")
    @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "the second takes both")
    @State
    public static class Shipped {

        private final ImportanceCredits<Id> credits = new ImportanceCredits<>(2);

        @Actor
        public void first(JJ_Result r) {
            r.r1 = wholeIds(credits.record(Id.make()));
        }

        @Actor
        public void second(JJ_Result r) {
            r.r2 = wholeIds(credits.record(Id.make()));
        }

        private static long wholeIds(Optional<Flush<Id>> flush) {
            long whole = 0;
            if (flush.isPresent()) {
                for (Id id : flush.get().counts().keySet()) {
                    whole += id.whole;
                }
            }
            return whole;
        }
    }

    /** A cell for each thread, and no lock: each fills its own and looks whether the other is full. */
    @JCStressTest
    @Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "the first takes both")
    @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "the second takes both")
    @Outcome(id = ".*", expect = FORBIDDEN, desc = "a cell was missed, taken twice, or an id seen half made")
    @State
    public static class Twin {

        private @Nullable Id ofFirst;
        private @Nullable Id ofSecond;

        @Actor
        public void first(JJ_Result r) {
            ofFirst = Id.make();
            r.r1 = takeBoth();
        }

        @Actor
        public void second(JJ_Result r) {
            ofSecond = Id.make();
            r.r2 = takeBoth();
        }

        private long takeBoth() {
            Id one = ofFirst;
            Id other = ofSecond;
            return one == null || other == null ? 0 : one.whole + other.whole;
        }
    }
}
