package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.stress.jcstress.DriverSpec.Asked;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A round that comes as its driver closes is refused, or ended by the close (S1). */
public final class RoundAgainstClose {

    private RoundAgainstClose() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new DriverSpec(),
                List.of(),
                List.of(List.of(Asked.ROUND), List.of(Asked.CLOSE)),
                List.of(Asked.SETTLED),
                replies -> replies.get(0).get(0) + ", " + replies.get(2).get(0));
    }

    /** As shipped. */
    @JCStressTest
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "admitted, and ended by the close")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "refused")
    @State
    public static class Shipped {

        private final Driven driver = new Driven();

        @Actor
        public void running(ZZ_Result r) {
            r.r1 = driver.round();
        }

        @Actor
        public void closing() {
            driver.close();
        }

        @Arbiter
        public void end(ZZ_Result r) {
            r.r2 = driver.settled();
        }
    }

    /** Looks whether it is closed, and then takes the round in. */
    @JCStressTest
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "admitted, and ended by the close")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "refused")
    @Outcome(id = "true, false", expect = FORBIDDEN, desc = "admitted, and never ended")
    @State
    public static class Twin {

        private volatile boolean closed;
        private volatile int outstanding;

        @Actor
        public void running(ZZ_Result r) {
            r.r1 = !closed;
            if (r.r1) {
                outstanding = 1;
            }
        }

        @Actor
        public void closing() {
            closed = true;
            outstanding = 0;
        }

        @Arbiter
        public void end(ZZ_Result r) {
            r.r2 = outstanding == 0;
        }
    }
}
