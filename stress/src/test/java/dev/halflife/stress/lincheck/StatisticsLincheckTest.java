package dev.halflife.stress.lincheck;

import dev.halflife.impl.write.Novelty;
import dev.halflife.impl.write.Partition;
import dev.halflife.impl.write.RunningStatistics;
import dev.halflife.impl.write.Summary;
import dev.halflife.model.Contract;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsSpec;
import dev.halflife.model.write.statistics.StatisticsState;
import dev.halflife.stress.linear.Call;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * No sample of a partition is lost, and each is scored against exactly those before it (W1, W2, W4, W5).
 *
 * <p>Snapshots that are due are no part of this case: a sample is counted towards the next one after it was added, so the
 * two are not one. That a snapshot is claimed by one caller is a race of its own, two claims.
 */
class StatisticsLincheckTest {

    private static final Partition PARTITION = new Partition("r", "n", "m", "l");
    static final LincheckCase CASE = new LincheckCase(
            "running-statistics",
            Strict.class,
            new Scenario("", "update(1)", "update(3)", "snapshot()"),
            new Scenario("update(1)", "update(3)", "merge(2)", "snapshot()"),
            new Scenario("", "merge(1)", "merge(3)", "snapshot()"),
            new Scenario("update(0) update(2)", "score(3)", "score(1)", "snapshot()"),
            new Scenario("update(1)", "update(2)", "snapshot() snapshot()", ""));

    @Test
    void w4_noSampleIsLost() {
        CASE.holds(Reference.class);
    }

    @Test
    void w4_aSummaryReplacedByAWriteIsConvicted() {
        CASE.convicts(ReadThenWrite.class);
    }

    /** What is called. */
    @Param(name = "sample", gen = IntGen.class, conf = "0:3")
    public abstract static class Calls {

        @Operation
        public abstract void update(@Param(name = "sample") int sample);

        @Operation
        public abstract void merge(@Param(name = "sample") int sample);

        @Operation
        public abstract Novelty score(@Param(name = "sample") int sample);

        @Operation
        public abstract Summary snapshot();
    }

    /** What it means. */
    static final class Strict extends Model {

        private static final String NAME = "r/n/m/l";

        Strict() {
            super(new StatisticsSpec(
                    new StatisticsConfig(StatisticsConfig.DEFAULT_INTERVAL, false), Contract.strict()));
        }

        Call<StatisticsState, StatisticsOperation, StatisticsReply> update(int sample) {
            return Call.of(new StatisticsOperation.Update(0, NAME, sample), new StatisticsReply.Done());
        }

        Call<StatisticsState, StatisticsOperation, StatisticsReply> merge(int sample) {
            return Call.of(
                    new StatisticsOperation.Merge(
                            0, NAME, new dev.halflife.model.write.statistics.Summary(2, sample, 2)),
                    new StatisticsReply.Done());
        }

        Call<StatisticsState, StatisticsOperation, StatisticsReply> score(int sample, Novelty novelty) {
            return Call.of(
                    new StatisticsOperation.Score(0, NAME, sample, 1),
                    new StatisticsReply.Scored(
                            novelty.score(),
                            StatisticsReply.Route.valueOf(novelty.route().name()),
                            StatisticsReply.Band.valueOf(novelty.band().name())));
        }

        Call<StatisticsState, StatisticsOperation, StatisticsReply> snapshot(Summary summary) {
            return Call.of(
                    new StatisticsOperation.Read(0, NAME),
                    new StatisticsReply.Told(
                            new dev.halflife.model.write.statistics.Summary(
                                    summary.count(), summary.mean(), summary.m2()),
                            summary.variance()));
        }
    }

    /** As shipped. */
    public static final class Reference extends Calls {

        private final RunningStatistics statistics = new RunningStatistics();

        @Override
        public void update(int sample) {
            statistics.update(PARTITION, sample);
        }

        @Override
        public void merge(int sample) {
            statistics.merge(PARTITION, new Summary(2, sample, 2));
        }

        @Override
        public Novelty score(int sample) {
            return statistics.score(PARTITION, sample, 1);
        }

        @Override
        public Summary snapshot() {
            return statistics.snapshot().getOrDefault(PARTITION, Summary.EMPTY);
        }
    }

    /** The summary is immutable and volatile, but two writers start from the same one. */
    public static final class ReadThenWrite extends Calls {

        private volatile Summary summary = Summary.EMPTY;

        @Override
        public void update(int sample) {
            summary = summary.with(sample);
        }

        @Override
        public void merge(int sample) {
            summary = summary.merge(new Summary(2, sample, 2));
        }

        @Override
        public Novelty score(int sample) {
            RunningStatistics same = new RunningStatistics();
            same.merge(PARTITION, summary);
            Novelty novelty = same.score(PARTITION, sample, 1);
            summary = same.summary(PARTITION);
            return novelty;
        }

        @Override
        public Summary snapshot() {
            return summary;
        }
    }
}
