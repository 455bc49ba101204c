package dev.halflife.stress.lincheck;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.Emission;
import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.impl.heat.Observation;
import dev.halflife.model.Contract;
import dev.halflife.model.heat.Belief;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatSpec;
import dev.halflife.model.heat.HeatState;
import dev.halflife.stress.linear.Call;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The registry with marks is one thing at a time, whatever drivers and readers do at once (D, E, R, T with F1 to F5, F10
 * and F13). The cap is so small that eviction and owed withdrawals take part, and two drivers tick and answer each other's
 * announcements.
 */
class HeatRegistryLincheckTest {

    private static final long HALF_LIFE_NANOS = 60_000_000_000L;
    private static final int CAP = 2;
    private static final long LEASE_NANOS = HALF_LIFE_NANOS;

    /** Stands for the number of every tick with nothing to tell: the answers to one and to another are alike. */
    private static final long NOTHING_TO_TELL = -1;

    static final LincheckCase CASE = new LincheckCase(
            "blob-heat-registry",
            Strict.class,
            new Scenario("", "bump(1,0)", "bump(1,3)", "observe(1)"),
            new Scenario(
                    "bump(1,0) bump(2,0) tick(0,0) bump(1,0) bump(2,0)",
                    "commit(0)",
                    "tick(1,0)",
                    "tick(1,0) observe(1)"),
            new Scenario("bump(1,0) tick(0,0)", "remove(1)", "commit(0)", "tick(0,0) size()"),
            new Scenario("bump(1,0) bump(2,0)", "bump(3,0)", "bump(1,0)", "size() observe(2)"),
            new Scenario("bump(1,0) tick(0,0)", "rollback(0)", "tick(1,0)", "tick(1,0)"),
            new Scenario("bump(1,0)", "bump(1,1)", "observe(1) observe(1)", "observe(1)"),
            new Scenario("", "bump(1,0)", "bump(1,0)", "observe(1)"),
            new Scenario("bump(1,0)", "tick(0,0)", "tick(1,0)", "tick(0,0)"),
            new Scenario("bump(1,0)", "remove(1)", "remove(1) size()", "size()"),
            new Scenario("bump(1,0) bump(2,0)", "bump(3,0)", "size()", "size()"),
            new Scenario("bump(1,0) bump(2,0)", "touch(3,0)", "bump(1,0)", "size() observe(2)"),
            new Scenario("bump(1,0) bump(2,0)", "touch(3,0)", "size()", "observe(1)"),
            new Scenario("bump(1,0) bump(2,0)", "tick(0,0)", "inFlight()", "inFlight()"),
            new Scenario(
                    "bump(1,0) bump(2,0) tick(0,0) bump(3,0) bump(4,0) tick(0,0)", "bump(5,0)", "owed()", "dropped()"));

    @Test
    void t4_everyInterleavingIsOneTheModelAllows() {
        CASE.holds(Reference.class);
    }

    @Test
    void r1_aBumpThatTouchesFirstAndThenCountsIsConvicted() {
        CASE.convicts(TouchThenBump.class);
    }

    /** What readers and drivers do, a whole number of half-lives apart, so that rates are exact. */
    @Param(name = "at", gen = IntGen.class, conf = "0:3")
    @Param(name = "key", gen = IntGen.class, conf = "1:3")
    @Param(name = "driver", gen = IntGen.class, conf = "0:1")
    public abstract static class Calls {

        private final AtomicReferenceArray<@Nullable Announcement<Integer>> ticked = new AtomicReferenceArray<>(2);
        private final ThreadLocal<@Nullable Integer> evicted = new ThreadLocal<>();
        final HeatRegistry<Integer> registry = HeatRegistry.<Integer>marked(
                        new dev.halflife.impl.heat.HeatPolicy(true, 2, HALF_LIFE_NANOS))
                .cap(CAP)
                .leaseNanos(LEASE_NANOS)
                .onEvicted(evicted::set)
                .build();

        abstract double count(int key, long nowNanos);

        @Operation
        public final Bumped bump(@Param(name = "key") int key, @Param(name = "at") int at) {
            evicted.remove();
            double rate = count(key, at * HALF_LIFE_NANOS);
            return new Bumped(evicted.get(), rate);
        }

        @Operation
        public final Ticked tick(@Param(name = "driver") int driver, @Param(name = "at") int at) {
            Announcement<Integer> announcement = registry.tick(at * HALF_LIFE_NANOS);
            ticked.set(driver, announcement);
            return new Ticked(number(announcement), announcement.emissions());
        }

        /** Answers what that driver ticked last; 0 where nobody has. */
        @Operation
        public final long commit(@Param(name = "driver") int driver) {
            Announcement<Integer> announcement = ticked.get(driver);
            if (announcement == null) {
                return 0;
            }
            registry.commit(announcement);
            return number(announcement);
        }

        /** Answers what that driver ticked last; 0 where nobody has. */
        @Operation
        public final long rollback(@Param(name = "driver") int driver) {
            Announcement<Integer> announcement = ticked.get(driver);
            if (announcement == null) {
                return 0;
            }
            registry.rollback(announcement);
            return number(announcement);
        }

        private static long number(Announcement<Integer> announcement) {
            return announcement.isEmpty() ? NOTHING_TO_TELL : announcement.number();
        }

        @Operation
        public final void remove(@Param(name = "key") int key) {
            registry.remove(key);
        }

        @Operation
        public final Optional<Observation> observe(@Param(name = "key") int key) {
            return registry.observe(key);
        }

        @Operation
        public final Touched touch(@Param(name = "key") int key, @Param(name = "at") int at) {
            evicted.remove();
            registry.touch(key, at * HALF_LIFE_NANOS);
            return new Touched(evicted.get());
        }

        @Operation
        public final int size() {
            return registry.size();
        }

        @Operation
        public final int inFlight() {
            return registry.inFlight();
        }

        @Operation
        public final int owed() {
            return registry.owedWithdrawals();
        }

        @Operation
        public final long dropped() {
            return registry.droppedWithdrawals();
        }
    }

    record Bumped(@Nullable Integer evicted, double rate) {}

    record Touched(@Nullable Integer evicted) {}

    record Ticked(long number, List<Emission<Integer>> emissions) {}

    /** What it means. */
    static final class Strict extends Model {

        Strict() {
            super(new HeatSpec(
                    new HeatConfig(true, CAP, LEASE_NANOS, new HeatPolicy(true, 2, HALF_LIFE_NANOS)),
                    Contract.strict()));
        }

        Call<HeatState, HeatOperation, HeatReply> bump(int key, int at, Bumped bumped) {
            return Call.of(
                    new HeatOperation.Bump(at * HALF_LIFE_NANOS, "a" + key),
                    new HeatReply.Bumped(bumped.evicted() == null ? null : "a" + bumped.evicted(), bumped.rate()));
        }

        Call<HeatState, HeatOperation, HeatReply> tick(int driver, int at, Ticked ticked) {
            HeatReply reply = new HeatReply.Ticked(ticked.emissions().stream()
                    .map(emission -> new HeatReply.Emission("a" + emission.key(), emission.rate()))
                    .toList());
            return ticked.number() == NOTHING_TO_TELL
                    ? new NothingToTell(at * HALF_LIFE_NANOS, reply)
                    : Call.of(new HeatOperation.Tick(at * HALF_LIFE_NANOS, ticked.number()), reply);
        }

        Call<HeatState, HeatOperation, HeatReply> commit(int driver, long tick) {
            return tick == 0 ? nothingDone() : Call.of(new HeatOperation.Commit(0, tick, null), new HeatReply.Done());
        }

        Call<HeatState, HeatOperation, HeatReply> rollback(int driver, long tick) {
            return tick == 0 ? nothingDone() : Call.of(new HeatOperation.Rollback(0, tick, null), new HeatReply.Done());
        }

        Call<HeatState, HeatOperation, HeatReply> remove(int key) {
            return Call.of(new HeatOperation.Remove(0, "a" + key), new HeatReply.Done());
        }

        Call<HeatState, HeatOperation, HeatReply> observe(int key, Optional<Observation> seen) {
            HeatReply reply = seen.<HeatReply>map(tracked ->
                            new HeatReply.Tracked(tracked.rate(), tracked.asOfNanos(), told(tracked.belief())))
                    .orElseGet(HeatReply.Untracked::new);
            return Call.of(new HeatOperation.Observe(0, "a" + key), reply);
        }

        Call<HeatState, HeatOperation, HeatReply> size(int size) {
            return Call.of(new HeatOperation.Len(0), new HeatReply.Counted(size));
        }

        Call<HeatState, HeatOperation, HeatReply> touch(int key, int at, Touched touched) {
            return Call.of(
                    new HeatOperation.Touch(at * HALF_LIFE_NANOS, "a" + key),
                    new HeatReply.Touched(touched.evicted() == null ? null : "a" + touched.evicted()));
        }

        Call<HeatState, HeatOperation, HeatReply> inFlight(int marks) {
            return new Seen(state -> marks == marks(state.trackedKeys(), state) + marks(state.owedKeys(), state));
        }

        Call<HeatState, HeatOperation, HeatReply> owed(int withdrawals) {
            return new Seen(state -> state.owedSize() == withdrawals);
        }

        Call<HeatState, HeatOperation, HeatReply> dropped(long withdrawals) {
            return new Seen(state -> state.droppedWithdrawals() == withdrawals);
        }

        private static int marks(Iterable<String> keys, HeatState state) {
            int marks = 0;
            for (String key : keys) {
                marks += state.inFlight(key) ? 1 : 0;
            }
            return marks;
        }

        private static Call<HeatState, HeatOperation, HeatReply> nothingDone() {
            return Call.of(new HeatOperation.Remove(0, "nobody's"), new HeatReply.Done());
        }

        private static Belief told(dev.halflife.impl.heat.Belief belief) {
            if (belief instanceof dev.halflife.impl.heat.Belief.Announced announced) {
                return new Belief.Announced(announced.rate());
            }
            return belief.mayBeHot() ? Belief.Unsettled.UNKNOWN : Belief.Unsettled.NEVER;
        }
    }

    /** A tick that the registry does not number; the model gives it the next number below 0. */
    private record NothingToTell(long atNanos, HeatReply reply) implements Call<HeatState, HeatOperation, HeatReply> {

        @Override
        public HeatOperation operationIn(HeatState state) {
            long number = NOTHING_TO_TELL;
            while (state.issued(number)) {
                number--;
            }
            return new HeatOperation.Tick(atNanos, number);
        }
    }

    /** A look at what traces do not tell: it changes nothing, and has its place where the state is like that. */
    private record Seen(Predicate<HeatState> when) implements Call<HeatState, HeatOperation, HeatReply> {

        @Override
        public @Nullable HeatOperation operationIn(HeatState state) {
            return when.test(state) ? new HeatOperation.Remove(0, "nobody's") : null;
        }

        @Override
        public HeatReply reply() {
            return new HeatReply.Done();
        }
    }

    /** As shipped. */
    public static final class Reference extends Calls {

        @Override
        double count(int key, long nowNanos) {
            return registry.bump(key, nowNanos);
        }
    }

    /** Lets the lock go between finding the counter and counting: it can be evicted in between. */
    public static final class TouchThenBump extends Calls {
        @Override
        double count(int key, long nowNanos) {
            registry.touch(key, nowNanos);
            return registry.bump(key, nowNanos);
        }
    }
}
