package dev.halflife.sim.write.statistics;

import static dev.halflife.model.write.statistics.StatisticsRule.F14;
import static dev.halflife.model.write.statistics.StatisticsRule.W2;

import dev.halflife.model.write.statistics.Summary;
import java.util.List;

/** What goes wrong when populations are merged (W2, F14). */
final class MergeMistakes {

    static final List<StatisticsMistake> ALL = List.of(
            StatisticsMistake.population(
                    "merge-without-the-squared-difference",
                    W2,
                    "merging adds up both M2 and forgets how far the means are apart",
                    probe -> new TextbookPopulation() {
                        @Override
                        double between(Summary more, long both) {
                            probe.reached(more.mean() != mean);
                            return 0;
                        }
                    }),
            StatisticsMistake.population(
                    "merge-with-the-difference",
                    W2,
                    "merging takes the distance of the means, not its square",
                    probe -> new TextbookPopulation() {
                        @Override
                        double between(Summary more, long both) {
                            double apart = Math.abs(more.mean() - mean);
                            probe.reached(apart != 0);
                            return apart * (count * ((double) more.count() / both));
                        }
                    }),
            StatisticsMistake.population(
                    "merge-averages-means",
                    W2,
                    "the mean of both is half-way between the means, whatever they weigh",
                    probe -> new TextbookPopulation() {
                        @Override
                        double mean(Summary more, long both) {
                            probe.reached(more.count() != count);
                            return mean / 2 + more.mean() / 2;
                        }
                    }),
            StatisticsMistake.population(
                    "merge-weighs-the-wrong-way",
                    W2,
                    "each mean is weighed by the other's count",
                    probe -> new TextbookPopulation() {
                        @Override
                        double mean(Summary more, long both) {
                            probe.reached(more.count() != count);
                            return mean * ((double) more.count() / both) + more.mean() * ((double) count / both);
                        }
                    }),
            StatisticsMistake.population(
                    "merge-of-one-sample",
                    W2,
                    "a population is added as one sample, its mean",
                    probe -> new TextbookPopulation() {
                        @Override
                        void merge(Summary more) {
                            probe.reached(more.count() > 1);
                            if (more.count() > 0) {
                                add(more.mean());
                            }
                        }
                    }),
            StatisticsMistake.population(
                    "merge-into-none-ignored",
                    W2,
                    "merging into an empty population does nothing",
                    probe -> new TextbookPopulation() {
                        @Override
                        void merge(Summary more) {
                            probe.reached(count == 0 && more.count() > 0);
                            if (count > 0) {
                                super.merge(more);
                            }
                        }
                    }),
            StatisticsMistake.population(
                    "merge-takes-their-m2",
                    W2,
                    "the M2 of both is the other's and what is between",
                    probe -> new TextbookPopulation() {
                        @Override
                        double between(Summary more, long both) {
                            probe.reached(m2 != 0);
                            return super.between(more, both) - m2;
                        }
                    }),
            StatisticsMistake.population(
                    "merge-of-none-resets",
                    W2,
                    "merging an empty population takes over its mean, which is 0",
                    probe -> new TextbookPopulation() {
                        @Override
                        void merge(Summary more) {
                            if (more.count() == 0) {
                                probe.reached(mean != 0);
                                mean = 0;
                            } else {
                                super.merge(more);
                            }
                        }
                    }),
            StatisticsMistake.population(
                    "merged-means-overflow",
                    F14,
                    "the distance of two means overflows, and so does the mean of both",
                    probe -> new TextbookPopulation() {
                        @Override
                        double mean(Summary more, long both) {
                            probe.reached(!Double.isFinite(more.mean() - mean));
                            return mean + (more.mean() - mean) * ((double) more.count() / both);
                        }
                    }));

    private MergeMistakes() {}
}
