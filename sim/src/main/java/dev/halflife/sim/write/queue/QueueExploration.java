package dev.halflife.sim.write.queue;

import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueState;
import dev.halflife.sim.component.Exploration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every short row of enqueues, drains and requeues, of one drained item or of all, over queues of small capacities; with a
 * max at which a fresh item is worn out, and one at which it may come back twice.
 */
final class QueueExploration implements Exploration<QueueConfig, QueueState, QueueOperation> {

    private static final int WORN_OUT_AT_ONCE = 1;
    private static final int TWO_MORE_TRIES = 3;

    @Override
    public List<QueueConfig> configs(int keys) {
        return IntStream.rangeClosed(1, keys).mapToObj(QueueConfig::new).toList();
    }

    @Override
    public long[] timeStepsNanos(QueueConfig config) {
        return new long[] {0};
    }

    /** Deeper, as there are few moves, and an item that comes back twice takes six of them. */
    @Override
    public int depth(int usual) {
        return usual + 3;
    }

    @Override
    public long startNanos() {
        return 0;
    }

    @Override
    public List<QueueOperation> moves(QueueState state, List<QueueOperation> soFar, int keys, long atNanos) {
        List<QueueOperation> moves = new ArrayList<>();
        for (int i = 0; i < Math.min(keys, used(soFar) + 1); i++) {
            moves.add(new QueueOperation.Enqueue(atNanos, QueueComponent.IDS.get(i)));
        }
        moves.add(new QueueOperation.Drain(atNanos));
        List<Item> drained = new ArrayList<>();
        for (Item item : state.outstanding()) {
            drained.add(item);
            moves.add(new QueueOperation.Requeue(atNanos, List.of(item), WORN_OUT_AT_ONCE));
            moves.add(new QueueOperation.Requeue(atNanos, List.of(item), TWO_MORE_TRIES));
        }
        if (drained.size() > 1) {
            moves.add(new QueueOperation.Requeue(atNanos, drained, TWO_MORE_TRIES));
        }
        return moves;
    }

    private static int used(List<QueueOperation> soFar) {
        int used = 0;
        for (QueueOperation operation : soFar) {
            if (operation instanceof QueueOperation.Enqueue enqueue) {
                used = Math.max(used, 1 + QueueComponent.IDS.indexOf(enqueue.id()));
            }
        }
        return used;
    }
}
