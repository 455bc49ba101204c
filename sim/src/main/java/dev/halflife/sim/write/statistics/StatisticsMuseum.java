package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.sim.defect.Defect;
import java.util.List;
import java.util.stream.Stream;

/** The defects of the running statistics, grouped by what goes wrong. */
final class StatisticsMuseum {

    static final List<Defect<StatisticsConfig, StatisticsOperation, StatisticsReply>> DEFECTS = Stream.concat(
                    Stream.of(
                                    SampleMistakes.ALL,
                                    MergeMistakes.ALL,
                                    NoveltyMistakes.ALL,
                                    DueMistakes.ALL,
                                    SaveMistakes.ALL,
                                    LoadMistakes.ALL)
                            .flatMap(List::stream)
                            .map(StatisticsMistake::defect),
                    Stream.of(LostSample.DEFECT))
            .toList();

    private StatisticsMuseum() {}
}
