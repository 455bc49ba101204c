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

/** A credit recorded during a drain is in it, or pending after it, and counted there (A1, A4, A5). */
public final class DrainAgainstRecord {

    private DrainAgainstRecord() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                CreditModel.spec(8),
                List.of(CreditModel.record("a")),
                List.of(List.of(CreditModel.record("b")), List.of(CreditModel.DRAIN)),
                List.of(CreditModel.PENDING, CreditModel.DRAIN),
                replies -> credits(replies.get(1).get(0)) + ", "
                        + credits(replies.get(2).get(0)) + ", "
                        + credits(replies.get(2).get(1)));
    }

    /** As shipped: a drain has the locks of all cells. */
    @JCStressTest
    @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "drained first")
    @Outcome(id = "2, 0, 0", expect = ACCEPTABLE, desc = "recorded first")
    @State
    public static class Shipped {

        private final ImportanceCredits<String> credits = new ImportanceCredits<>(8);

        public Shipped() {
            credits.record("a");
        }

        @Actor
        public void recorder() {
            credits.record("b");
        }

        @Actor
        public void drainer(JJJ_Result r) {
            r.r1 = credits(credits.drain());
        }

        @Arbiter
        public void end(JJJ_Result r) {
            r.r2 = credits.pending();
            r.r3 = credits(credits.drain());
        }
    }

    /** As published: the count is reset first, and the pile taken later. */
    @JCStressTest
    @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "drained first")
    @Outcome(id = "2, 0, 0", expect = ACCEPTABLE, desc = "recorded first")
    @Outcome(id = "2, 1, 0", expect = FORBIDDEN, desc = "drained, and counted all the same")
    @Outcome(id = "1, 0, 1", expect = FORBIDDEN, desc = "pending, and not counted")
    @State
    public static class Twin {

        private final PublishedPile credits = new PublishedPile(8);

        public Twin() {
            credits.record();
        }

        @Actor
        public void recorder() {
            credits.record();
        }

        @Actor
        public void drainer(JJJ_Result r) {
            r.r1 = credits.drain();
        }

        @Arbiter
        public void end(JJJ_Result r) {
            r.r2 = credits.pending();
            r.r3 = credits.drain();
        }
    }
}
