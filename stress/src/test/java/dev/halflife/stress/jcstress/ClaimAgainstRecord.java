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

/** One credit short of the threshold come two: the first of them takes the pile, the second is in the next (A2, F6). */
public final class ClaimAgainstRecord {

    private ClaimAgainstRecord() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                CreditModel.spec(2),
                List.of(CreditModel.record("a")),
                List.of(List.of(CreditModel.record("b")), List.of(CreditModel.record("c"))),
                List.of(CreditModel.PENDING),
                replies -> credits(replies.get(0).get(0)) + ", "
                        + credits(replies.get(1).get(0)) + ", "
                        + credits(replies.get(2).get(0)));
    }

    /** As shipped: who has no allowance looks at everything pending, and nobody else records meanwhile. */
    @JCStressTest
    @Outcome(id = "2, 0, 1", expect = ACCEPTABLE, desc = "the first takes the pile")
    @Outcome(id = "0, 2, 1", expect = ACCEPTABLE, desc = "the second takes the pile")
    @State
    public static class Shipped {

        private final ImportanceCredits<String> credits = new ImportanceCredits<>(2);

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

    /** As published: who counted last may claim. */
    @JCStressTest
    @Outcome(id = "2, 0, 1", expect = ACCEPTABLE, desc = "the first takes the pile")
    @Outcome(id = "0, 2, 1", expect = ACCEPTABLE, desc = "the second takes the pile")
    @Outcome(id = "0, 3, 0|3, 0, 0", expect = FORBIDDEN, desc = "the one that reached the threshold did not take it")
    @Outcome(id = "0, 2, 0|2, 0, 0", expect = FORBIDDEN, desc = "a credit that no one counts any more")
    @State
    public static class Twin {

        private final PublishedPile credits = new PublishedPile(2);

        public Twin() {
            credits.record();
        }

        @Actor
        public void first(JJJ_Result r) {
            r.r1 = credits.record();
        }

        @Actor
        public void second(JJJ_Result r) {
            r.r2 = credits.record();
        }

        @Arbiter
        public void end(JJJ_Result r) {
            r.r3 = credits.pending();
        }
    }
}
