package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsState;
import dev.halflife.model.write.statistics.Summary;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;
import java.util.ArrayList;
import java.util.List;

/**
 * Random schedules of samples of all magnitudes, merges, scores, saves by up to three writers, damage, kills and losses
 * of power. Each schedule leaves some of these out, so that the others get their turn.
 */
final class StatisticsWorkload implements Workload<StatisticsConfig, StatisticsState, StatisticsOperation> {

    /** Exact sums of numbers of any magnitude, and files of JSON, take their time. */
    @Override
    public long schedules(long usual) {
        return Math.max(1, usual / 20);
    }

    @Override
    public StatisticsConfig config(Rng rng) {
        return new StatisticsConfig(rng.oneOf(1L, 2L, 5L, 100L), rng.chance(600));
    }

    @Override
    public Script<StatisticsState, StatisticsOperation> script(StatisticsConfig config, Rng rng) {
        return new StatisticsScript(config, rng);
    }

    /** One schedule's character. */
    private static final class StatisticsScript implements Script<StatisticsState, StatisticsOperation> {

        private static final int ALL_NAMES = (1 << PowerLoss.BITS) - 1;

        private final StatisticsConfig config;
        private final Rng rng;
        private final Samples samples;
        private final int partitions;
        private final int writers;
        private final int nonFinitePerMille;
        private final int updateWeight;
        private final int mergeWeight;
        private final int scoreWeight;
        private final int readWeight;
        private final int dueWeight;
        private final int beginWeight;
        private final int stepWeight;
        private final int restartWeight;
        private final int damageWeight;
        private boolean restartNext;

        StatisticsScript(StatisticsConfig config, Rng rng) {
            this.config = config;
            this.rng = rng;
            this.samples = Samples.any(rng);
            this.partitions = 1 + rng.nextInt(3);
            this.writers = 1 + rng.nextInt(3);
            this.nonFinitePerMille = rng.oneOf(0, 0, 200);
            this.updateWeight = rng.oneOf(2, 6);
            this.mergeWeight = rng.oneOf(0, 2, 6);
            this.scoreWeight = rng.oneOf(0, 2, 6);
            this.readWeight = rng.oneOf(1, 3);
            this.dueWeight = rng.oneOf(0, 2);
            boolean saves = rng.chance(700);
            this.beginWeight = saves ? rng.oneOf(1, 3) : 0;
            this.stepWeight = saves ? rng.oneOf(6, 20) : 0;
            this.restartWeight = saves ? rng.oneOf(0, 1, 3) : 0;
            this.damageWeight = saves ? rng.oneOf(0, 0, 2) : 0;
        }

        @Override
        public StatisticsOperation next(StatisticsState state) {
            if (restartNext) {
                restartNext = false;
                return restart();
            }
            int drawn = rng.nextInt(updateWeight
                    + mergeWeight
                    + scoreWeight
                    + readWeight
                    + dueWeight
                    + beginWeight
                    + stepWeight
                    + restartWeight
                    + damageWeight);
            if ((drawn -= updateWeight) < 0) {
                return update();
            }
            if ((drawn -= mergeWeight) < 0) {
                return new StatisticsOperation.Merge(0, partition(), summary());
            }
            if ((drawn -= scoreWeight) < 0) {
                return score();
            }
            if ((drawn -= readWeight) < 0) {
                return rng.chance(500)
                        ? new StatisticsOperation.Read(0, partition())
                        : new StatisticsOperation.ZScore(0, partition(), samples.next(rng));
            }
            if ((drawn -= dueWeight) < 0) {
                return new StatisticsOperation.Due(0);
            }
            if ((drawn -= beginWeight) < 0) {
                return begin(state);
            }
            if ((drawn -= stepWeight) < 0) {
                return step(state);
            }
            return drawn < restartWeight ? restart() : damage(state);
        }

        private String partition() {
            return Partitions.get(rng.nextInt(partitions));
        }

        private StatisticsOperation update() {
            double sample = rng.chance(nonFinitePerMille)
                    ? rng.oneOf(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                    : samples.next(rng);
            return new StatisticsOperation.Update(0, partition(), sample);
        }

        private Summary summary() {
            long count = rng.oneOf(0L, 1L, 2L, 3L, 100L, 1L << 40);
            double spread = Math.abs(samples.next(rng));
            return count == 0 ? new Summary(0, 0, 0) : new Summary(count, samples.next(rng), count == 1 ? 0 : spread);
        }

        private StatisticsOperation score() {
            float similarity = rng.oneOf(0f, 1f, 0.5f, 0.9f, 0.1f, (float) rng.nextDouble(), -0.5f);
            float threshold = rng.oneOf(0.5f, 0.3f, (float) (2 * rng.nextDouble()));
            return new StatisticsOperation.Score(0, partition(), similarity, threshold);
        }

        private StatisticsOperation begin(StatisticsState state) {
            int writer = 1 + rng.nextInt(writers);
            return state.writers().contains(writer) ? step(state) : new StatisticsOperation.Begin(0, writer);
        }

        private StatisticsOperation step(StatisticsState state) {
            List<Integer> saving = new ArrayList<>(state.writers());
            return saving.isEmpty()
                    ? new StatisticsOperation.Begin(0, 1 + rng.nextInt(writers))
                    : new StatisticsOperation.Step(0, saving.get(rng.nextInt(saving.size())));
        }

        private StatisticsOperation restart() {
            return new StatisticsOperation.Restart(0, config.powerFails() && rng.chance(600) ? powerLoss() : null);
        }

        private PowerLoss powerLoss() {
            return new PowerLoss(
                    rng.oneOf(0, 1, 2, ALL_NAMES, rng.nextInt(16)), rng.oneOf(0, 1000, 1 + rng.nextInt(999)));
        }

        private StatisticsOperation damage(StatisticsState state) {
            if (!state.atRest()) {
                return step(state);
            }
            restartNext = true;
            return new StatisticsOperation.Damage(0, rng.oneOf(0, 999, rng.nextInt(1000)));
        }
    }
}
