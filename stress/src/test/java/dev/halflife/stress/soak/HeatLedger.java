package dev.halflife.stress.soak;

import dev.halflife.impl.heat.HeatPolicy;
import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.impl.heat.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * D2, D3 and F4 over many bumps of one key: whatever their order, the rate lies between what it would be if each counted at
 * the time it was given and if each counted as late as it can have: when it returned. Linear in calls.
 */
final class HeatLedger {

    private static final long HALF_LIFE_NANOS = 1_000_000;
    private static final double ROUNDING_PER_BUMP = 1e-12;

    private HeatLedger() {}

    record Bump(long givenNanos, long returnedNanos) {}

    /** Why the rate cannot be, or null. */
    static @Nullable String imbalance(Threads threads, int calls) throws InterruptedException, ExecutionException {
        HeatRegistry<String> registry = HeatRegistry.<String>marked(new HeatPolicy(true, 2, HALF_LIFE_NANOS))
                .unbounded()
                .build();
        List<Bump> bumps = new ArrayList<>();
        threads.run(thread -> {
                    List<Bump> own = new ArrayList<>();
                    for (int i = 0; i < calls; i++) {
                        long givenNanos = System.nanoTime();
                        registry.bump("a", givenNanos);
                        own.add(new Bump(givenNanos, System.nanoTime()));
                    }
                    return own;
                })
                .forEach(bumps::addAll);
        Observation seen = registry.observe("a").orElseThrow();
        return outOfBounds(bumps, seen.rate(), seen.asOfNanos());
    }

    static @Nullable String outOfBounds(List<Bump> bumps, double rate, long asOfNanos) {
        double least = 0;
        double most = 0;
        for (Bump bump : bumps) {
            least += remaining(asOfNanos - bump.givenNanos());
            most += remaining(Math.max(0, asOfNanos - bump.returnedNanos()));
        }
        double slack = ROUNDING_PER_BUMP * bumps.size();
        return rate >= least - slack && rate <= most + slack
                ? null
                : "D3: the rate after " + bumps.size() + " bumps must be within [" + least + ", " + most + "]: " + rate;
    }

    private static double remaining(long elapsedNanos) {
        return StrictMath.pow(0.5, (double) elapsedNanos / HALF_LIFE_NANOS);
    }
}
