package dev.halflife.stress.lincheck;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.Emission;
import dev.halflife.impl.heat.HeatPolicy;
import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatSpec;
import dev.halflife.model.heat.HeatState;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * The registry with marks is linearizable against the pure model: two threads of two operations each, between which a cap
 * of one key makes evictions and owed withdrawals take part. Bounded evidence: 20 scenarios, 300 interleavings of each.
 */
@Param(name = "key", gen = IntGen.class, conf = "1:2")
public class HeatRegistryLincheckTest {

    private static final long HALF_LIFE = 60_000_000_000L;
    private static final long NOW = 0;

    private final HeatRegistry<Integer> registry = HeatRegistry.<Integer>marked(new HeatPolicy(true, 2, HALF_LIFE))
            .cap(1)
            .build();
    private final AtomicReference<Announcement<Integer>> last = new AtomicReference<>(registry.tick(NOW));

    @Operation
    public double bump(@Param(name = "key") int key) {
        return registry.bump(key, NOW);
    }

    @Operation
    public void remove(@Param(name = "key") int key) {
        registry.remove(key);
    }

    @Operation
    public String observe(@Param(name = "key") int key) {
        return registry.observe(key).map(seen -> String.valueOf(seen.rate())).orElse("untracked");
    }

    /** One thread of the driver: ticks and remembers, so that the answer is to its own tick. */
    @Operation(nonParallelGroup = "driver")
    public String tick() {
        Announcement<Integer> announcement = registry.tick(NOW);
        last.set(announcement);
        return announcement.emissions().stream()
                .map(HeatRegistryLincheckTest::text)
                .sorted()
                .toList()
                .toString();
    }

    @Operation(nonParallelGroup = "driver")
    public void commit() {
        registry.commit(last.get());
    }

    @Operation(nonParallelGroup = "driver")
    public void rollback() {
        registry.rollback(last.get());
    }

    private static String text(Emission<Integer> emission) {
        return emission.key() + "=" + emission.rate();
    }

    @Test
    void everyInterleavingIsOneTheModelAllows() {
        new ModelCheckingOptions()
                .threads(2)
                .actorsPerThread(2)
                .actorsBefore(2)
                .actorsAfter(2)
                .iterations(20)
                .invocationsPerIteration(300)
                .sequentialSpecification(Model.class)
                .check(getClass());
    }

    /** The pure model with the same operations, one at a time. */
    public static class Model {

        private final HeatSpec spec = new HeatSpec(
                new HeatConfig(
                        true,
                        1,
                        HeatConfig.DEFAULT_LEASE_NANOS,
                        new dev.halflife.model.heat.HeatPolicy(true, 2, HALF_LIFE)),
                Contract.strict());
        private HeatState state = spec.initial();
        private long ticks;

        public Model() {
            tick();
        }

        public double bump(int key) {
            return ((HeatReply.Bumped) reply(new HeatOperation.Bump(NOW, String.valueOf(key)))).rate();
        }

        public void remove(int key) {
            reply(new HeatOperation.Remove(NOW, String.valueOf(key)));
        }

        public String observe(int key) {
            return reply(new HeatOperation.Observe(NOW, String.valueOf(key))) instanceof HeatReply.Tracked tracked
                    ? String.valueOf(tracked.rate())
                    : "untracked";
        }

        public String tick() {
            ticks++;
            List<HeatReply.Emission> emissions =
                    ((HeatReply.Ticked) reply(new HeatOperation.Tick(NOW, ticks))).emissions();
            return emissions.stream()
                    .map(emission -> emission.key() + "=" + emission.rate())
                    .sorted()
                    .toList()
                    .toString();
        }

        public void commit() {
            reply(new HeatOperation.Commit(NOW, ticks, null));
        }

        public void rollback() {
            reply(new HeatOperation.Rollback(NOW, ticks, null));
        }

        private HeatReply reply(HeatOperation operation) {
            HeatReply reply = spec.predict(state, operation);
            state = ((Step.Accepted<HeatState>) spec.judge(state, operation, reply)).state();
            return reply;
        }
    }
}
