package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.CircuitBreaker;
import dev.halflife.model.Contract;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation.Allow;
import dev.halflife.model.write.breaker.BreakerOperation.Failure;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.model.write.breaker.BreakerReply.Allowed;
import dev.halflife.model.write.breaker.BreakerSpec;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Two callers come when the open time is over: one of them is the probe (F8). */
public final class TwoProbes {

    private static final long OPEN_NANOS = 10;
    private static final long LATER_NANOS = 20;

    private TwoProbes() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new BreakerSpec(new BreakerConfig(1, OPEN_NANOS), Contract.strict()),
                List.of(new Failure(0, "p")),
                List.of(List.of(new Allow(LATER_NANOS, "p")), List.of(new Allow(LATER_NANOS, "p"))),
                List.of(),
                replies -> allowed(replies.get(0).get(0)) + ", "
                        + allowed(replies.get(1).get(0)));
    }

    private static boolean allowed(BreakerReply reply) {
        return ((Allowed) reply).allowed();
    }

    /** As shipped: the turn is taken by compare-and-set. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the first is the probe")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the second is the probe")
    @State
    public static class Shipped {

        private final CircuitBreaker breaker = new CircuitBreaker(1, OPEN_NANOS);

        public Shipped() {
            breaker.failure(0);
        }

        @Actor
        public void first(ZZ_Result r) {
            r.r1 = breaker.tryAcquire(LATER_NANOS);
        }

        @Actor
        public void second(ZZ_Result r) {
            r.r2 = breaker.tryAcquire(LATER_NANOS);
        }
    }

    /** The turn is taken by a volatile write, after the comparison. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the first is the probe")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the second is the probe")
    @Outcome(id = "true, true", expect = FORBIDDEN, desc = "both probe")
    @State
    public static class Twin {

        private volatile long shutUntilNanos = OPEN_NANOS;

        @Actor
        public void first(ZZ_Result r) {
            r.r1 = tryAcquire();
        }

        @Actor
        public void second(ZZ_Result r) {
            r.r2 = tryAcquire();
        }

        private boolean tryAcquire() {
            boolean goes = LATER_NANOS >= shutUntilNanos;
            if (goes) {
                shutUntilNanos = LATER_NANOS + OPEN_NANOS;
            }
            return goes;
        }
    }
}
