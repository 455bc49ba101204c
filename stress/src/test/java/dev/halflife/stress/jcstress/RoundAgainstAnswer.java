package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.stress.jcstress.DriverSpec.Asked;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Rounds begin as others are answered: all are in the books, and the close ends what is left (S1). There are several of both,
 * since a round looks at all that are in: with one of each the threads seldom meet.
 */
public final class RoundAgainstAnswer {

    private static final int ROUNDS = 3;
    private static final int OTHERS = 6;

    private RoundAgainstAnswer() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new DriverSpec(),
                Collections.nCopies(OTHERS, Asked.ROUND),
                List.of(Collections.nCopies(ROUNDS, Asked.ROUND), Collections.nCopies(OTHERS, Asked.ANSWER)),
                List.of(Asked.CLOSE, Asked.SETTLED),
                replies ->
                        !replies.get(0).contains(false) + ", " + replies.get(2).get(1));
    }

    /** As shipped. */
    @JCStressTest
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "admitted, and ended by the close")
    @State
    public static class Shipped {

        private final Driven driver = new Driven();

        public Shipped() {
            for (int other = 0; other < OTHERS; other++) {
                driver.round();
            }
        }

        @Actor
        public void running(ZZ_Result r) {
            r.r1 = true;
            for (int round = 0; round < ROUNDS; round++) {
                r.r1 &= driver.round();
            }
        }

        @Actor
        public void answering() {
            for (int other = 0; other < OTHERS; other++) {
                driver.answer();
            }
        }

        @Arbiter
        public void end(ZZ_Result r) {
            driver.close();
            r.r2 = driver.settled();
        }
    }

    /** The books are a map for one thread, without a lock. */
    @JCStressTest
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "admitted, and ended by the close")
    @Outcome(id = "true, false", expect = FORBIDDEN, desc = "a round that the close does not find")
    @State
    public static class Twin {

        private final Map<Integer, Integer> outstanding = new LinkedHashMap<>(Map.of(1, 1));

        @Actor
        public void running(ZZ_Result r) {
            outstanding.put(2, 2);
            r.r1 = true;
        }

        @Actor
        public void answering() {
            outstanding.remove(1);
        }

        @Arbiter
        public void end(ZZ_Result r) {
            int left = 0;
            for (int round : outstanding.keySet()) {
                left += round == 2 ? 1 : 0;
            }
            r.r2 = left == 1;
        }
    }
}
