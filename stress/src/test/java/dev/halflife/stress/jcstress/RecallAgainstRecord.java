package dev.halflife.stress.jcstress;

import static dev.halflife.stress.jcstress.CreditModel.credits;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.ImportanceCredits;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/** One credit may come without asking, and two come: an allowance is used by one of them or recalled, never both (A2, A6). */
public final class RecallAgainstRecord {

    private RecallAgainstRecord() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                CreditModel.spec(3),
                List.of(CreditModel.record("a")),
                List.of(List.of(CreditModel.record("b")), List.of(CreditModel.record("c"))),
                List.of(CreditModel.PENDING),
                replies -> credits(replies.get(0).get(0)) + ", "
                        + credits(replies.get(1).get(0)) + ", "
                        + credits(replies.get(2).get(0)));
    }

    /** As shipped: an allowance is used and recalled with the lock of its cell. */
    @JCStressTest
    @Outcome(id = "3, 0, 0", expect = ACCEPTABLE, desc = "the first comes last, and takes the pile")
    @Outcome(id = "0, 3, 0", expect = ACCEPTABLE, desc = "the second does")
    @State
    public static class Shipped {

        private final ImportanceCredits<String> credits = new ImportanceCredits<>(3);

        public Shipped() {
            credits.record("a");
        }

        @Actor
        public void first(JJJ_Result r) {
            r.r1 = credits(credits.record("b"));
        }

        @Actor
        public void second(JJJ_Result r) {
            r.r2 = credits(credits.record("c"));
        }

        @Arbiter
        public void end(JJJ_Result r) {
            r.r3 = credits.pending();
        }
    }

    /** The owner of the allowance looks at it and uses it, and whoever has none recalls it, in two steps each. */
    @JCStressTest
    @Outcome(id = "3, 0, 0", expect = ACCEPTABLE, desc = "the first comes last, and takes the pile")
    @Outcome(id = "0, 3, 0", expect = ACCEPTABLE, desc = "the second does")
    @Outcome(
            id = "0, 0, .*",
            expect = FORBIDDEN,
            desc = "used and recalled: nobody takes what has reached the threshold")
    @Outcome(id = ".*", expect = FORBIDDEN, desc = "used, and not seen in the pile that is taken")
    @State
    public static class Twin {

        private long ofFirst = 1;
        private long ofSecond;
        private int allowance = 1; // the first's

        @Actor
        public void first(JJJ_Result r) {
            if (allowance > 0) {
                allowance--;
                ofFirst++;
                r.r1 = 0;
            } else {
                r.r1 = take();
            }
        }

        @Actor
        public void second(JJJ_Result r) {
            if (allowance > 0) {
                allowance = 0;
                ofSecond++;
                r.r2 = 0;
            } else {
                r.r2 = take();
            }
        }

        @Arbiter
        public void end(JJJ_Result r) {
            r.r3 = ofFirst + ofSecond;
        }

        private long take() {
            long taken = ofFirst + ofSecond + 1;
            ofFirst = 0;
            ofSecond = 0;
            return taken;
        }
    }
}
