package dev.halflife.stress.lincheck;

import dev.halflife.impl.write.CircuitBreaker;
import dev.halflife.impl.write.CircuitBreakers;
import dev.halflife.model.Contract;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.model.write.breaker.BreakerSpec;
import dev.halflife.model.write.breaker.BreakerState;
import dev.halflife.stress.linear.Call;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/** A breaker lets one probe through and is never open for less than it should (B1 to B3, F8). */
class BreakerLincheckTest {

    private static final int FAILURES = 2;
    private static final long OPEN_NANOS = 10;
    static final LincheckCase CASE = new LincheckCase(
            "circuit-breaker",
            Strict.class,
            new Scenario("failure(0) failure(0)", "allow(20)", "allow(20)", "isOpen(25)"),
            new Scenario("", "failure(1)", "failure(2)", "isOpen(3)"),
            new Scenario("failure(0)", "failure(1)", "success(2)", "failure(3) isOpen(4)"),
            new Scenario("failure(0) failure(0)", "failure(9)", "allow(12)", "allow(15) isOpen(15)"),
            new Scenario("failure(0) failure(0)", "failure(1)", "failure(9)", "isOpen(15)"));

    @Test
    void f8_oneProbeGoesAndFailuresCountWhateverTheThreads() {
        CASE.holds(Reference.class);
    }

    @Test
    void f8_everyCallerProbingAsPublishedIsConvicted() {
        CASE.convicts(CountAndTimeApart.class);
    }

    @Test
    void b3_aConditionReplacedByAWriteIsConvicted() {
        CASE.convicts(ReadThenWrite.class);
    }

    /** What is called, at times such that a breaker opened at one of them is open, or half-open, at others. */
    @Param(name = "at", gen = IntGen.class, conf = "0:24")
    public abstract static class Calls {

        @Operation
        public abstract boolean allow(@Param(name = "at") int at);

        @Operation
        public abstract void success(@Param(name = "at") int at);

        @Operation
        public abstract void failure(@Param(name = "at") int at);

        @Operation
        public abstract boolean isOpen(@Param(name = "at") int at);
    }

    /** What it means. */
    static final class Strict extends Model {

        Strict() {
            super(new BreakerSpec(new BreakerConfig(FAILURES, OPEN_NANOS), Contract.strict()));
        }

        Call<BreakerState, BreakerOperation, BreakerReply> allow(int at, boolean allowed) {
            return Call.of(new BreakerOperation.Allow(at, "p"), new BreakerReply.Allowed(allowed));
        }

        Call<BreakerState, BreakerOperation, BreakerReply> success(int at) {
            return Call.of(new BreakerOperation.Success(at, "p"), new BreakerReply.Done());
        }

        Call<BreakerState, BreakerOperation, BreakerReply> failure(int at) {
            return Call.of(new BreakerOperation.Failure(at, "p"), new BreakerReply.Done());
        }

        Call<BreakerState, BreakerOperation, BreakerReply> isOpen(int at, boolean open) {
            return Call.of(new BreakerOperation.State(at, "p"), new BreakerReply.Told(open));
        }
    }

    /** As shipped. */
    public static final class Reference extends Calls {

        private final CircuitBreakers<String> breakers = new CircuitBreakers<>(FAILURES, OPEN_NANOS);

        @Override
        public boolean allow(int at) {
            return breakers.of("p").tryAcquire(at);
        }

        @Override
        public void success(int at) {
            breakers.of("p").success(at);
        }

        @Override
        public void failure(int at) {
            breakers.of("p").failure(at);
        }

        @Override
        public boolean isOpen(int at) {
            return breakers.of("p").state(at) == CircuitBreaker.State.OPEN;
        }
    }

    /** As published: either half of the state is atomic, but not both, and nobody takes the probe's turn. */
    public static final class CountAndTimeApart extends Calls {

        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicLong openUntilNanos = new AtomicLong(Long.MIN_VALUE);

        @Override
        public boolean allow(int at) {
            return at >= openUntilNanos.get();
        }

        @Override
        public void success(int at) {
            failures.set(0);
            openUntilNanos.set(Long.MIN_VALUE);
        }

        @Override
        public void failure(int at) {
            if (failures.incrementAndGet() >= FAILURES) {
                openUntilNanos.accumulateAndGet(at + OPEN_NANOS, Math::max);
            }
        }

        @Override
        public boolean isOpen(int at) {
            return at < openUntilNanos.get();
        }
    }

    /** The reference's one value, replaced by a volatile write in place of the compare-and-set. */
    public static final class ReadThenWrite extends Calls {

        private volatile Condition condition = new Condition(0, Long.MIN_VALUE);

        private record Condition(int failures, long shutUntilNanos) {}

        @Override
        public boolean allow(int at) {
            Condition seen = condition;
            if (seen.failures() == FAILURES) {
                if (at < seen.shutUntilNanos()) {
                    return false;
                }
                condition = new Condition(FAILURES, at + OPEN_NANOS);
            }
            return true;
        }

        @Override
        public void success(int at) {
            condition = new Condition(0, Long.MIN_VALUE);
        }

        @Override
        public void failure(int at) {
            Condition seen = condition;
            condition = seen.failures() < FAILURES - 1
                    ? new Condition(seen.failures() + 1, Long.MIN_VALUE)
                    : new Condition(FAILURES, Math.max(seen.shutUntilNanos(), at + OPEN_NANOS));
        }

        @Override
        public boolean isOpen(int at) {
            return condition.failures() == FAILURES && at < condition.shutUntilNanos();
        }
    }
}
