package dev.halflife.sim.write.statistics;

import static dev.halflife.model.write.statistics.StatisticsRule.W1;
import static dev.halflife.model.write.statistics.StatisticsRule.W5;

import java.util.List;

/** What goes wrong when a write is scored (W1, W5). */
final class NoveltyMistakes {

    static final List<StatisticsMistake> ALL = List.of(
            StatisticsMistake.of(
                    "z-after-the-add",
                    W5,
                    "a distance is among the samples that it is scored against",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        double z(TextbookPopulation population, double distance) {
                            TextbookPopulation after = new TextbookPopulation();
                            after.set(population.summary());
                            after.add(distance);
                            probe.reached(after.z(distance) != population.z(distance));
                            return after.z(distance);
                        }
                    }),
            StatisticsMistake.of(
                    "z-left-out", W5, "the score is the distance", (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        double z(TextbookPopulation population, double distance) {
                            probe.reached(super.z(population, distance) != 0);
                            return 0;
                        }
                    }),
            StatisticsMistake.of(
                    "z-without-the-one",
                    W5,
                    "the distance is multiplied by z, not by 1 + z",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        double z(TextbookPopulation population, double distance) {
                            probe.reached();
                            return super.z(population, distance) - 1;
                        }
                    }),
            StatisticsMistake.of(
                    "score-beyond-two",
                    W5,
                    "a score is not held to 2",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        double clamped(double novelty) {
                            probe.reached(novelty > 2);
                            return Math.max(0, novelty);
                        }
                    }),
            StatisticsMistake.of(
                    "score-held-to-one",
                    W5,
                    "a score is held to 1, as a distance is",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        double clamped(double novelty) {
                            probe.reached(novelty > 1);
                            return Math.max(0, Math.min(1, novelty));
                        }
                    }),
            StatisticsMistake.of(
                    "score-below-zero",
                    W5,
                    "a score may be negative",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        double clamped(double novelty) {
                            probe.reached(novelty < 0);
                            return Math.min(2, novelty);
                        }
                    }),
            StatisticsMistake.of(
                    "similarity-for-distance",
                    W5,
                    "the score is taken of the similarity",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        double distance(float maxSimilarity) {
                            probe.reached(maxSimilarity != 0.5f);
                            return maxSimilarity;
                        }
                    }),
            StatisticsMistake.of(
                    "threshold-is-fast",
                    W5,
                    "a score at the threshold takes the fast path",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        boolean isFast(double novelty, float threshold) {
                            probe.reached(novelty == threshold);
                            return novelty <= threshold;
                        }
                    }),
            StatisticsMistake.of(
                    "paths-swapped",
                    W5,
                    "a score at or above the threshold takes the fast path",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        boolean isFast(double novelty, float threshold) {
                            probe.reached();
                            return novelty >= threshold;
                        }
                    }),
            StatisticsMistake.of(
                    "near-by-distance",
                    W5,
                    "how near it is to the threshold is asked of the distance, not of the score",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        boolean isNear(double novelty, double distance, float threshold) {
                            boolean near = Math.abs(distance - threshold) <= 0.05;
                            probe.reached(near != super.isNear(novelty, distance, threshold));
                            return near;
                        }
                    }),
            StatisticsMistake.of(
                    "near-only-above",
                    W5,
                    "a score below the threshold is never near it",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        boolean isNear(double novelty, double distance, float threshold) {
                            probe.reached(novelty < threshold && super.isNear(novelty, distance, threshold));
                            return novelty >= threshold && super.isNear(novelty, distance, threshold);
                        }
                    }),
            StatisticsMistake.of(
                    "near-is-half-as-wide",
                    W5,
                    "near the threshold is within 0.025 of it, 0.05 being taken for the whole width",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        boolean isNear(double novelty, double distance, float threshold) {
                            boolean near = Math.abs(novelty - threshold) <= 0.025;
                            probe.reached(near != super.isNear(novelty, distance, threshold));
                            return near;
                        }
                    }),
            StatisticsMistake.of(
                    "score-is-the-sample",
                    W1,
                    "the score is added to the samples in place of the distance",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        double sample(double distance, double novelty) {
                            probe.reached(distance != novelty);
                            return novelty;
                        }
                    }),
            StatisticsMistake.of(
                    "slow-writes-not-sampled",
                    W1,
                    "only what takes the fast path is added to the samples",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        double sample(double distance, double novelty) {
                            probe.reached(novelty >= 0.5);
                            return novelty >= 0.5 ? Double.NaN : distance;
                        }
                    }));

    private NoveltyMistakes() {}
}
