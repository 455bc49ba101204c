package dev.halflife.sim.write.queue;

import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueState;
import dev.halflife.sim.component.Mix;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;
import java.util.ArrayList;
import java.util.List;

/**
 * Random enqueues, drains and requeues: of much or little of what is outstanding, seldom in another order than it was
 * drained in. Time plays no part: all is at 0.
 */
final class QueueWorkload implements Workload<QueueConfig, QueueState, QueueOperation> {

    @Override
    public QueueConfig config(Rng rng) {
        return new QueueConfig(rng.oneOf(1, 1, 2, 2, 3, 4, 8));
    }

    @Override
    public Script<QueueState, QueueOperation> script(QueueConfig config, Rng rng) {
        return new QueueScript(config, rng);
    }

    private static final class QueueScript implements Script<QueueState, QueueOperation> {
        private final Rng rng;
        private final Mix<QueueOperation> mix;
        private final int ids;
        private final int returnedPerMille;
        private final int max;
        private final List<Item> outstanding = new ArrayList<>();

        QueueScript(QueueConfig config, Rng rng) {
            this.rng = rng;
            this.ids = rng.oneOf(1, config.capacity() + 1, 8, 64);
            this.returnedPerMille = rng.oneOf(200, 700, 1000);
            this.max = rng.oneOf(1, 2, 3, 3, 5, Integer.MAX_VALUE);
            this.mix = new Mix<QueueOperation>(rng)
                    .always(6, () -> new QueueOperation.Enqueue(0, QueueComponent.IDS.get(rng.nextInt(ids))))
                    .always(2, () -> new QueueOperation.Drain(0))
                    .often(3, this::requeue)
                    .often(1, () -> new QueueOperation.Len(0));
        }

        @Override
        public QueueOperation next(QueueState state) {
            outstanding.clear();
            state.outstanding().forEach(outstanding::add);
            return mix.next();
        }

        private QueueOperation requeue() {
            List<Item> returned = new ArrayList<>();
            for (Item item : outstanding) {
                if (rng.chance(returnedPerMille)) {
                    returned.add(rng.chance(100) ? 0 : returned.size(), item);
                }
            }
            return new QueueOperation.Requeue(0, returned, rng.chance(50) ? rng.nextInt(3) : max);
        }
    }
}
