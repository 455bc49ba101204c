package dev.halflife.sim.write.breaker;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerState;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;
import java.util.OptionalLong;

/** Random breaker schedules: few partitions, stores that work and fail in spells, times on and beside the end of an open time. */
final class BreakerWorkload implements Workload<BreakerConfig, BreakerState, BreakerOperation> {

    private static final long SECOND = 1_000_000_000L;
    private static final int MOST_PARTITIONS = 4;

    /** The {@code index}-th partition of generated schedules, from 0. */
    static String partition(int index) {
        return "p" + (index + 1);
    }

    @Override
    public BreakerConfig config(Rng rng) {
        int failures = rng.oneOf(1, 1, 2, 2, 3, BreakerConfig.DEFAULT_FAILURES);
        long openNanos = rng.oneOf(1L, 1000L, SECOND, 7 * SECOND + 1, 30 * SECOND, 30 * SECOND);
        return new BreakerConfig(failures, openNanos);
    }

    @Override
    public Script<BreakerState, BreakerOperation> script(BreakerConfig config, Rng rng) {
        return new BreakerScript(config, rng);
    }

    /** One schedule's character and where it has got to. */
    private static final class BreakerScript implements Script<BreakerState, BreakerOperation> {

        private final BreakerConfig config;
        private final Rng rng;
        private final int partitions;
        private final int reportPerMille;
        private final int spellEndsPerMille;
        private final int lookPerMille;
        private final int stillPerMille;
        private final int backPerMille;
        private final int edgePerMille;
        private boolean failing;
        private long nowNanos;

        BreakerScript(BreakerConfig config, Rng rng) {
            this.config = config;
            this.rng = rng;
            this.partitions = 1 + rng.nextInt(MOST_PARTITIONS);
            this.reportPerMille = rng.oneOf(200, 500, 500, 800);
            this.spellEndsPerMille = rng.oneOf(20, 100, 500);
            this.lookPerMille = rng.oneOf(0, 50, 200);
            this.stillPerMille = rng.oneOf(100, 400, 700);
            this.backPerMille = rng.oneOf(0, 0, 60, 250);
            this.edgePerMille = rng.oneOf(100, 300, 600);
            this.failing = rng.chance(700);
        }

        @Override
        public BreakerOperation next(BreakerState state) {
            String partition = partition(rng.nextInt(partitions));
            passTime(state, partition);
            if (rng.chance(spellEndsPerMille)) {
                failing = !failing;
            }
            if (rng.chance(lookPerMille)) {
                return new BreakerOperation.State(nowNanos, partition);
            }
            if (!rng.chance(reportPerMille)) {
                return new BreakerOperation.Allow(nowNanos, partition);
            }
            return failing
                    ? new BreakerOperation.Failure(nowNanos, partition)
                    : new BreakerOperation.Success(nowNanos, partition);
        }

        /** Stands still, or passes: to the end of an open time or of a probe's turn, just before it, parts of it, a step back. */
        private void passTime(BreakerState state, String partition) {
            if (rng.chance(stillPerMille)) {
                return;
            }
            long open = config.openNanos();
            if (rng.chance(backPerMille)) {
                nowNanos -= rng.chance(500) ? open : 1 + rng.nextLong(open);
            } else if (rng.chance(edgePerMille) && state.opened(partition)) {
                OptionalLong probe = state.probeNanos(partition);
                long edge = probe.isPresent()
                        ? probe.getAsLong() + open
                        : rng.oneOf(state.earliestEndNanos(partition), state.latestEndNanos(partition))
                                .orElse(nowNanos);
                nowNanos = Math.max(nowNanos, edge - rng.oneOf(0, 0, 1));
            } else {
                nowNanos += rng.oneOf(1 + open / 10, 1 + open / 3, open, 1 + rng.nextLong(2 * open));
            }
        }
    }
}
