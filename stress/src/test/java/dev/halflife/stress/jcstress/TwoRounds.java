package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.stress.jcstress.DriverSpec.Asked;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Two rounds begin together: both are in the books, so that the close ends both (S1). */
public final class TwoRounds {

    private TwoRounds() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new DriverSpec(),
                List.of(),
                List.of(List.of(Asked.ROUND), List.of(Asked.ROUND)),
                List.of(Asked.CLOSE, Asked.SETTLED),
                replies -> (replies.get(0).get(0) && replies.get(1).get(0)) + ", "
                        + replies.get(2).get(1));
    }

    /** As shipped. */
    @JCStressTest
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "both admitted, and ended by the close")
    @State
    public static class Shipped {

        private final Driven driver = new Driven();
        private boolean first;
        private boolean second;

        @Actor
        public void one() {
            first = driver.round();
        }

        @Actor
        public void other() {
            second = driver.round();
        }

        @Arbiter
        public void end(ZZ_Result r) {
            r.r1 = first && second;
            driver.close();
            r.r2 = driver.settled();
        }
    }

    /** The books are a set for one thread, without a lock. */
    @JCStressTest
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "both admitted, and ended by the close")
    @Outcome(id = "true, false", expect = FORBIDDEN, desc = "a round that the close does not find")
    @State
    public static class Twin {

        private final Set<Integer> outstanding = new LinkedHashSet<>();

        @Actor
        public void one() {
            outstanding.add(1);
        }

        @Actor
        public void other() {
            outstanding.add(2);
        }

        @Arbiter
        public void end(ZZ_Result r) {
            int left = 0;
            for (int round : outstanding) {
                left += round;
            }
            r.r1 = true;
            r.r2 = left == 1 + 2;
        }
    }
}
