package dev.halflife.model.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Lapse;
import dev.halflife.model.Step;
import dev.halflife.model.write.statistics.StatisticsOperation.Merge;
import dev.halflife.model.write.statistics.StatisticsOperation.Read;
import dev.halflife.model.write.statistics.StatisticsOperation.Restart;
import dev.halflife.model.write.statistics.StatisticsOperation.Score;
import dev.halflife.model.write.statistics.StatisticsOperation.Update;
import dev.halflife.model.write.statistics.StatisticsOperation.ZScore;
import dev.halflife.model.write.statistics.StatisticsReply.Band;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.statistics.StatisticsReply.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each slip allows what goes wrong by it, and not what is right; what nothing went wrong in it leaves as it is. */
class SlipTest {

    private static final String P = "r/a/m/l";
    private static final StatisticsReply DONE = new StatisticsReply.Done();

    private final List<StatisticsOperation> operations = new ArrayList<>();
    private final List<StatisticsReply> replies = new ArrayList<>();

    @BeforeEach
    void startsAfresh() {
        operations.clear();
        replies.clear();
    }

    @Test
    void exactOnesComeFirstAndEachIsALapseOfItsRule() {
        List<Lapse<StatisticsState, StatisticsOperation, StatisticsReply>> lapses =
                Walk.spec(Contract.strict()).lapses();

        assertThat(lapses).hasSize(Slip.values().length + 2);
        List<Slip> exact = Stream.of(Slip.values()).filter(Slip::isExact).toList();
        assertThat(exact).hasSize(lapses.size() - 4).doesNotContain(Slip.UPDATED, Slip.MERGED);
        assertThat(lapses.subList(0, lapses.size() - 4))
                .extracting(lapse -> lapse.rule().id())
                .containsExactlyElementsOf(
                        exact.stream().map(slip -> slip.rule.id()).toList());
        assertThat(lapses.subList(lapses.size() - 4, lapses.size()))
                .extracting(lapse -> lapse.rule().id())
                .containsExactly("F14", "W1", "W2", "F7");
        assertThat(Walk.spec(Contract.published()).lapses()).hasSize(Slip.values().length);
    }

    @Test
    void w3_zScoresOfAnotherDeviation() {
        update(1, 3, 5, 7);
        double deviation = Math.sqrt(20.0 / 3);

        shows(Slip.VARIANCE_OVER_COUNT, z(9), z(5 / Math.sqrt(5)), z(5 / deviation));
        shows(Slip.DIVIDED_BY_VARIANCE, z(9), z(5 / (20.0 / 3)), z(5 / deviation));
        shows(Slip.SIGN_LOST, z(-1), z(5 / deviation), z(-5 / deviation));
        keeps(Slip.SIGN_LOST, z(9), z(5 / deviation));
    }

    @Test
    void w3_zScoresOfOneAreLeftAlone() {
        update(1);

        keeps(Slip.VARIANCE_OVER_COUNT, z(9), z(0.0));
        keeps(Slip.DIVIDED_BY_VARIANCE, z(9), z(0.0));
        keeps(Slip.SIGN_LOST, z(9), z(0.0));
    }

    @Test
    void w5_scoresWithoutAZScoreOrHeldToOne() {
        update(0, 0.5);
        double score = 0.75 * (1 + 0.5 / Math.sqrt(0.125));

        shows(Slip.Z_LEFT_OUT, score(), scored(0.75), scored(score));
        shows(Slip.SCORE_HELD_TO_ONE, score(), scored(1), scored(score));
        keeps(Slip.Z_LEFT_OUT, new ZScore(0, P, 0.75), z(0.5 / Math.sqrt(0.125)));
    }

    @Test
    void w1_whatIsNotFiniteIsAddedOrCounted() {
        update(1, Double.NaN, Double.POSITIVE_INFINITY);
        Summary right = new Summary(1, 1, 0);

        shows(Slip.NON_FINITE_ADDED, read(), told(3, Double.NaN, Double.NaN), told(right));
        shows(Slip.NON_FINITE_ADDED, read(), told(3, Double.POSITIVE_INFINITY, 0), told(right));
        shows(Slip.NON_FINITE_ADDED, read(), told(3, 1, Double.NaN), told(right));
        shows(Slip.INFINITE_ADDED, read(), told(2, Double.NaN, Double.NaN), told(right));
        shows(Slip.NON_FINITE_COUNTED, read(), told(3, 1, 0), told(right));
        shows(Slip.NON_FINITE_ADDED, z(9), z(Double.NaN), null);
        shows(Slip.NON_FINITE_ADDED, score(), scored(Double.NaN), null);
        assertThat(allows(Slip.NON_FINITE_ADDED, read(), told(3, 7, 7))).isFalse();
    }

    @Test
    void w1_distancesAreSquared() {
        update(2, 6);

        shows(Slip.OLD_DISTANCE_SQUARED, read(), told(2, 4, 4 + 16), told(2, 4, 8));
        shows(Slip.NEW_DISTANCE_SQUARED, read(), told(2, 4, 4), told(2, 4, 8));
    }

    @Test
    void w1_scoresAreNotAddedOrInPlaceOfTheirDistance() {
        go(new Score(0, P, 0.25f, 0.5f), scored(0.75));
        go(new Score(0, P, 0.5f, 0.5f), new StatisticsReply.Scored(0.5, Route.SLOW, Band.NEAR));
        shows(Slip.SCORE_NOT_ADDED, read(), told(0, 0, 0), told(2, 0.625, 0.03125));
        update(Double.NaN);
        keeps(Slip.SCORE_NOT_ADDED, new StatisticsOperation.Due(0), new StatisticsReply.Due(true));
        go(new Score(0, P, 0, 0.5f), scored(2));

        shows(Slip.SCORE_ADDED_FOR_DISTANCE, read(), told(3, 3.25 / 3, 1.2916666666666667), told(3, 0.75, 0.125));
    }

    @Test
    void w1_whatWasRestoredIsLostOrThereTwice() {
        update(1, 3);
        save();
        go(new Restart(0, null), restored(2, 2, 2));

        shows(Slip.NOT_RESTORED, read(), told(0, 0, 0), told(2, 2, 2));
        shows(Slip.RESTORED_TWICE, read(), told(4, 2, 4), told(2, 2, 2));
        update(Double.NaN);
        assertThat(allows(Slip.MERGED, read(), told(4, 2, 4))).isFalse();
    }

    @Test
    void w2_mergesGoWrong() {
        update(1, 3);
        go(new Merge(0, P, new Summary(6, 6, 4)), DONE);
        update(5);
        Summary right = summary(9, 5, 2 + 4 + 16 * 12.0 / 8);

        shows(Slip.MERGE_IGNORED, read(), told(summary(3, 3, 8)), told(right));
        shows(Slip.MERGE_REPLACES, read(), told(summary(7, 41.0 / 7, 4 + 6.0 / 7)), told(right));
        shows(Slip.MERGED_AS_ONE_SAMPLE, read(), told(summary(4, 3.75, 14.75)), told(right));
        shows(Slip.NOTHING_BETWEEN_MEANS, read(), told(summary(9, 5, 6)), told(right));
        shows(Slip.MEANS_AVERAGED, read(), told(summary(9, 4 + 1.0 / 9, 30 + 8.0 / 9)), told(right));
        shows(Slip.MEANS_WEIGHED_THE_WRONG_WAY, read(), told(summary(9, 3 + 2.0 / 9, 30 + 32.0 / 9)), told(right));
        keeps(Slip.MERGE_INTO_NONE_IGNORED, read(), told(right));
        keeps(Slip.EMPTY_MERGE_DIVIDES_BY_ZERO, read(), told(right));
    }

    @Test
    void w2_mergesIntoNoneGoWrong() {
        go(new Merge(0, P, new Summary(2, 4, 8)), DONE);
        update(4);

        shows(Slip.MERGE_INTO_NONE_IGNORED, read(), told(1, 4, 0), told(3, 4, 8));
        keeps(Slip.MEANS_AVERAGED, read(), told(3, 4, 8));
        keeps(Slip.EMPTY_MERGE_DIVIDES_BY_ZERO, read(), told(3, 4, 8));
    }

    @Test
    void w2_mergesOfNone() {
        update(1, 3);
        go(new Merge(0, P, new Summary(0, 0, 0)), DONE);

        keeps(Slip.MERGE_REPLACES, read(), told(2, 2, 2));
        keeps(Slip.MERGED_AS_ONE_SAMPLE, read(), told(2, 2, 2));
        keeps(Slip.MEANS_AVERAGED, read(), told(2, 2, 2));
        keeps(Slip.MEANS_WEIGHED_THE_WRONG_WAY, read(), told(2, 2, 2));
        keeps(Slip.EMPTY_MERGE_DIVIDES_BY_ZERO, read(), told(2, 2, 2));
        shows(Slip.MERGED, read(), told(2, 0, 2), null);
        assertThat(allows(Slip.UPDATED, read(), told(2, 0, 2))).isFalse();
    }

    @Test
    void w6_snapshotsAreInSinglePrecision() {
        update(0.1, 0.4);
        save();
        Restart kill = new Restart(0, null);

        shows(Slip.SAVED_IN_SINGLE_PRECISION, kill, restored(2, 0.25f, (float) 0.045), null);
        shows(Slip.SAVED_IN_SINGLE_PRECISION, kill, restored(2, 0.25 * (1 + 0x1p-24), 0.045), null);
        keeps(Slip.SAVED_IN_SINGLE_PRECISION, kill, restored(2, 0.25, 0.045));
        assertThat(allows(Slip.SAVED_IN_SINGLE_PRECISION, kill, restored(3, 0.25, 0.045)))
                .isFalse();
        assertThat(allows(Slip.SAVED_IN_SINGLE_PRECISION, kill, restored(2, 0.25 * (1 + 0x1p-21), 0.045)))
                .isFalse();
        assertThat(allows(Slip.SAVED_IN_SINGLE_PRECISION, kill, restored(2, 0.25, 0.045 * (1 - 0x1p-21))))
                .isFalse();
    }

    @Test
    void w1_andW2_allowAnyNumbersOfWhatCameLast() {
        update(1, 3);
        shows(Slip.UPDATED, read(), told(7, 7, 7), null);
        assertThat(allows(Slip.MERGED, read(), told(7, 7, 7))).isFalse();
        save();
        Restart kill = new Restart(0, null);
        shows(Slip.UPDATED, kill, restored(2, 7, 7), null);
        assertThat(allows(Slip.UPDATED, kill, restored(3, 7, 7))).isFalse();
        assertThat(allows(Slip.MERGED, kill, restored(2, 7, 7))).isFalse();

        go(new Merge(0, P, new Summary(1L << 32, 2, 7)), DONE);
        shows(Slip.MERGED, read(), told(7, 7, 7), null);
        assertThat(allows(Slip.UPDATED, read(), told(7, 7, 7))).isFalse();
        save();
        shows(Slip.MERGED, kill, restored(2 + (1L << 32), 7, 7), null);
        shows(Slip.MERGED, kill, restored(2, 7, 7), null);
        assertThat(allows(Slip.MERGED, kill, restored(3, 7, 7))).isFalse();
    }

    @Test
    void w1_isNotBlamedForWhatWasToldRight() {
        update(1, 3);
        go(read(), told(2, 2, 2));

        assertThat(allows(Slip.UPDATED, read(), told(7, 7, 7))).isFalse();
        update(Double.NaN);
        assertThat(allows(Slip.UPDATED, read(), told(7, 7, 7))).isTrue();
    }

    private void shows(
            Slip slip, StatisticsOperation operation, StatisticsReply wrong, @Nullable StatisticsReply right) {
        assertThat(allows(null, operation, wrong)).as("rightly").isFalse();
        assertThat(allows(slip, operation, wrong)).as("%s", slip).isTrue();
        if (right != null) {
            assertThat(allows(null, operation, right)).as("right").isTrue();
            assertThat(allows(slip, operation, right)).as("%s, right", slip).isFalse();
        }
    }

    private void keeps(Slip slip, StatisticsOperation operation, StatisticsReply right) {
        assertThat(allows(null, operation, right)).as("right").isTrue();
        assertThat(allows(slip, operation, right)).as("%s", slip).isTrue();
    }

    private boolean allows(@Nullable Slip slip, StatisticsOperation operation, StatisticsReply reply) {
        StatisticsSpec spec = new StatisticsSpec(Walk.CONFIG, Contract.strict(), slip);
        StatisticsState state = spec.initial();
        for (int i = 0; i < operations.size(); i++) {
            Step<StatisticsState> step = spec.judge(state, operations.get(i), replies.get(i));
            if (!(step instanceof Step.Accepted<StatisticsState> accepted)) {
                return false;
            }
            state = accepted.state();
        }
        return spec.judge(state, operation, reply) instanceof Step.Accepted;
    }

    private void update(double... samples) {
        for (double sample : samples) {
            go(new Update(0, P, sample), DONE);
        }
    }

    private void save() {
        go(new StatisticsOperation.Begin(0, 1), new StatisticsReply.Begun(true));
        go(new StatisticsOperation.Step(0, 1), new StatisticsReply.Stepped(Progress.SAVED, null));
    }

    private void go(StatisticsOperation operation, StatisticsReply reply) {
        operations.add(operation);
        replies.add(reply);
    }

    private static Read read() {
        return new Read(0, P);
    }

    private static ZScore z(int value) {
        return new ZScore(0, P, value);
    }

    private static StatisticsReply z(double z) {
        return new StatisticsReply.Standardised(z);
    }

    private static Score score() {
        return new Score(0, P, 0.25f, 0.5f);
    }

    private static StatisticsReply scored(double score) {
        return new StatisticsReply.Scored(score, Route.SLOW, Band.FAR);
    }

    private static Summary summary(long count, double mean, double m2) {
        return new Summary(count, mean, m2);
    }

    private static StatisticsReply told(long count, double mean, double m2) {
        return told(new Summary(count, mean, m2));
    }

    private static StatisticsReply told(Summary summary) {
        return new StatisticsReply.Told(summary, summary.count() < 2 ? 1 : summary.m2() / (summary.count() - 1));
    }

    private static StatisticsReply restored(long count, double mean, double m2) {
        return new StatisticsReply.Restored(new TreeMap<>(Map.of(P, new Summary(count, mean, m2))));
    }
}
