package dev.halflife.reports.rivals;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.Belief;
import dev.halflife.impl.heat.Emission;
import dev.halflife.impl.heat.HeatPolicy;
import dev.halflife.impl.heat.HeatRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;

/** The reference as Lincheck calls it, a whole number of half-lives apart, so that rates are exact. Made by Lincheck. */
@Param(name = "at", gen = IntGen.class, conf = "0:3")
@Param(name = "key", gen = IntGen.class, conf = "1:3")
public final class RegistryCalls {

    static final long HALF_LIFE_NANOS = 60_000_000_000L;
    static final int CAP = 2;

    private final ThreadLocal<@Nullable Integer> evicted = new ThreadLocal<>();
    private final AtomicReference<@Nullable Announcement<Integer>> ticked = new AtomicReference<>();
    private final HeatRegistry<Integer> registry = HeatRegistry.<Integer>marked(
                    new HeatPolicy(true, 2, HALF_LIFE_NANOS))
            .cap(CAP)
            .leaseNanos(HALF_LIFE_NANOS)
            .onEvicted(evicted::set)
            .build();

    /** A read: who was evicted for it, and the rate. */
    @Operation
    public String bump(@Param(name = "key") int key, @Param(name = "at") int at) {
        evicted.remove();
        double rate = registry.bump(key, at * HALF_LIFE_NANOS);
        return evicted.get() + " " + rate;
    }

    /** A touch: who was evicted for it. */
    @Operation
    public String touch(@Param(name = "key") int key, @Param(name = "at") int at) {
        evicted.remove();
        registry.touch(key, at * HALF_LIFE_NANOS);
        return String.valueOf(evicted.get());
    }

    /** The one driver's round: what is announced. */
    @Operation(nonParallelGroup = "driver")
    public Map<Integer, Double> tick(@Param(name = "at") int at) {
        Announcement<Integer> announcement = registry.tick(at * HALF_LIFE_NANOS);
        ticked.set(announcement);
        return announcement.emissions().stream()
                .collect(Collectors.toMap(Emission::key, Emission::rate, Double::sum, TreeMap::new));
    }

    /** Answers the last tick. */
    @Operation(nonParallelGroup = "driver")
    public void commit() {
        Announcement<Integer> announcement = ticked.get();
        if (announcement != null) {
            registry.commit(announcement);
        }
    }

    /** Answers the last tick. */
    @Operation(nonParallelGroup = "driver")
    public void rollback() {
        Announcement<Integer> announcement = ticked.get();
        if (announcement != null) {
            registry.rollback(announcement);
        }
    }

    /** Forgets a key. */
    @Operation
    public void remove(@Param(name = "key") int key) {
        registry.remove(key);
    }

    /** What is known of a key. */
    @Operation
    public String observe(@Param(name = "key") int key) {
        return registry.observe(key)
                .map(seen -> seen.rate() + " " + seen.asOfNanos() + " " + told(seen.belief()))
                .orElse("untracked");
    }

    /** How many keys are tracked. */
    @Operation
    public long len() {
        return registry.size();
    }

    private static String told(Belief belief) {
        return belief instanceof Belief.Announced announced
                ? String.valueOf(announced.rate())
                : belief.mayBeHot() ? "unknown" : "nothing";
    }
}
