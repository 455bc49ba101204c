package dev.halflife.model.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halflife.model.Contract;
import dev.halflife.model.Rule;
import dev.halflife.model.Step;
import dev.halflife.model.write.statistics.StatisticsReply.Band;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.statistics.StatisticsReply.Route;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** W1 to W6, F7 and F14, each kept and broken by hand, and told in words. */
class StatisticsRulesTest {

    private static final String P = "r/a/m/l";
    private static final StatisticsReply DONE = new StatisticsReply.Done();
    private static final StatisticsReply GOES_ON = new StatisticsReply.Stepped(Progress.GOES_ON, null);
    private static final StatisticsReply SAVED = new StatisticsReply.Stepped(Progress.SAVED, null);
    private static final StatisticsReply FAILED = new StatisticsReply.Stepped(Progress.FAILED, null);

    private StatisticsSpec spec = spec(Contract.strict());
    private StatisticsState state = spec.initial();

    @Test
    void w1_countMeanAndM2AreToldInWordsWhereTheyAreWrong() {
        feed(1, 3);

        assertThat(told(read(), summary(3, 2, 2))).isEqualTo("W1: expected count 2, seen count 3");
        assertThat(told(read(), summary(2, 2.5, 2))).isEqualTo("W1: expected mean 2.0, seen mean 2.5");
        assertThat(told(read(), summary(2, 2, 3))).isEqualTo("W1: expected M2 2.0, seen M2 3.0");
        assertThat(told(read(), summary(2, 2, Double.NaN))).isEqualTo("W1: expected M2 2.0, seen M2 NaN");
        assertThat(told(read(), summary(2, 2, 2))).isEqualTo("accepted");
    }

    @Test
    void w2_isBrokenByWhatIsWrongAfterAMergeWereItOfNothing() {
        feed(1, 3);
        go(new StatisticsOperation.Merge(0, P, new Summary(0, 0, 0)), DONE);

        assertThat(told(read(), summary(3, 2, 2))).isEqualTo("W2: expected count 2, seen count 3");
    }

    @Test
    void w2_aMergeCountsTowardsASnapshotAsItsSamples() {
        go(new StatisticsOperation.Merge(0, P, new Summary(2, 1, 0)), DONE);
        assertThat(state.observations()).isEqualTo(2);
        go(new StatisticsOperation.Merge(0, P, new Summary(1, 1, 0)), DONE);

        assertThat(told(new StatisticsOperation.Due(0), new StatisticsReply.Due(false)))
                .isEqualTo("W6: expected a snapshot due after 3 observations, seen none due");
    }

    @Test
    void w3_theVarianceIsThatOfWhatIsTold() {
        assertThat(told(read(), new StatisticsReply.Told(new Summary(0, 0, 0), 0)))
                .isEqualTo("W3: expected variance 1.0, seen variance 0.0");
        feed(1, 3, 5);
        assertThat(told(read(), new StatisticsReply.Told(new Summary(3, 3, 8), 8)))
                .isEqualTo("W3: expected variance 4.0, seen variance 8.0");
        assertThat(told(read(), new StatisticsReply.Told(new Summary(3, 3, 8), 4)))
                .isEqualTo("accepted");
    }

    @Test
    void w2_aMergeOfSoManyMakesASnapshotDue() {
        go(new StatisticsOperation.Merge(0, P, new Summary(3, 1, 0)), DONE);

        assertThat(told(new StatisticsOperation.Due(0), new StatisticsReply.Due(true)))
                .isEqualTo("accepted");
    }

    @Test
    void w3_aVarianceMayBeOffByARoundingOfItsOwn() {
        feed(1, 3, 5);

        assertThat(told(read(), new StatisticsReply.Told(new Summary(3, 3, 8), 4 + 0x1p-48)))
                .isEqualTo("accepted");
        assertThat(told(read(), new StatisticsReply.Told(new Summary(3, 3, 8), 4 + 0x1p-48 + 0x1p-50)))
                .startsWith("W3: expected variance 4.0");
    }

    @Test
    void w3_isBlamedForAVarianceOnlyWhereNoLetterIsBrokenBesides() {
        feed(1e200, -1e200);

        assertThat(told(read(), new StatisticsReply.Told(new Summary(3, 0, 1), 7)))
                .isEqualTo("W1: expected count 2, seen count 3");
        assertThat(told(read(), new StatisticsReply.Told(new Summary(2, Double.NaN, 1), 7)))
                .startsWith("W3: expected variance 1.0");
    }

    @Test
    void w3_aZScoreOfTwoIsTheirs() {
        feed(1, 3);

        assertThat(told(zScore(7), new StatisticsReply.Standardised(0))).startsWith("W3: expected z 3.5355");
        assertThat(told(zScore(Moments.LARGE_MAGNITUDE), new StatisticsReply.Standardised(0)))
                .startsWith("W3: ");
        assertThat(told(zScore(2 * Moments.LARGE_MAGNITUDE), new StatisticsReply.Standardised(0)))
                .isEqualTo("accepted");
    }

    @Test
    void w5_aScoreOfASpreadPopulationIsNoOther() {
        feed(0, 0.5);
        double score = 0.75 * (1 + Math.sqrt(2));

        assertThat(told(score(0.25f, 0.5f), scored(score, Route.SLOW, Band.FAR)))
                .isEqualTo("accepted");
        assertThat(told(score(0.25f, 0.5f), scored(score - 1e-3, Route.SLOW, Band.FAR)))
                .startsWith("W5: expected score 1.8106");
        spec = spec(Contract.published());
        assertThat(told(score(0.25f, 0.5f), scored(score - 1e-3, Route.SLOW, Band.FAR)))
                .startsWith("W5: expected score 1.8106");
    }

    @Test
    void f14_isBrokenByAScoreThatIsNoNumberAndOneLargeSampleSpoilsNoScore() {
        feed(1e200);
        assertThat(told(zScore(1), new StatisticsReply.Standardised(3))).startsWith("W3: expected z 0.0");
        assertThat(told(score(0.25f, 0.5f), scored(1.5, Route.SLOW, Band.FAR))).startsWith("F14: expected score 0.75");
        feed(-1e200);
        assertThat(told(score(0.25f, 0.5f), scored(1.5, Route.SLOW, Band.FAR))).isEqualTo("accepted");
        assertThat(told(score(0.25f, 0.5f), scored(Double.NaN, Route.SLOW, Band.FAR)))
                .isEqualTo("F14: expected score 1.0, seen score NaN");
        spec = spec(Contract.published());
        assertThat(told(score(0.25f, 0.5f), scored(Double.NaN, Route.SLOW, Band.FAR)))
                .isEqualTo("accepted");
    }

    @Test
    void w3_aZScoreCountsDeviationsAndIsZeroOfFewerThanTwo() {
        assertThat(told(zScore(7), new StatisticsReply.Standardised(0))).isEqualTo("accepted");
        feed(5);
        assertThat(told(zScore(7), new StatisticsReply.Standardised(0))).isEqualTo("accepted");
        assertThat(told(zScore(7), new StatisticsReply.Standardised(2))).isEqualTo("W3: expected z 0.0, seen z 2.0");
        feed(1, 3);
        assertThat(told(zScore(7), new StatisticsReply.Standardised(2))).isEqualTo("accepted");
        assertThat(told(zScore(7), new StatisticsReply.Standardised(0))).startsWith("W3: expected z ");
    }

    @Test
    void w5_aScoreIsTheDistanceByItsZScoreAndIsToldInWords() {
        assertThat(told(score(0.25f, 0.5f), scored(0.75, Route.SLOW, Band.FAR))).isEqualTo("accepted");
        assertThat(told(score(0.25f, 0.5f), scored(0.75, Route.FAST, Band.FAR)))
                .isEqualTo("W5: expected the slow path, seen the fast path");
        assertThat(told(score(0.25f, 0.5f), scored(0.75, Route.SLOW, Band.NEAR)))
                .isEqualTo("W5: expected far, seen near");
        assertThat(told(score(0.5f, 0.5f), scored(0.5, Route.SLOW, Band.FAR))).isEqualTo("W5: expected near, seen far");
        assertThat(told(score(0.25f, 0.5f), scored(0.25, Route.FAST, Band.FAR)))
                .startsWith("W5: expected score 0.75")
                .endsWith("seen score 0.25");
        assertThat(told(score(0.25f, 0.75f), scored(0.75, Route.FAST, Band.NEAR)))
                .isEqualTo("W5: expected the slow path, seen the fast path");
    }

    @Test
    void w6_aSnapshotIsDueAfterSoManyObservationsAndNotBefore() {
        StatisticsOperation due = new StatisticsOperation.Due(0);
        feed(1, 2);

        assertThat(told(due, new StatisticsReply.Due(true)))
                .isEqualTo("W6: expected none due after 2 observations, seen a snapshot due");
        assertThat(told(due, new StatisticsReply.Due(false))).isEqualTo("accepted");
        feed(3);
        assertThat(told(due, new StatisticsReply.Due(true))).isEqualTo("accepted");
        assertThat(told(due, new StatisticsReply.Due(false)))
                .isEqualTo("W6: expected a snapshot due after 3 observations, seen none due");
    }

    @Test
    void w6_whetherAnIgnoredSampleCountsIsLeftOpenUntilTold() {
        StatisticsOperation due = new StatisticsOperation.Due(0);
        feed(1, 2, Double.NaN);

        assertThat(told(due, new StatisticsReply.Due(true))).isEqualTo("accepted");
        go(due, new StatisticsReply.Due(false));
        assertThat(told(due, new StatisticsReply.Due(true)))
                .isEqualTo("W6: expected none due after 2 observations, seen a snapshot due");
    }

    @Test
    void w6_aSaveIsRefusedOrFailsOnlyBesideAnother() {
        assertThat(told(begin(1), new StatisticsReply.Begun(false)))
                .isEqualTo("W6: expected a save, as none is in progress, seen busy");
        go(begin(1), new StatisticsReply.Begun(true));
        assertThat(told(step(1), FAILED)).isEqualTo("W6: expected saved, as no other save came between, seen failed");
        assertThat(told(begin(2), new StatisticsReply.Begun(false))).isEqualTo("accepted");
        go(begin(2), new StatisticsReply.Begun(true));
        assertThat(told(step(1), FAILED)).isEqualTo("accepted");
        assertThat(told(step(2), FAILED)).isEqualTo("accepted");
    }

    @Test
    void w6_aRestartFindsWhatWasSavedAndIsToldInWords() {
        assertThat(told(kill(), restored(1, 5, 0)))
                .isEqualTo("W6: expected no snapshot, seen a whole snapshot of 1 sample in 1 partition");
        feed(1, 3);
        save();
        assertThat(told(kill(), new StatisticsReply.FirstRun()))
                .isEqualTo("W6: expected a whole snapshot of 2 samples in 1 partition, seen no snapshot");
        assertThat(told(kill(), new StatisticsReply.Damaged(true, 1)))
                .isEqualTo("W6: expected a whole snapshot of 2 samples in 1 partition, seen a damaged file");
        assertThat(told(kill(), DONE)).isEqualTo("W6: expected the reply to a restart, seen Done");
        go(kill(), restored(2, 2, 2));
        assertThat(state.summary(P)).isEqualTo(new Summary(2, 2, 2));
        assertThat(state.observations()).isZero();
    }

    @Test
    void w6_aSaveInProgressMayBeFoundOrNot() {
        feed(1, 3);
        save();
        feed(5);
        go(begin(1), new StatisticsReply.Begun(true));
        go(step(1), GOES_ON);

        assertThat(state.steps(1)).isEqualTo(1);
        assertThat(state.steps(2)).isZero();
        assertThat(told(kill(), restored(2, 2, 2))).isEqualTo("accepted");
        assertThat(told(kill(), restored(3, 3, 8))).isEqualTo("accepted");
        assertThat(told(kill(), restored(1, 1, 0)))
                .isEqualTo("W6: expected a whole snapshot of 2 samples in 1 partition (r/a/m/l: count 2) or a whole"
                        + " snapshot of 3 samples in 1 partition (r/a/m/l: count 3), seen a whole snapshot of 1 sample"
                        + " in 1 partition (r/a/m/l: count 1)");
    }

    @Test
    void w6_noDamagedFileThatStandsAsideIsEverLost() {
        feed(1);
        save();
        go(new StatisticsOperation.Damage(0, 500), DONE);
        assertThat(told(kill(), new StatisticsReply.Damaged(true, 0)))
                .isEqualTo("W6: expected 1 damaged file aside, seen 0 aside");
        assertThat(told(kill(), restored(1, 1, 0)))
                .isEqualTo("W6: expected a damaged file reported, seen a whole snapshot of 1 sample in 1 partition");
        go(kill(), new StatisticsReply.Damaged(true, 1));
        assertThat(state.filesAside()).isEqualTo(1);
        feed(1);
        save();
        go(new StatisticsOperation.Damage(0, 500), DONE);

        assertThat(told(kill(), new StatisticsReply.Damaged(false, 0)))
                .isEqualTo("W6: expected 1 damaged file aside, seen 0 aside");
        assertThat(told(kill(), new StatisticsReply.Damaged(false, 1))).isEqualTo("accepted");
        assertThat(told(kill(), new StatisticsReply.Damaged(true, 1)))
                .isEqualTo("W6: expected 2 damaged files aside, seen 1 aside");
    }

    @Test
    void f7_isBrokenByWhatLostPowerLeavesOfASaveThatWasNotForced() {
        feed(1, 3);
        save();
        StatisticsOperation power = new StatisticsOperation.Restart(0, PowerLoss.NOTHING_SURVIVES);

        assertThat(told(power, new StatisticsReply.FirstRun()))
                .isEqualTo("F7: expected a whole snapshot of 2 samples in 1 partition, seen no snapshot");
        assertThat(tested(power, restored(2, 2, 2))).containsExactly("W6", "F7");
        assertThat(tested(kill(), restored(2, 2, 2))).containsExactly("W6");
        spec = spec(Contract.published());
        assertThat(told(power, new StatisticsReply.FirstRun())).isEqualTo("accepted");
        assertThat(tested(power, restored(2, 2, 2))).containsExactly("W6");
    }

    @Test
    void f7_isBrokenByWhatSavesThatOverlappedLeave() {
        feed(1, 3);
        go(begin(1), new StatisticsReply.Begun(true));
        go(begin(2), new StatisticsReply.Begun(true));
        go(step(1), SAVED);

        assertThat(told(kill(), new StatisticsReply.Damaged(false, 0))).startsWith("F7: expected a whole snapshot");
        assertThat(tested(kill(), restored(2, 2, 2))).containsExactly("W6", "F7");
    }

    @Test
    void f14_isBrokenByWhatOverflows() {
        feed(1e200, -1e200);

        assertThat(told(read(), summary(2, 0, Double.NaN))).startsWith("F14: expected M2 ");
        assertThat(told(read(), summary(2, Double.NaN, 1))).startsWith("F14: expected mean 0.0");
        assertThat(told(read(), summary(3, 0, 1))).isEqualTo("W1: expected count 2, seen count 3");
        assertThat(told(zScore(1), new StatisticsReply.Standardised(Double.NaN)))
                .startsWith("F14: expected z ");
        assertThat(told(zScore(1), new StatisticsReply.Standardised(3))).isEqualTo("accepted");
        spec = spec(Contract.published());
        assertThat(told(read(), summary(2, 0, Double.NaN))).isEqualTo("accepted");
        assertThat(told(zScore(1), new StatisticsReply.Standardised(Double.NaN)))
                .isEqualTo("accepted");
    }

    @Test
    void eachReplyPutsToTheTestTheRulesItSpeaksOf() {
        assertThat(tested(new StatisticsOperation.Update(0, P, 1), DONE)).containsExactly("W1");
        assertThat(tested(new StatisticsOperation.Merge(0, P, new Summary(1, 1, 0)), DONE))
                .containsExactly("W2");
        assertThat(tested(read(), summary(0, 0, 0))).containsExactly("W1", "W3", "W4");
        assertThat(tested(zScore(1), new StatisticsReply.Standardised(0))).containsExactly("W1", "W3");
        assertThat(tested(score(0.25f, 0.5f), scored(0.75, Route.SLOW, Band.FAR)))
                .containsExactly("W1", "W5");
        assertThat(tested(new StatisticsOperation.Due(0), new StatisticsReply.Due(false)))
                .containsExactly("W6");
        assertThat(tested(begin(1), new StatisticsReply.Begun(true))).containsExactly("W6");
        go(new StatisticsOperation.Merge(0, P, new Summary(1, 1, 0)), DONE);
        assertThat(tested(read(), summary(1, 1, 0))).containsExactly("W1", "W2", "W3", "W4");
        feed(1e200);
        assertThat(tested(read(), summary(2, 5e199, Double.MAX_VALUE))).containsExactly("W1", "W2", "W3", "W4", "F14");
        spec = spec(Contract.published());
        assertThat(tested(read(), summary(2, 5e199, Double.MAX_VALUE))).containsExactly("W1", "W2", "W3", "W4");
    }

    @Test
    void aReplyOfAnotherKindIsRejected() {
        StatisticsReply other = new StatisticsReply.Due(true);
        StatisticsReply none = new StatisticsReply.Begun(true);

        assertThat(told(new StatisticsOperation.Update(0, P, 1), other))
                .isEqualTo("W1: expected no reply fields, seen Due");
        assertThat(told(new StatisticsOperation.Merge(0, P, new Summary(1, 1, 0)), other))
                .startsWith("W2: ");
        assertThat(told(read(), other)).isEqualTo("W1: expected the reply to a read, seen Due");
        assertThat(told(zScore(1), other)).startsWith("W3: ");
        assertThat(told(score(1, 1), other)).startsWith("W5: ");
        assertThat(told(new StatisticsOperation.Due(0), none)).isEqualTo("W6: expected the reply to a due, seen Begun");
        assertThat(told(begin(1), other)).startsWith("W6: ");
        feed(1);
        save();
        assertThat(told(new StatisticsOperation.Damage(0, 1), other)).startsWith("W6: ");
        go(begin(1), none);
        assertThat(told(step(1), other)).isEqualTo("W6: expected the reply to a step, seen Due");
    }

    @Test
    void theStateTellsWhatIsFedAndSaved() {
        feed(1, 3, 5);
        go(new StatisticsOperation.Update(0, "r/b/m/l", 1e200), DONE);
        assertThat(state.partitionNames()).containsExactly(P, "r/b/m/l");
        assertThat(state.count(P)).isEqualTo(3);
        assertThat(state.observations()).isEqualTo(4);
        assertThat(state.large(P)).isFalse();
        assertThat(state.large("r/b/m/l")).isTrue();
        assertThat(state.atRest()).isFalse();
        go(begin(2), new StatisticsReply.Begun(true));
        assertThat(state.writers()).containsExactly(2);
        assertThat(state.samplesBeingSaved()).containsExactly(4L);
        assertThat(state.samplesSaved()).isEmpty();
        go(step(2), SAVED);
        assertThat(state.writers()).isEmpty();
        assertThat(state.samplesSaved()).containsExactly(4L);
        assertThat(state.atRest()).isTrue();
        assertThat(state.toString()).contains("observations 4").contains(P);
    }

    @Test
    void whatMakesNoSenseIsRefusedInWords() {
        assertThat(spec.refusal(state, step(1))).contains("writer 1 has no save in progress");
        assertThat(spec.refusal(state, new StatisticsOperation.Damage(0, 1)))
                .contains("no snapshot is at rest that could be damaged");
        go(begin(1), new StatisticsReply.Begun(true));
        assertThat(spec.refusal(state, begin(1))).contains("writer 1 has a save in progress");
        assertThat(spec.refusal(state, begin(2))).isEmpty();
        StatisticsOperation power = new StatisticsOperation.Restart(0, PowerLoss.NOTHING_SURVIVES);
        assertThat(spec.refusal(state, power)).isEmpty();
        spec = new StatisticsSpec(new StatisticsConfig(3, false), Contract.strict());
        assertThat(spec.refusal(state, power)).contains("this machine never loses power");
        assertThat(spec.refusal(state, kill())).isEmpty();
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new StatisticsConfig(0, true)).hasMessage("interval must be at least 1: 0");
        assertThatThrownBy(() -> begin(0)).hasMessage("writer must be at least 1: 0");
        assertThatThrownBy(() -> step(0)).hasMessage("writer must be at least 1: 0");
        assertThatThrownBy(() -> new StatisticsOperation.Damage(0, -1))
                .hasMessage("keptPerMille must be within [0, 999]: -1");
        assertThatThrownBy(() -> new StatisticsOperation.Damage(0, 1000))
                .hasMessage("keptPerMille must be within [0, 999]: 1000");
        assertThat(new StatisticsOperation.Damage(0, 0)).isNotEqualTo(new StatisticsOperation.Damage(0, 999));
        assertThatThrownBy(() -> zScore(Double.NaN)).hasMessage("value must be finite: NaN");
        assertThatThrownBy(() -> score(Float.NaN, 1)).hasMessage("maxSimilarity must be finite: NaN");
        assertThatThrownBy(() -> score(1, Float.POSITIVE_INFINITY)).hasMessage("threshold must be finite: Infinity");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 'count must be within [0, 8796093022208]: -1'",
        "8796093022209, 0, 0, 'count must be within [0, 8796093022208]: 8796093022209'",
        "1, NaN, 0, mean must be finite: NaN",
        "1, 0, Infinity, m2 must be finite: Infinity",
        "1, 0, -1, m2 must be at least 0: -1.0",
    })
    void aSummaryThatNoPopulationHasIsNotMerged(long count, double mean, double m2, String complaint) {
        assertThatThrownBy(() -> new StatisticsOperation.Merge(0, P, new Summary(count, mean, m2)))
                .hasMessage(complaint);
    }

    @Test
    void theMostThatMayBeMergedIs() {
        go(new StatisticsOperation.Merge(0, P, new Summary(StatisticsOperation.MOST_MERGED, 0, 0)), DONE);

        assertThat(state.count(P)).isEqualTo(StatisticsOperation.MOST_MERGED);
    }

    @Test
    void ofLostPowerEachOfTheFirstOperationsHasItsBitAndTheRestShareTheLast() {
        PowerLoss second = new PowerLoss(2, 0);
        PowerLoss last = new PowerLoss(1 << 29, 1000);

        assertThat(second.survives(0)).isFalse();
        assertThat(second.survives(1)).isTrue();
        assertThat(last.survives(28)).isFalse();
        assertThat(last.survives(29)).isTrue();
        assertThat(last.survives(99)).isTrue();
        assertThat(new PowerLoss(3, 0).survives(0)).isTrue();
        assertThat(PowerLoss.NOTHING_SURVIVES.survives(0)).isFalse();
        assertThatThrownBy(() -> new PowerLoss(-1, 0)).hasMessage("directory must be within [0, 1073741823]: -1");
        assertThatThrownBy(() -> new PowerLoss(1 << 30, 0))
                .hasMessage("directory must be within [0, 1073741823]: 1073741824");
        assertThatThrownBy(() -> new PowerLoss(0, -1)).hasMessage("dataPerMille must be within [0, 1000]: -1");
        assertThatThrownBy(() -> new PowerLoss(0, 1001)).hasMessage("dataPerMille must be within [0, 1000]: 1001");
    }

    private static StatisticsSpec spec(Contract contract) {
        return new StatisticsSpec(new StatisticsConfig(3, true), contract);
    }

    private void feed(double... samples) {
        for (double sample : samples) {
            go(new StatisticsOperation.Update(0, P, sample), DONE);
        }
    }

    private void save() {
        go(begin(1), new StatisticsReply.Begun(true));
        go(step(1), GOES_ON);
        go(step(1), SAVED);
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

    private static StatisticsOperation begin(int writer) {
        return new StatisticsOperation.Begin(0, writer);
    }

    private static StatisticsOperation step(int writer) {
        return new StatisticsOperation.Step(0, writer);
    }

    private static StatisticsOperation kill() {
        return new StatisticsOperation.Restart(0, null);
    }

    private static StatisticsReply summary(long count, double mean, double m2) {
        return new StatisticsReply.Told(new Summary(count, mean, m2), count < 2 ? 1 : m2 / (count - 1));
    }

    private static StatisticsReply scored(double score, Route route, Band band) {
        return new StatisticsReply.Scored(score, route, band);
    }

    private static StatisticsReply restored(long count, double mean, double m2) {
        SortedMap<String, Summary> partitions = new TreeMap<>();
        partitions.put(P, new Summary(count, mean, m2));
        return new StatisticsReply.Restored(partitions);
    }

    private void go(StatisticsOperation operation, StatisticsReply reply) {
        assertThat(spec.refusal(state, operation)).isEmpty();
        Step<StatisticsState> step = spec.judge(state, operation, reply);
        assertThat(step).isInstanceOf(Step.Accepted.class);
        state = ((Step.Accepted<StatisticsState>) step).state();
    }

    private List<String> tested(StatisticsOperation operation, StatisticsReply reply) {
        Step<StatisticsState> step = spec.judge(state, operation, reply);
        assertThat(step).isInstanceOf(Step.Accepted.class);
        long exercised = ((Step.Accepted<StatisticsState>) step).exercised();
        return spec.rules().stream()
                .filter(rule -> (exercised & rule.bit()) != 0)
                .map(Rule::id)
                .toList();
    }

    private String told(StatisticsOperation operation, StatisticsReply reply) {
        return spec.judge(state, operation, reply) instanceof Step.Rejected<StatisticsState> rejected
                ? rejected.violation().toString()
                : "accepted";
    }
}
