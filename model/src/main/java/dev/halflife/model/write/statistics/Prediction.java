package dev.halflife.model.write.statistics;

import dev.halflife.model.write.statistics.StatisticsReply.Band;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.statistics.StatisticsReply.Route;
import java.util.SortedMap;
import java.util.TreeMap;

/** One reply the rules allow: rounded from the exact sums, and a save in four steps. */
final class Prediction implements StatisticsOperation.Cases<StatisticsReply> {

    private static final int STEPS_OF_A_SAVE = 4;

    private final StatisticsConfig config;
    private final StatisticsState state;

    Prediction(StatisticsConfig config, StatisticsState state) {
        this.config = config;
        this.state = state;
    }

    @Override
    public StatisticsReply update(StatisticsOperation.Update update) {
        return new StatisticsReply.Done();
    }

    @Override
    public StatisticsReply merge(StatisticsOperation.Merge merge) {
        return new StatisticsReply.Done();
    }

    @Override
    public StatisticsReply read(StatisticsOperation.Read read) {
        Summary summary = state.moments(read.partition()).summary();
        return new StatisticsReply.Told(summary, summary.count() < 2 ? 1 : summary.m2() / (summary.count() - 1));
    }

    @Override
    public StatisticsReply zScore(StatisticsOperation.ZScore zScore) {
        return new StatisticsReply.Standardised(z(zScore.partition(), zScore.value()));
    }

    private double z(String partition, double value) {
        Summary summary = state.moments(partition).summary();
        double deviation = summary.count() < 2 ? 0 : Math.sqrt(summary.m2() / (summary.count() - 1));
        return deviation < ZScores.LEAST_DEVIATION ? 0 : (value - summary.mean()) / deviation;
    }

    @Override
    public StatisticsReply score(StatisticsOperation.Score score) {
        double distance = Novelty.distance(score.maxSimilarity());
        double novelty = distance == 0 ? 0 : distance * (1 + z(score.partition(), distance));
        double clamped = Math.max(0, Math.min(Novelty.MOST, novelty));
        boolean near = Novelty.mayBeNear(clamped, score.threshold());
        return new StatisticsReply.Scored(
                clamped, clamped < score.threshold() ? Route.FAST : Route.SLOW, near ? Band.NEAR : Band.FAR);
    }

    @Override
    public StatisticsReply due(StatisticsOperation.Due due) {
        return new StatisticsReply.Due(state.observations >= config.interval());
    }

    @Override
    public StatisticsReply begin(StatisticsOperation.Begin begin) {
        return new StatisticsReply.Begun(state.writers().isEmpty());
    }

    @Override
    public StatisticsReply step(StatisticsOperation.Step step) {
        boolean last = state.steps(step.writer()) + 1 >= STEPS_OF_A_SAVE;
        return new StatisticsReply.Stepped(last ? Progress.SAVED : Progress.GOES_ON, null);
    }

    @Override
    public StatisticsReply damage(StatisticsOperation.Damage damage) {
        return new StatisticsReply.Done();
    }

    @Override
    public StatisticsReply restart(StatisticsOperation.Restart restart) {
        Content found = state.shelf.candidates(restart.power()).get(0);
        if (found instanceof Content.Whole whole) {
            SortedMap<String, Summary> partitions = new TreeMap<>();
            whole.partitions().forEach((partition, moments) -> partitions.put(partition, moments.summary()));
            return new StatisticsReply.Restored(partitions);
        }
        return found == Content.Broken.DAMAGED
                ? new StatisticsReply.Damaged(true, state.shelf.aside() + 1)
                : new StatisticsReply.FirstRun();
    }
}
