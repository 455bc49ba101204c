package dev.halflife.model.write.queue;

import java.util.List;

/** How a requeue counts attempts wrongly, or treats what is worn out. */
final class AttemptMistakes {

    private AttemptMistakes() {}

    /** Makes a requeue with the mistake in it. */
    interface Mistake {
        Requeuing make(QueueState state, int capacity);
    }

    static final List<Mistake> ALL = List.of(
            (state, capacity) -> counting(state, capacity, 0, 0),
            (state, capacity) -> counting(state, capacity, 2, 0),
            (state, capacity) -> counting(state, capacity, 1, 1),
            (state, capacity) -> counting(state, capacity, 1, -1),
            (state, capacity) -> new Requeuing(state, capacity) {
                @Override
                int failed(int attempts) {
                    return 1;
                }
            },
            (state, capacity) -> new Requeuing(state, capacity) {
                @Override
                boolean mayTryAgain(int attempts, int max) {
                    return true;
                }
            },
            (state, capacity) -> new Requeuing(state, capacity) {
                @Override
                boolean mayTryAgain(int attempts, int max) {
                    return false;
                }
            },
            (state, capacity) -> new Requeuing(state, capacity) {
                @Override
                void wornOut(Item item) {
                    // nobody is told
                }
            },
            (state, capacity) -> new Requeuing(state, capacity) {
                @Override
                void wornOut(Item item) {
                    super.wornOut(item);
                    giveBack(item);
                }
            },
            (state, capacity) -> new Requeuing(state, capacity) {
                @Override
                void giveBack(Item item) {
                    // lost
                }
            },
            (state, capacity) -> new Requeuing(state, capacity) {
                private boolean ended;

                @Override
                void giveBack(Item item) {
                    if (!ended) {
                        super.giveBack(item);
                    }
                }

                @Override
                void wornOut(Item item) {
                    if (!ended) {
                        super.wornOut(item);
                    }
                    ended = true;
                }
            });

    /** So many attempts more for each, and worn out so many later. */
    private static Requeuing counting(QueueState state, int capacity, int more, int later) {
        return new Requeuing(state, capacity) {
            @Override
            int failed(int attempts) {
                return (int) Math.min(Integer.MAX_VALUE, (long) attempts + more);
            }

            @Override
            boolean mayTryAgain(int attempts, int max) {
                return attempts < (long) max + later;
            }
        };
    }
}
