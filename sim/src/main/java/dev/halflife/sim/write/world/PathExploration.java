package dev.halflife.sim.write.world;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.sim.component.Exploration;
import java.util.ArrayList;
import java.util.List;

/** Every small world in which everything is due at once: one failure opens, one sample is saved, one item fills the queue. */
final class PathExploration implements Exploration<PathConfig, PathState, PathOperation> {

    private static final long SECOND = 1_000_000_000L;

    /** The simplest world. */
    static final PathConfig SMALLEST = new PathConfig(
            new CreditsConfig(2, 1),
            new StatisticsConfig(1, true),
            new BreakerConfig(1, SECOND),
            new InterferenceConfig(2 * SECOND),
            new QueueConfig(1),
            2,
            1f,
            0);

    @Override
    public List<PathConfig> configs(int keys) {
        return List.of(SMALLEST);
    }

    @Override
    public long[] timeStepsNanos(PathConfig config) {
        return new long[] {
            0, config.breaker().openNanos(), config.interference().leaseNanos() + 1
        };
    }

    /** Two operations less than a part: a world has many times as many moves. */
    @Override
    public int depth(int usual) {
        return Math.max(1, usual - 2);
    }

    @Override
    public long startNanos() {
        return 0;
    }

    @Override
    public List<PathOperation> moves(PathState state, List<PathOperation> soFar, int keys, long atNanos) {
        List<PathOperation> moves = new ArrayList<>();
        moves.add(new PathOperation.Recall(atNanos, List.of(PathNames.RECALLED.get(0))));
        addWrites(soFar, keys, atNanos, moves);
        for (String id : state.unanswered().writes().keySet()) {
            moves.add(new PathOperation.Answer(atNanos, id, Fate.STORED));
            moves.add(new PathOperation.Answer(atNanos, id, Fate.FAILS));
        }
        for (long flush : state.books().onTheirWay().keySet()) {
            moves.add(new PathOperation.Stored(atNanos, flush));
            moves.add(new PathOperation.Failed(atNanos, flush));
        }
        if (state.of(Parts.QUEUE).size() > 0) {
            moves.add(new PathOperation.Retry(atNanos));
        }
        for (long retry : state.unanswered().retries().keySet()) {
            moves.add(new PathOperation.Retried(atNanos, retry, 0));
            moves.add(new PathOperation.Retried(atNanos, retry, 1));
        }
        if (state.of(Parts.INTERFERENCE).pendingNanos().isPresent()) {
            moves.add(new PathOperation.Consolidated(atNanos, Outcome.PROGRESS, 1));
            moves.add(new PathOperation.Consolidated(atNanos, Outcome.LOST, 1));
        }
        for (int writer : state.of(Parts.STATISTICS).writers()) {
            moves.add(new PathOperation.Save(atNanos, writer));
        }
        moves.add(new PathOperation.Kill(atNanos, null));
        moves.add(new PathOperation.Kill(atNanos, PowerLoss.NOTHING_SURVIVES));
        if (state.isAllAnswered()) {
            moves.add(new PathOperation.Close(atNanos));
        }
        return moves;
    }

    /** A new item, a revision of the one entry, in each partition with each fate. */
    private static void addWrites(List<PathOperation> soFar, int keys, long atNanos, List<PathOperation> moves) {
        int written = 0;
        for (PathOperation operation : soFar) {
            written += operation instanceof PathOperation.Write ? 1 : 0;
        }
        for (int i = 0; i < Math.min(keys, PathNames.PARTITIONS.size()); i++) {
            Item item =
                    new Item(PathNames.ITEMS.get(written), PathNames.PARTITIONS.get(i), PathNames.ENTRIES.get(0), 1);
            for (Fate fate : Fate.values()) {
                moves.add(new PathOperation.Write(atNanos, item, 1, fate));
            }
        }
    }
}
