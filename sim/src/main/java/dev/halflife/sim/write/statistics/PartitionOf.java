package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.StatisticsOperation;

/** The partition an operation is about; empty where it is about none. */
final class PartitionOf implements StatisticsOperation.Cases<String> {

    private static final String NONE = "";

    @Override
    public String update(StatisticsOperation.Update update) {
        return update.partition();
    }

    @Override
    public String merge(StatisticsOperation.Merge merge) {
        return merge.partition();
    }

    @Override
    public String read(StatisticsOperation.Read read) {
        return read.partition();
    }

    @Override
    public String zScore(StatisticsOperation.ZScore zScore) {
        return zScore.partition();
    }

    @Override
    public String score(StatisticsOperation.Score score) {
        return score.partition();
    }

    @Override
    public String due(StatisticsOperation.Due due) {
        return NONE;
    }

    @Override
    public String begin(StatisticsOperation.Begin begin) {
        return NONE;
    }

    @Override
    public String step(StatisticsOperation.Step step) {
        return NONE;
    }

    @Override
    public String damage(StatisticsOperation.Damage damage) {
        return NONE;
    }

    @Override
    public String restart(StatisticsOperation.Restart restart) {
        return NONE;
    }
}
