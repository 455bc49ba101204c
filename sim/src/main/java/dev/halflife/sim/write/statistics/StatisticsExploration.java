package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsState;
import dev.halflife.model.write.statistics.Summary;
import dev.halflife.sim.component.Exploration;
import java.util.ArrayList;
import java.util.List;

/**
 * Every small schedule: first samples, merges and scores; from the first save on only what matters to snapshots: two
 * writers' steps in any order, one more sample, kills, losses of power with every kind of fate, and a load after each. A
 * save takes more steps than a sum, so that both at full width would leave neither any depth.
 */
final class StatisticsExploration implements Exploration<StatisticsConfig, StatisticsState, StatisticsOperation> {

    private static final int WRITERS = 2;
    private static final int ALL_NAMES = (1 << PowerLoss.BITS) - 1;

    /** Names without bytes, bytes without names, half of the bytes, a later name without an earlier one, and neither. */
    private static final List<PowerLoss> FATES = List.of(
            PowerLoss.NOTHING_SURVIVES,
            new PowerLoss(ALL_NAMES, 0),
            new PowerLoss(ALL_NAMES, 500),
            new PowerLoss(2, 1000),
            new PowerLoss(1, 1000));

    private final boolean powerFails;

    StatisticsExploration(boolean powerFails) {
        this.powerFails = powerFails;
    }

    @Override
    public List<StatisticsConfig> configs(int keys) {
        return List.of(new StatisticsConfig(2, powerFails));
    }

    /** Exact sums and files take longer than counters. */
    @Override
    public int depth(int usual) {
        return Math.max(1, usual - 1);
    }

    /** Nothing reads the time. */
    @Override
    public long[] timeStepsNanos(StatisticsConfig config) {
        return new long[] {0};
    }

    @Override
    public long startNanos() {
        return 0;
    }

    @Override
    public List<StatisticsOperation> moves(
            StatisticsState state, List<StatisticsOperation> soFar, int keys, long atNanos) {
        boolean saves = soFar.stream().anyMatch(StatisticsOperation.Begin.class::isInstance);
        return saves ? snapshotMoves(state, soFar, atNanos) : sampleMoves(soFar, keys, atNanos);
    }

    private static List<StatisticsOperation> sampleMoves(List<StatisticsOperation> soFar, int keys, long atNanos) {
        int used = 0;
        for (StatisticsOperation operation : soFar) {
            used = Math.max(used, 1 + Partitions.ALL.indexOf(operation.match(new PartitionOf())));
        }
        List<StatisticsOperation> moves = new ArrayList<>();
        for (int i = 0; i < Math.min(keys, used + 1); i++) {
            String partition = Partitions.get(i);
            moves.add(new StatisticsOperation.Update(atNanos, partition, 0.25));
            moves.add(new StatisticsOperation.Update(atNanos, partition, -1e200));
            moves.add(new StatisticsOperation.Merge(atNanos, partition, new Summary(2, 0.5, 0.5)));
            moves.add(new StatisticsOperation.Score(atNanos, partition, 0.125f, 0.875f));
        }
        moves.add(new StatisticsOperation.Update(atNanos, Partitions.get(0), Double.NaN));
        moves.add(new StatisticsOperation.Merge(atNanos, Partitions.get(0), new Summary(0, 0, 0)));
        moves.add(new StatisticsOperation.Due(atNanos));
        moves.add(new StatisticsOperation.Begin(atNanos, 1));
        return moves;
    }

    private List<StatisticsOperation> snapshotMoves(
            StatisticsState state, List<StatisticsOperation> soFar, long atNanos) {
        List<StatisticsOperation> moves = new ArrayList<>();
        boolean offered = false;
        for (int writer = 1; writer <= WRITERS; writer++) {
            if (state.writers().contains(writer)) {
                moves.add(new StatisticsOperation.Step(atNanos, writer));
            } else if (!offered) {
                moves.add(new StatisticsOperation.Begin(atNanos, writer));
                offered = true;
            }
        }
        StatisticsOperation last = soFar.get(soFar.size() - 1);
        if (!(last instanceof StatisticsOperation.Update)) {
            moves.add(new StatisticsOperation.Update(atNanos, Partitions.get(0), 1));
        }
        if (!(last instanceof StatisticsOperation.Restart)) {
            moves.add(new StatisticsOperation.Restart(atNanos, null));
            if (powerFails) {
                FATES.forEach(fate -> moves.add(new StatisticsOperation.Restart(atNanos, fate)));
            }
            if (state.atRest()) {
                moves.add(new StatisticsOperation.Damage(atNanos, 500));
            }
        }
        return moves;
    }
}
