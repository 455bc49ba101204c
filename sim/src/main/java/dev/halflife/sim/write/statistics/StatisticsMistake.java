package dev.halflife.sim.write.statistics;

import dev.halflife.model.Contract;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsRule;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.defect.Origin;
import dev.halflife.sim.defect.Owner;
import dev.halflife.sim.defect.Probe;
import dev.halflife.sim.subject.Subject;

/** A mistake in {@link TextbookStatistics}, held to the strict contract. */
record StatisticsMistake(String id, StatisticsRule rule, String sentence, Maker maker, Origin origin) {

    /** How many schedules it may take: some hundred milliseconds of them. */
    private static final long BUDGET = 2_000;

    /** Makes the textbook with the mistake in it. */
    @FunctionalInterface
    interface Maker {
        TextbookStatistics make(StatisticsConfig config, Probe probe);
    }

    /** Makes a population with the mistake in it. */
    @FunctionalInterface
    interface PopulationMaker {
        TextbookPopulation make(Probe probe);
    }

    /** Makes a shelf with the mistake in it. */
    @FunctionalInterface
    interface ShelfMaker {
        TextbookShelf make(SimulatedDisk disk, Probe probe);
    }

    static StatisticsMistake of(String id, StatisticsRule rule, String sentence, Maker maker) {
        return new StatisticsMistake(id, rule, sentence, maker, Origin.INVENTED);
    }

    static StatisticsMistake population(String id, StatisticsRule rule, String sentence, PopulationMaker maker) {
        return of(id, rule, sentence, (config, probe) -> new TextbookStatistics(config) {
            @Override
            TextbookPopulation population() {
                return maker.make(probe);
            }
        });
    }

    static StatisticsMistake shelf(String id, StatisticsRule rule, String sentence, ShelfMaker maker) {
        return of(id, rule, sentence, (config, probe) -> new TextbookStatistics(config) {
            @Override
            TextbookShelf shelf(SimulatedDisk disk) {
                return maker.make(disk, probe);
            }
        });
    }

    /** It happened in the original. */
    StatisticsMistake historic() {
        return new StatisticsMistake(id, rule, sentence, maker, Origin.HISTORIC);
    }

    /** As a defect. */
    Defect<StatisticsConfig, StatisticsOperation, StatisticsReply> defect() {
        return new Defect<>(id, sentence, origin, rule, Owner.CAMPAIGN, BUDGET, Contract.strict(), new Pair(maker));
    }

    /** The textbook with the mistake, and without. */
    private record Pair(Maker maker) implements Defect.Maker<StatisticsConfig, StatisticsOperation, StatisticsReply> {

        @Override
        public Subject<StatisticsOperation, StatisticsReply> faulty(StatisticsConfig config, Probe probe) {
            return maker.make(config, probe);
        }

        @Override
        public Subject<StatisticsOperation, StatisticsReply> correct(StatisticsConfig config) {
            return new TextbookStatistics(config);
        }
    }
}
