package dev.halflife.model.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.model.write.statistics.StatisticsReply.Band;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.statistics.StatisticsReply.Route;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is predicted, by hand; and that it is accepted. */
class PredictionTest {

    private static final String P = "r/a/m/l";
    private static final String Q = "r/b/m/l";
    private static final StatisticsReply DONE = new StatisticsReply.Done();

    private final StatisticsSpec spec = Walk.spec(Contract.strict());
    private StatisticsState state = spec.initial();

    @Test
    void w1_aReadTellsTheSumsRoundedAndTheVarianceOfTwoOrMore() {
        predicts(read(), new StatisticsReply.Told(new Summary(0, 0, 0), 1));
        feed(1);
        predicts(read(), new StatisticsReply.Told(new Summary(1, 1, 0), 1));
        feed(4);
        predicts(read(), new StatisticsReply.Told(new Summary(2, 2.5, 4.5), 4.5));
        feed(7);
        predicts(read(), new StatisticsReply.Told(new Summary(3, 4, 18), 9));
    }

    @Test
    void w2_aMergeHasNothingToSay() {
        predicts(new StatisticsOperation.Merge(0, P, new Summary(2, 2, 2)), DONE);
        predicts(read(), new StatisticsReply.Told(new Summary(2, 2, 2), 2));
    }

    @Test
    void w3_aZScoreIsCountedInDeviationsFromTheMean() {
        predicts(zScore(7), new StatisticsReply.Standardised(0));
        feed(1);
        predicts(zScore(7), new StatisticsReply.Standardised(0));
        feed(3);
        predicts(zScore(7), new StatisticsReply.Standardised(5 / Math.sqrt(2)));
        feed(5);
        predicts(zScore(7), new StatisticsReply.Standardised(2));
    }

    @Test
    void w3_aZScoreIsZeroNextToNoDeviationButNotAtTheLeast() {
        feed(1, 1);
        predicts(zScore(7), new StatisticsReply.Standardised(0));
        go(new StatisticsOperation.Merge(0, Q, new Summary(2, 0, 1e-20)), DONE);
        predicts(new StatisticsOperation.ZScore(0, Q, 1), new StatisticsReply.Standardised(1 / 1e-10));
    }

    @Test
    void w5_aScoreIsTheDistanceByOneMoreThanItsZScore() {
        predicts(score(0.75f, 0.5f), new StatisticsReply.Scored(0.25, Route.FAST, Band.FAR));
        predicts(score(0.25f, 0.5f), new StatisticsReply.Scored(0.75, Route.SLOW, Band.FAR));
        // Of 0.25, 0.75, 0.75 and 0.25 the mean is 0.5, and the deviation the root of a twelfth.
        go(score(0.25f, 0.5f), new StatisticsReply.Scored(0.75 * (1 + 0.25 / Math.sqrt(0.125)), Route.SLOW, Band.FAR));
        go(new StatisticsOperation.Update(0, P, 0.25), DONE);
        double z = 0.125 / Math.sqrt(0.25 / 3);
        predicts(score(0.375f, 2), new StatisticsReply.Scored(0.625 * (1 + z), Route.FAST, Band.FAR));
    }

    @Test
    void w5_aScoreAtTheThresholdIsSlowAndNear() {
        predicts(score(0.5f, 0.5f), new StatisticsReply.Scored(0.5, Route.SLOW, Band.NEAR));
        predicts(score(1, 0), new StatisticsReply.Scored(0, Route.SLOW, Band.NEAR));
    }

    @Test
    void w5_aScoreIsNoLessThanNothingAndNoMoreThanTwo() {
        predicts(score(4, 1), new StatisticsReply.Scored(0, Route.FAST, Band.FAR));
        predicts(score(-4, 1), new StatisticsReply.Scored(2, Route.SLOW, Band.FAR));
    }

    @Test
    void w6_aSnapshotIsDueWhenTheIntervalIsFull() {
        feed(1, 2);
        predicts(new StatisticsOperation.Due(0), new StatisticsReply.Due(false));
        feed(3);
        predicts(new StatisticsOperation.Due(0), new StatisticsReply.Due(true));
        predicts(new StatisticsOperation.Due(0), new StatisticsReply.Due(false));
    }

    @Test
    void w6_aSaveTakesFourStepsAndARestartFindsIt() {
        predicts(restart(), new StatisticsReply.FirstRun());
        feed(1, 3);
        predicts(new StatisticsOperation.Begin(0, 1), new StatisticsReply.Begun(true));
        predicts(new StatisticsOperation.Begin(0, 2), new StatisticsReply.Begun(false));
        for (int step = 1; step <= 3; step++) {
            predicts(new StatisticsOperation.Step(0, 1), new StatisticsReply.Stepped(Progress.GOES_ON, null));
        }
        predicts(new StatisticsOperation.Step(0, 1), new StatisticsReply.Stepped(Progress.SAVED, null));
        predicts(restart(), new StatisticsReply.Restored(new TreeMap<>(Map.of(P, new Summary(2, 2, 2)))));
        predicts(new StatisticsOperation.Damage(0, 1), DONE);
        predicts(restart(), new StatisticsReply.Damaged(true, 1));
        predicts(restart(), new StatisticsReply.FirstRun());
    }

    private void predicts(StatisticsOperation operation, StatisticsReply reply) {
        assertThat(spec.predict(state, operation)).isEqualTo(reply);
        go(operation, reply);
    }

    private void go(StatisticsOperation operation, StatisticsReply reply) {
        Step<StatisticsState> step = spec.judge(state, operation, reply);
        assertThat(step).isInstanceOf(Step.Accepted.class);
        state = ((Step.Accepted<StatisticsState>) step).state();
    }

    private void feed(double... samples) {
        for (double sample : samples) {
            predicts(new StatisticsOperation.Update(0, P, sample), DONE);
        }
    }

    private static StatisticsOperation read() {
        return new StatisticsOperation.Read(0, P);
    }

    private static StatisticsOperation zScore(double value) {
        return new StatisticsOperation.ZScore(0, P, value);
    }

    private static StatisticsOperation score(float maxSimilarity, float threshold) {
        return new StatisticsOperation.Score(0, P, maxSimilarity, threshold);
    }

    private static StatisticsOperation restart() {
        return new StatisticsOperation.Restart(0, null);
    }
}
