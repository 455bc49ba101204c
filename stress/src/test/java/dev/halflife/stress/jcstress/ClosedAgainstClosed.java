package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.CircuitBreaker;
import dev.halflife.model.Contract;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation.Failure;
import dev.halflife.model.write.breaker.BreakerOperation.State;
import dev.halflife.model.write.breaker.BreakerOperation.Success;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.model.write.breaker.BreakerReply.Told;
import dev.halflife.model.write.breaker.BreakerSpec;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Two callers each close a breaker and then look at the other's: it cannot be that both come before the other (B1). */
public final class ClosedAgainstClosed {

    private static final long OPEN_NANOS = 10;

    private ClosedAgainstClosed() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new BreakerSpec(new BreakerConfig(1, OPEN_NANOS), Contract.strict()),
                List.of(new Failure(0, "p"), new Failure(0, "q")),
                List.of(
                        List.of(new Success(1, "p"), new State(1, "q")),
                        List.of(new Success(1, "q"), new State(1, "p"))),
                List.of(),
                replies ->
                        open(replies.get(0).get(1)) + ", " + open(replies.get(1).get(1)));
    }

    private static boolean open(BreakerReply reply) {
        return ((Told) reply).open();
    }

    /** As shipped: a success is a volatile write. */
    @JCStressTest
    @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "both closed before either looked")
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the first looked before the second closed")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the second looked before the first closed")
    @org.openjdk.jcstress.annotations.State
    public static class Shipped {

        private final CircuitBreaker p = opened();
        private final CircuitBreaker q = opened();

        @Actor
        public void first(ZZ_Result r) {
            p.success(1);
            r.r1 = q.state(1) == CircuitBreaker.State.OPEN;
        }

        @Actor
        public void second(ZZ_Result r) {
            q.success(1);
            r.r2 = p.state(1) == CircuitBreaker.State.OPEN;
        }

        private static CircuitBreaker opened() {
            CircuitBreaker breaker = new CircuitBreaker(1, OPEN_NANOS);
            breaker.failure(0);
            return breaker;
        }
    }

    /** A success is a plain write, which may still be on its way when its caller looks at the other breaker. */
    @JCStressTest
    @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "both closed before either looked")
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the first looked before the second closed")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the second looked before the first closed")
    @Outcome(id = "true, true", expect = FORBIDDEN, desc = "each looked before the other closed")
    @org.openjdk.jcstress.annotations.State
    public static class Twin {

        private boolean pOpen = true;
        private boolean qOpen = true;

        @Actor
        public void first(ZZ_Result r) {
            pOpen = false;
            r.r1 = qOpen;
        }

        @Actor
        public void second(ZZ_Result r) {
            qOpen = false;
            r.r2 = pOpen;
        }
    }
}
