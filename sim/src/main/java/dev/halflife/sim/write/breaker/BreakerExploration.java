package dev.halflife.sim.write.breaker;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerState;
import dev.halflife.sim.component.Exploration;
import java.util.ArrayList;
import java.util.List;

/** Every small breaker schedule: questions and reports. States are left to the audit, as they change nothing. */
final class BreakerExploration implements Exploration<BreakerConfig, BreakerState, BreakerOperation> {

    private static final long OPEN_NANOS = BreakerConfig.DEFAULT_OPEN_NANOS;

    /** One that opens with the first failure, and one that must count. */
    @Override
    public List<BreakerConfig> configs(int partitions) {
        return List.of(new BreakerConfig(1, OPEN_NANOS), new BreakerConfig(2, OPEN_NANOS));
    }

    /** Half an open time does not end it; two halves, and a whole one, end exactly with it. */
    @Override
    public long[] timeStepsNanos(BreakerConfig config) {
        long open = config.openNanos();
        return new long[] {0, open / 2, open, -open};
    }

    @Override
    public long startNanos() {
        return 0;
    }

    @Override
    public List<BreakerOperation> moves(
            BreakerState state, List<BreakerOperation> soFar, int partitions, long atNanos) {
        int used = state.partitions().size();
        List<BreakerOperation> moves = new ArrayList<>();
        for (int i = 0; i < Math.min(partitions, used + 1); i++) {
            String partition = BreakerWorkload.partition(i);
            moves.add(new BreakerOperation.Allow(atNanos, partition));
            moves.add(new BreakerOperation.Success(atNanos, partition));
            moves.add(new BreakerOperation.Failure(atNanos, partition));
        }
        return moves;
    }
}
