package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.sim.json.FieldWriter;

/** The request fields of statistics operations, besides the time. */
record OperationWriter(FieldWriter step) implements StatisticsOperation.Cases<FieldWriter> {

    @Override
    public FieldWriter update(StatisticsOperation.Update update) {
        return StatisticsCodec.write(partitioned("update", update.partition()), "sample", update.sample());
    }

    @Override
    public FieldWriter merge(StatisticsOperation.Merge merge) {
        return StatisticsCodec.write(partitioned("merge", merge.partition()), merge.more());
    }

    @Override
    public FieldWriter read(StatisticsOperation.Read read) {
        return partitioned("read", read.partition());
    }

    @Override
    public FieldWriter zScore(StatisticsOperation.ZScore zScore) {
        return StatisticsCodec.write(partitioned("zscore", zScore.partition()), "value", zScore.value());
    }

    @Override
    public FieldWriter score(StatisticsOperation.Score score) {
        return partitioned("score", score.partition())
                .number("maxSimilarity", score.maxSimilarity())
                .number("threshold", score.threshold());
    }

    @Override
    public FieldWriter due(StatisticsOperation.Due due) {
        return step.text("op", "due");
    }

    @Override
    public FieldWriter begin(StatisticsOperation.Begin begin) {
        return step.text("op", "begin").integer("writer", begin.writer());
    }

    @Override
    public FieldWriter step(StatisticsOperation.Step taken) {
        return step.text("op", "step").integer("writer", taken.writer());
    }

    @Override
    public FieldWriter damage(StatisticsOperation.Damage damage) {
        return step.text("op", "damage").integer("keptPerMille", damage.keptPerMille());
    }

    @Override
    public FieldWriter restart(StatisticsOperation.Restart restart) {
        step.text("op", "restart");
        PowerLoss power = restart.power();
        return power == null
                ? step
                : step.integer("directory", power.directory()).integer("data", power.dataPerMille());
    }

    private FieldWriter partitioned(String op, String partition) {
        return step.text("op", op).text("partition", partition);
    }
}
