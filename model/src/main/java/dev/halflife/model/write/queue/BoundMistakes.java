package dev.halflife.model.write.queue;

/** How a requeue keeps to the capacity wrongly. */
final class BoundMistakes {

    private BoundMistakes() {}

    static final class DropsOne extends Requeuing {
        DropsOne(QueueState state, int capacity) {
            super(state, capacity);
        }

        @Override
        void keepToCapacity() {
            if (queue.size() > capacity) {
                dropped.add(queue.remove(0).id());
            }
        }
    }

    static final class DropsInSilence extends Requeuing {
        DropsInSilence(QueueState state, int capacity) {
            super(state, capacity);
        }

        @Override
        void keepToCapacity() {
            while (queue.size() > capacity) {
                queue.remove(0);
            }
        }
    }

    static final class RefusesWhatComes extends Requeuing {
        RefusesWhatComes(QueueState state, int capacity) {
            super(state, capacity);
        }

        @Override
        void giveBack(Item item) {
            if (queue.size() >= capacity) {
                dropped.add(item.id());
            } else {
                super.giveBack(item);
            }
        }
    }

    static final class DropsTheNewest extends Requeuing {
        DropsTheNewest(QueueState state, int capacity) {
            super(state, capacity);
        }

        @Override
        void giveBack(Item item) {
            if (queue.size() >= capacity) {
                dropped.add(queue.remove(queue.size() - 1).id());
            }
            super.giveBack(item);
        }
    }
}
