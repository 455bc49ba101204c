package dev.halflife.sim.write.statistics;

import static dev.halflife.model.write.statistics.StatisticsRule.W6;

import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import java.util.List;

/** What goes wrong when a snapshot is to be due (W6). */
final class DueMistakes {

    static final List<StatisticsMistake> ALL = List.of(
            StatisticsMistake.of(
                    "due-to-everybody",
                    W6,
                    "a claim leaves the count, and the snapshot is due to everybody who asks",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        void claim() {
                            probe.reached();
                        }
                    }),
            StatisticsMistake.of(
                    "due-one-late",
                    W6,
                    "a snapshot is due when there are more observations than the interval has",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        boolean isDue() {
                            probe.reached(observations == interval);
                            return observations > interval;
                        }
                    }),
            StatisticsMistake.of(
                    "due-only-on-the-dot",
                    W6,
                    "a snapshot is due when there are exactly as many observations as the interval has",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        boolean isDue() {
                            probe.reached(observations > interval);
                            return observations == interval;
                        }
                    }),
            StatisticsMistake.of(
                    "claim-keeps-the-rest",
                    W6,
                    "a claim takes the interval off the count, and what is left makes the next one due early",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        void claim() {
                            probe.reached(observations > interval);
                            observations -= interval;
                        }
                    }),
            StatisticsMistake.of(
                    "merge-is-one-observation",
                    W6,
                    "a merge counts as one observation, however many samples it brings",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        long merged(long samples) {
                            probe.reached(samples > 1);
                            return Math.min(1, samples);
                        }
                    }),
            StatisticsMistake.of(
                    "scores-not-observed",
                    W6,
                    "only updates count towards a snapshot",
                    (config, probe) -> new TextbookStatistics(config) {
                        @Override
                        public StatisticsReply score(StatisticsOperation.Score score) {
                            long before = observations;
                            StatisticsReply reply = super.score(score);
                            probe.reached();
                            observations = before;
                            return reply;
                        }
                    }));

    private DueMistakes() {}
}
