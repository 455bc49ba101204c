package dev.halflife.stress.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.halflife.impl.write.CircuitBreaker;
import dev.halflife.model.Contract;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation.Allow;
import dev.halflife.model.write.breaker.BreakerOperation.Failure;
import dev.halflife.model.write.breaker.BreakerOperation.Success;
import dev.halflife.model.write.breaker.BreakerReply.Allowed;
import dev.halflife.model.write.breaker.BreakerSpec;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** Whoever keeps asking an open breaker may go once another caller has closed it (B1). */
public final class WaitingForTheBreaker {

    private static final long OPEN_NANOS = 10;

    private WaitingForTheBreaker() {}

    static RaceModel<?, ?, ?> model() {
        return new RaceModel<>(
                new BreakerSpec(new BreakerConfig(1, OPEN_NANOS), Contract.strict()),
                List.of(new Failure(0, "p")),
                List.of(List.of(new Success(1, "p"))),
                List.of(new Allow(1, "p")),
                replies -> ((Allowed) replies.get(1).get(0)).allowed() ? "TERMINATED" : "STALE");
    }

    /** As shipped: read anew each time. */
    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen at last")
    @State
    public static class Shipped {

        private final CircuitBreaker breaker = new CircuitBreaker(1, OPEN_NANOS);

        public Shipped() {
            breaker.failure(0);
        }

        @Actor
        public void waiting() {
            while (!breaker.tryAcquire(1)) {}
        }

        @Signal
        public void closing() {
            breaker.success(1);
        }
    }

    /** A plain read, which the compiler takes out of the loop. */
    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen at last")
    @Outcome(id = "STALE", expect = FORBIDDEN, desc = "never seen")
    @State
    public static class Twin {

        private boolean open = true;

        @Actor
        public void waiting() {
            while (open) {}
        }

        @Signal
        public void closing() {
            open = false;
        }
    }
}
