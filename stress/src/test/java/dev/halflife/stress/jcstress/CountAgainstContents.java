package dev.halflife.stress.jcstress;

import static dev.halflife.stress.jcstress.CreditModel.credits;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.ImportanceCredits;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** A credit that was counted is in the pile (A5). */
public final class CountAgainstContents {

    private CountAgainstContents() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                CreditModel.spec(8),
                List.of(),
                List.of(List.of(CreditModel.record("a")), List.of(CreditModel.PENDING, CreditModel.DRAIN)),
                List.of(),
                replies -> credits(replies.get(1).get(0)) + ", "
                        + credits(replies.get(1).get(1)));
    }

    /** As shipped: counted and taken are the ids themselves, with the locks of all cells. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "not recorded yet")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "recorded in between")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "recorded already")
    @State
    public static class Shipped {

        private final ImportanceCredits<String> credits = new ImportanceCredits<>(8);

        @Actor
        public void recorder() {
            credits.record("a");
        }

        @Actor
        public void drainer(JJ_Result r) {
            r.r1 = credits.pending();
            r.r2 = credits(credits.drain());
        }
    }

    /** As published: counted first, and added later. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "not recorded yet")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "recorded in between")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "recorded already")
    @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "counted, and not in the pile")
    @State
    public static class Twin {

        private final PublishedPile credits = new PublishedPile(8);

        @Actor
        public void recorder() {
            credits.record();
        }

        @Actor
        public void drainer(JJ_Result r) {
            r.r1 = credits.pending();
            r.r2 = credits.drain();
        }
    }
}
