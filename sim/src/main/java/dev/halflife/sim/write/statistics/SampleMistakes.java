package dev.halflife.sim.write.statistics;

import static dev.halflife.model.write.statistics.StatisticsRule.F14;
import static dev.halflife.model.write.statistics.StatisticsRule.W1;
import static dev.halflife.model.write.statistics.StatisticsRule.W3;

import dev.halflife.model.write.statistics.Summary;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What goes wrong when a sample is added, and when variance and z-score are read (W1, W3, F14). */
final class SampleMistakes {

    static final List<StatisticsMistake> ALL = List.of(
            StatisticsMistake.population(
                    "nan-poisons",
                    W1,
                    "a sample that is no number is added like any other",
                    probe -> new TextbookPopulation() {
                        @Override
                        boolean ignores(double sample) {
                            probe.reached(super.ignores(sample));
                            return false;
                        }
                    }),
            StatisticsMistake.population(
                    "infinity-poisons",
                    W1,
                    "only NaN is ignored, and infinity is added",
                    probe -> new TextbookPopulation() {
                        @Override
                        boolean ignores(double sample) {
                            probe.reached(Double.isInfinite(sample));
                            return Double.isNaN(sample);
                        }
                    }),
            StatisticsMistake.population(
                    "ignored-sample-counted",
                    W1,
                    "a sample that is ignored counts all the same",
                    probe -> new TextbookPopulation() {
                        @Override
                        boolean ignores(double sample) {
                            boolean ignores = super.ignores(sample);
                            probe.reached(ignores);
                            count += ignores ? 1 : 0;
                            return ignores;
                        }
                    }),
            StatisticsMistake.population(
                    "old-distance-squared",
                    W1,
                    "M2 grows by the square of the distance from the old mean",
                    probe -> new TextbookPopulation() {
                        @Override
                        double spread(double sample, double meanBefore, double meanAfter) {
                            probe.reached(meanBefore != meanAfter);
                            return (sample - meanBefore) * (sample - meanBefore);
                        }
                    }),
            StatisticsMistake.population(
                    "new-distance-squared",
                    W1,
                    "M2 grows by the square of the distance from the new mean",
                    probe -> new TextbookPopulation() {
                        @Override
                        double spread(double sample, double meanBefore, double meanAfter) {
                            probe.reached(meanBefore != meanAfter);
                            return (sample - meanAfter) * (sample - meanAfter);
                        }
                    }),
            StatisticsMistake.population(
                    "mean-over-one-too-many",
                    W1,
                    "the mean moves by the distance over the count plus one, as if the sample were not counted yet",
                    probe -> new TextbookPopulation() {
                        @Override
                        double moved(double sample) {
                            probe.reached(sample != mean);
                            return mean + (sample - mean) / (count + 1);
                        }
                    }),
            StatisticsMistake.population(
                    "mean-in-single-precision",
                    W1,
                    "the mean is kept in single precision",
                    probe -> new TextbookPopulation() {
                        @Override
                        double moved(double sample) {
                            double moved = super.moved(sample);
                            probe.reached((float) moved != moved);
                            return (float) moved;
                        }
                    }),
            StatisticsMistake.population(
                    "naive-squares",
                    W1,
                    "M2 is the sum of squares less the square of the sum, and cancels to nothing on a great mean",
                    probe -> new TextbookPopulation() {
                        private double squares;

                        @Override
                        void add(double sample) {
                            super.add(sample);
                            if (Double.isFinite(sample)) {
                                probe.reached();
                                squares = (count == 1 ? 0 : squares) + sample * sample;
                                m2 = finite(squares - count * mean * mean);
                            }
                        }
                    }),
            StatisticsMistake.of(
                    "partitions-mixed",
                    W1,
                    "the samples of all partitions of a realm go to one population",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        TextbookPopulation of(String partition) {
                            String realm = partition.substring(0, partition.indexOf('/'));
                            probe.reached(partitions.containsKey(realm));
                            return super.of(realm);
                        }

                        @Override
                        SortedMap<String, Summary> snapshot() {
                            return new TreeMap<>();
                        }
                    }),
            StatisticsMistake.population(
                    "population-variance", W3, "the variance is M2 over the count", probe -> new TextbookPopulation() {
                        @Override
                        double variance() {
                            probe.reached(count > 1);
                            return count < 2 ? 1 : m2 / count;
                        }
                    }),
            StatisticsMistake.population(
                    "no-variance-below-two",
                    W3,
                    "the variance below two samples is 0",
                    probe -> new TextbookPopulation() {
                        @Override
                        double variance() {
                            probe.reached(count < 2);
                            return count < 2 ? 0 : super.variance();
                        }
                    }),
            StatisticsMistake.population(
                    "z-of-one-sample",
                    W3,
                    "the z-score is taken as soon as there is one sample",
                    probe -> new TextbookPopulation() {
                        @Override
                        double z(double value) {
                            probe.reached(count == 1);
                            return count == 1 ? finite(value - mean) : super.z(value);
                        }
                    }),
            StatisticsMistake.population(
                    "z-without-deviation",
                    W3,
                    "the z-score is divided by any deviation but 0, however small",
                    probe -> new TextbookPopulation() {
                        @Override
                        double z(double value) {
                            double deviation = Math.sqrt(variance());
                            boolean none = count > 1 && deviation > 0 && deviation < 1e-10;
                            probe.reached(none);
                            return none ? finite((value - mean) / deviation) : super.z(value);
                        }
                    }),
            StatisticsMistake.population(
                    "z-divided-by-nothing",
                    W3,
                    "the z-score is divided by a deviation of 0",
                    probe -> new TextbookPopulation() {
                        @Override
                        double z(double value) {
                            boolean none = count > 1 && variance() == 0;
                            probe.reached(none);
                            return none ? (value - mean) / 0.0 : super.z(value);
                        }
                    }),
            StatisticsMistake.population(
                    "z-over-the-variance",
                    W3,
                    "the z-score is divided by the variance",
                    probe -> new TextbookPopulation() {
                        @Override
                        double z(double value) {
                            boolean deviates = count > 1 && Math.sqrt(variance()) >= 1e-10;
                            probe.reached(deviates);
                            return deviates ? finite((value - mean) / variance()) : super.z(value);
                        }
                    }),
            StatisticsMistake.population(
                    "z-without-sign",
                    W3,
                    "the z-score tells how far, not on which side",
                    probe -> new TextbookPopulation() {
                        @Override
                        double z(double value) {
                            double z = super.z(value);
                            probe.reached(z < 0);
                            return Math.abs(z);
                        }
                    }),
            StatisticsMistake.population(
                            "poisoned-statistics",
                            F14,
                            "a sum that overflows is left infinite, and what is computed from it is no number",
                            probe -> new TextbookPopulation() {
                                @Override
                                double finite(double value) {
                                    probe.reached(!Double.isFinite(value));
                                    return value;
                                }

                                @Override
                                double moved(double sample) {
                                    return mean + (sample - mean) / count;
                                }

                                @Override
                                double mean(Summary more, long both) {
                                    return mean + (more.mean() - mean) * ((double) more.count() / both);
                                }
                            })
                    .historic(),
            StatisticsMistake.population(
                    "distance-overflows",
                    F14,
                    "M2 stays finite, and the distance of a sample from the mean overflows",
                    probe -> new TextbookPopulation() {
                        @Override
                        double moved(double sample) {
                            probe.reached(!Double.isFinite(sample - mean));
                            return mean + (sample - mean) / count;
                        }
                    }));

    private SampleMistakes() {}
}
