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

/**
 * An update that reads a population, and writes it back with one more sample whatever was written in between (W4). No
 * schedule of whole operations can show it; it takes two threads. Thread-safe but for that, and so is its twin.
 */
final class LostSample {

    static final Defect<StatisticsConfig, StatisticsOperation, StatisticsReply> DEFECT = new Defect<>(
            "lost-sample",
            "two updates read the same population, and the second to write it loses the first one's sample",
            Origin.INVENTED,
            StatisticsRule.W4,
            Owner.LINCHECK,
            1,
            Contract.strict(),
            new Pair());

    private LostSample() {}

    private record Pair() implements Defect.Maker<StatisticsConfig, StatisticsOperation, StatisticsReply> {

        @Override
        public Subject<StatisticsOperation, StatisticsReply> faulty(StatisticsConfig config, Probe probe) {
            return new Locked(config) {
                @Override
                public StatisticsReply apply(StatisticsOperation operation) {
                    return operation instanceof StatisticsOperation.Update update
                            ? update(update, probe)
                            : super.apply(operation);
                }

                private StatisticsReply update(StatisticsOperation.Update update, Probe its) {
                    TextbookPopulation next = statistics.population();
                    synchronized (statistics) {
                        next.set(statistics.of(update.partition()).summary());
                    }
                    next.add(update.sample());
                    synchronized (statistics) {
                        its.reached();
                        statistics.of(update.partition()).set(next.summary());
                        statistics.observations += Double.isFinite(update.sample()) ? 1 : 0;
                    }
                    return new StatisticsReply.Done();
                }
            };
        }

        @Override
        public Subject<StatisticsOperation, StatisticsReply> correct(StatisticsConfig config) {
            return new Locked(config);
        }
    }

    /** The textbook, one operation at a time. */
    private static class Locked implements Subject<StatisticsOperation, StatisticsReply> {

        final TextbookStatistics statistics;

        Locked(StatisticsConfig config) {
            statistics = new TextbookStatistics(config);
        }

        @Override
        public StatisticsReply apply(StatisticsOperation operation) {
            synchronized (statistics) {
                return statistics.apply(operation);
            }
        }
    }
}
