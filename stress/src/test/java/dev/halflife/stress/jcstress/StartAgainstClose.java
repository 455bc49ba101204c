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

/** A driver that is started as it closes is refused, or its schedule is ended by the close (S1). */
public final class StartAgainstClose {

    private StartAgainstClose() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new DriverSpec(),
                List.of(),
                List.of(List.of(Asked.START), List.of(Asked.CLOSE)),
                List.of(Asked.SCHEDULED),
                replies -> replies.get(0).get(0) + ", " + replies.get(2).get(0));
    }

    /** As shipped. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "started, and ended by the close")
    @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "refused")
    @State
    public static class Shipped {

        private final Driven driver = new Driven();

        @Actor
        public void starting(ZZ_Result r) {
            r.r1 = driver.start();
        }

        @Actor
        public void closing() {
            driver.close();
        }

        @Arbiter
        public void end(ZZ_Result r) {
            r.r2 = driver.scheduled();
        }
    }

    /** Looks whether it is closed, and then makes the schedule. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "started, and ended by the close")
    @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "refused")
    @Outcome(id = "true, true", expect = FORBIDDEN, desc = "a schedule that nobody ends")
    @State
    public static class Twin {

        private volatile boolean closed;
        private volatile boolean scheduled;

        @Actor
        public void starting(ZZ_Result r) {
            r.r1 = !closed;
            if (r.r1) {
                scheduled = true;
            }
        }

        @Actor
        public void closing() {
            closed = true;
            scheduled = false;
        }

        @Arbiter
        public void end(ZZ_Result r) {
            r.r2 = scheduled;
        }
    }
}
