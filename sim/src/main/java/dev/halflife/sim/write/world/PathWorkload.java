package dev.halflife.sim.write.world;

import dev.halflife.model.Contract;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.sim.component.Mix;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Random worlds: recalls, writes into one to three partitions, outages of the store that begin and end, in one partition or
 * in all, embeddings that fail, consolidations that report or not, kills, losses of power and orderly closes.
 */
final class PathWorkload implements Workload<PathConfig, PathState, PathOperation> {

    private static final long SECOND = 1_000_000_000L;

    /** A step of a world is several of its parts. */
    @Override
    public long schedules(long usual) {
        return Math.max(1, usual / 10);
    }

    @Override
    public PathConfig config(Rng rng) {
        return new PathConfig(
                new CreditsConfig(rng.oneOf(1, 2, 3, 5, 8), 1),
                new StatisticsConfig(rng.oneOf(1, 1, 2, 5), rng.chance(400)),
                new BreakerConfig(rng.oneOf(1, 1, 2, 5), SECOND * rng.oneOf(1, 5, 30)),
                new InterferenceConfig(SECOND * rng.oneOf(2, 10, 600)),
                new QueueConfig(rng.oneOf(1, 2, 3, 8)),
                rng.oneOf(1, 2, 3),
                rng.oneOf(0.5f, 1f, 2f, 5f),
                SECOND * rng.oneOf(0, 0, 5, 60));
    }

    @Override
    public Script<PathState, PathOperation> script(PathConfig config, Rng rng) {
        return new PathScript(config, rng);
    }

    /** One world's character, and where it has got to. */
    private static final class PathScript implements Script<PathState, PathOperation> {

        private static final int EVERYWHERE = -1;

        private final PathConfig config;
        private final Rng rng;
        private final Mix<PathOperation> mix;
        private final int partitions;
        private final int recalled;
        private final int entries;
        private final int mostPerRecall;
        private final float[] similarities;
        private final int outagePerMille;
        private final int faultPerMille;
        private final int hangPerMille;
        private final int embeddingFailsPerMille;
        private final int againPerMille;
        private final int stillPerMille;
        private PathState state;
        private long nowNanos = 1000 * SECOND;
        private long outageUntilNanos;
        private int outageOf = EVERYWHERE;
        private int items;

        PathScript(PathConfig config, Rng rng) {
            this.config = config;
            this.rng = rng;
            this.partitions = 1 + rng.nextInt(PathNames.PARTITIONS.size());
            this.recalled = rng.oneOf(1, 2, 5);
            this.entries = rng.oneOf(1, 2, 4);
            this.mostPerRecall = rng.oneOf(1, 2, 6);
            this.similarities = rng.chance(300) ? new float[] {1} : new float[] {0, 0.4f, 0.75f, 0.9f, 1};
            this.outagePerMille = rng.oneOf(0, 20, 60);
            this.faultPerMille = rng.oneOf(0, 100, 400);
            this.hangPerMille = rng.oneOf(0, 100, 400);
            this.embeddingFailsPerMille = rng.oneOf(0, 200, 700);
            this.againPerMille = rng.oneOf(0, 0, 100);
            this.stillPerMille = rng.oneOf(200, 500, 900);
            this.state = PathState.initial(config, Contract.strict());
            this.mix = new Mix<PathOperation>(rng)
                    .always(6, this::write)
                    .often(6, this::recall)
                    .often(3, this::answerFlush)
                    .often(3, this::answerWrite)
                    .often(2, () -> new PathOperation.Retry(nowNanos))
                    .often(2, this::retried)
                    .often(2, this::consolidated)
                    .often(4, this::save)
                    .often(1, this::kill)
                    .often(1, this::close);
        }

        @Override
        public PathOperation next(PathState now) {
            state = now;
            passTime();
            return mix.next();
        }

        private void passTime() {
            if (!rng.chance(stillPerMille)) {
                nowNanos += rng.oneOf(
                        1L,
                        SECOND,
                        config.breaker().openNanos(),
                        config.interference().leaseNanos() + 1,
                        config.cooldownNanos());
            }
            if (nowNanos >= outageUntilNanos && rng.chance(outagePerMille)) {
                outageUntilNanos = nowNanos + SECOND * rng.oneOf(1, 10, 100);
                outageOf = rng.chance(500) ? EVERYWHERE : rng.nextInt(partitions);
            }
        }

        private boolean fails(int partition) {
            boolean outage = nowNanos < outageUntilNanos && (outageOf == EVERYWHERE || outageOf == partition);
            return outage || rng.chance(faultPerMille);
        }

        private PathOperation recall() {
            List<String> ids = new ArrayList<>();
            for (int i = rng.nextInt(mostPerRecall); i >= 0; i--) {
                ids.add(PathNames.RECALLED.get(rng.nextInt(recalled)));
            }
            return new PathOperation.Recall(nowNanos, ids);
        }

        private PathOperation write() {
            Item item = item();
            int partition = PathNames.PARTITIONS.indexOf(item.partition());
            float similarity = similarities[rng.nextInt(similarities.length)];
            Fate fate = rng.chance(hangPerMille) ? Fate.HANGS : fate(partition);
            return new PathOperation.Write(nowNanos, item, similarity, fate);
        }

        private Fate fate(int partition) {
            return fails(partition)
                    ? Fate.FAILS
                    : rng.chance(embeddingFailsPerMille) ? Fate.EMBEDDING_FAILS : Fate.STORED;
        }

        private Item item() {
            Collection<Item> stored = state.store().items().values();
            if (!stored.isEmpty() && rng.chance(againPerMille)) {
                return any(stored);
            }
            items++;
            return new Item(
                    "i" + items,
                    PathNames.PARTITIONS.get(rng.nextInt(partitions)),
                    PathNames.ENTRIES.get(rng.nextInt(entries)),
                    1 + rng.nextInt(4));
        }

        private <T> T any(Collection<T> all) {
            return List.copyOf(all).get(rng.nextInt(all.size()));
        }

        private PathOperation answerWrite() {
            Collection<PathOperation.Write> hanging =
                    state.unanswered().writes().values();
            if (hanging.isEmpty()) {
                return write();
            }
            Item item = any(hanging).item();
            return new PathOperation.Answer(nowNanos, item.id(), fate(PathNames.PARTITIONS.indexOf(item.partition())));
        }

        private PathOperation answerFlush() {
            Collection<Long> sent = state.books().onTheirWay().keySet();
            if (sent.isEmpty()) {
                return recall();
            }
            return fails(EVERYWHERE)
                    ? new PathOperation.Failed(nowNanos, any(sent))
                    : new PathOperation.Stored(nowNanos, any(sent));
        }

        private PathOperation retried() {
            Collection<Long> retries = state.unanswered().retries().keySet();
            return retries.isEmpty()
                    ? new PathOperation.Retry(nowNanos)
                    : new PathOperation.Retried(nowNanos, any(retries), rng.oneOf(0, 0, 1, 9));
        }

        private PathOperation consolidated() {
            long millis = nowNanos / 1_000_000 - rng.oneOf(0, 0, 1000, 100_000);
            return new PathOperation.Consolidated(nowNanos, rng.oneOf(Outcome.values()), millis);
        }

        private PathOperation save() {
            Collection<Integer> writers = state.of(Parts.STATISTICS).writers();
            return writers.isEmpty() ? write() : new PathOperation.Save(nowNanos, any(writers));
        }

        private PathOperation kill() {
            boolean powerFails = config.statistics().powerFails() && rng.chance(600);
            PowerLoss power = new PowerLoss(rng.nextInt(8), rng.oneOf(0, 500, 1000));
            return new PathOperation.Kill(nowNanos, powerFails ? power : null);
        }

        /** What is unanswered is answered first. */
        private PathOperation close() {
            if (!state.unanswered().writes().isEmpty()) {
                return answerWrite();
            }
            if (!state.unanswered().retries().isEmpty()) {
                return retried();
            }
            return state.books().onTheirWay().isEmpty() ? new PathOperation.Close(nowNanos) : answerFlush();
        }
    }
}
