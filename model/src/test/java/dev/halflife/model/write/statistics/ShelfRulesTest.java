package dev.halflife.model.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** W6, F7 and F14 where more than one snapshot may be on disk, or one that cannot be read. */
class ShelfRulesTest {

    private static final String P = "r/a/m/l";
    private static final String Q = "r/b/m/l";
    private static final StatisticsReply DONE = new StatisticsReply.Done();
    private static final StatisticsReply FIRST = new StatisticsReply.FirstRun();
    private static final StatisticsReply BEGUN = new StatisticsReply.Begun(true);
    private static final StatisticsReply SAVED = new StatisticsReply.Stepped(Progress.SAVED, null);
    private static final StatisticsReply FAILED = new StatisticsReply.Stepped(Progress.FAILED, null);
    private static final StatisticsOperation KILL = new StatisticsOperation.Restart(0, null);
    private static final StatisticsOperation POWER = new StatisticsOperation.Restart(0, PowerLoss.NOTHING_SURVIVES);

    private StatisticsSpec spec = Walk.spec(Contract.strict());
    private StatisticsState state = spec.initial();

    @Test
    void w6_aSaveThatEndsLeavesTheOthersInProgress() {
        feed(P, 1);
        go(begin(1), BEGUN);
        feed(P, 3);
        go(begin(2), BEGUN);
        go(step(1), SAVED);
        assertThat(state.writers()).containsExactly(2);
        assertThat(state.samplesSaved()).containsExactly(1L);

        go(step(2), SAVED);
        assertThat(state.writers()).isEmpty();
        assertThat(state.samplesSaved()).containsExactly(1L, 2L);
    }

    @Test
    void w6_aSaveThatFailedMayBeThereOrNot() {
        feed(P, 1);
        save();
        feed(P, 3);
        go(begin(1), BEGUN);
        go(begin(2), BEGUN);
        go(step(1), FAILED);

        assertThat(state.writers()).containsExactly(2);
        assertThat(state.samplesSaved()).containsExactly(1L, 2L);
    }

    @Test
    void w6_aSnapshotIsFoundWithEveryPartition() {
        feed(P, 1, 3);
        feed(Q, 5);
        save();

        assertThat(told(KILL, restored(P, 2, 2, 2)))
                .isEqualTo("W6: expected a whole snapshot of 3 samples in 2 partitions (r/b/m/l: count 1), seen a whole"
                        + " snapshot of 2 samples in 1 partition (r/b/m/l: left out)");
    }

    @Test
    void w6_aPartitionWithoutSamplesIsNotCounted() {
        TreeMap<String, Summary> partitions = new TreeMap<>(Map.of(P, new Summary(2, 2, 2), Q, new Summary(0, 0, 0)));

        assertThat(told(KILL, new StatisticsReply.Restored(partitions)))
                .isEqualTo("W6: expected no snapshot, seen a whole snapshot of 2 samples in 1 partition");
        feed(P, 1, 3);
        save();
        assertThat(told(KILL, new StatisticsReply.Restored(partitions))).isEqualTo("accepted");
    }

    @Test
    void w6_whatARestartFoundIsOneSnapshotNotTwo() {
        feed(P, 1, 3);
        save();
        go(KILL, restored(P, 2, 2, 2));

        assertThat(told(POWER, FIRST))
                .isEqualTo("F7: expected a whole snapshot of 2 samples in 1 partition, seen no snapshot");
    }

    @Test
    void w6_whatAKillLeftUnforcedMayComeBackWhenPowerIsLost() {
        twoOnDisk();
        go(KILL, restored(P, 3, 3, 8));

        assertThat(told(KILL, restored(P, 2, 2, 2))).startsWith("W6: ");
        assertThat(told(POWER, restored(P, 2, 2, 2))).isEqualTo("accepted");
        assertThat(told(POWER, restored(P, 3, 3, 8))).isEqualTo("accepted");
    }

    @Test
    void w6_whatAKilledSaveHasNotReplacedYetIsNeverReplaced() {
        twoOnDisk();
        go(KILL, restored(P, 2, 2, 2));

        assertThat(told(KILL, restored(P, 3, 3, 8))).startsWith("W6: ");
        assertThat(told(POWER, restored(P, 2, 2, 2))).isEqualTo("accepted");
        assertThat(told(POWER, restored(P, 3, 3, 8))).startsWith("F7: ");
    }

    @Test
    void w6_damageReplacesWhatWasSeenAndNotWhatMayComeBack() {
        twoOnDisk();
        go(KILL, restored(P, 3, 3, 8));
        go(new StatisticsOperation.Damage(0, 1), DONE);

        assertThat(told(KILL, restored(P, 2, 2, 2)))
                .isEqualTo("W6: expected a damaged file reported, seen a whole snapshot of 2 samples in 1 partition");
        assertThat(told(POWER, restored(P, 2, 2, 2))).isEqualTo("accepted");
        assertThat(told(POWER, restored(P, 3, 3, 8)))
                .isEqualTo("F7: expected a damaged file reported or a whole snapshot of 2 samples in 1 partition"
                        + " (r/a/m/l: count 2), seen a whole snapshot of 3 samples in 1 partition (r/a/m/l: count 3)");
    }

    /** Two saves of the same are two: the second is damaged, and its name was not forced. */
    @Test
    void w6_whatASaveReplacedMayComeBackThoughItHasTheSameContent() {
        feed(P, 1, 3);
        save();
        go(begin(1), BEGUN);
        go(KILL, restored(P, 2, 2, 2));
        go(new StatisticsOperation.Damage(0, 1), DONE);

        assertThat(told(POWER, restored(P, 2, 2, 2))).isEqualTo("accepted");
        assertThat(told(KILL, restored(P, 2, 2, 2))).startsWith("W6: ");
    }

    @Test
    void w6_theLastOfTwoSavesThatAreDoneIsForcedAndOneThatActedLaterMayBeIt() {
        feed(P, 1);
        go(begin(1), BEGUN);
        feed(P, 3);
        go(begin(2), BEGUN);
        go(step(2), SAVED);
        assertThat(state.samplesSaved()).containsExactly(2L);
        go(step(1), SAVED);
        assertThat(state.samplesSaved()).containsExactly(1L, 2L);
        go(KILL, restored(P, 1, 1, 0));

        assertThat(told(POWER, restored(P, 2, 2, 2))).startsWith("F7: ");
        assertThat(told(POWER, restored(P, 1, 1, 0))).isEqualTo("accepted");
    }

    @Test
    void w6_afterPowerWasLostOneSnapshotIsLeft() {
        twoOnDisk();
        go(POWER, restored(P, 2, 2, 2));

        assertThat(told(POWER, restored(P, 3, 3, 8)))
                .isEqualTo("W6: expected a whole snapshot of 2 samples in 1 partition (r/a/m/l: count 2), seen a whole"
                        + " snapshot of 3 samples in 1 partition (r/a/m/l: count 3)");
    }

    @Test
    void w6_aDamagedFileSetAsideIsNotFoundAgainAndOneThatIsNotMayBe() {
        feed(P, 1);
        save();
        go(new StatisticsOperation.Damage(0, 1), DONE);
        StatisticsState damaged = state;

        go(KILL, new StatisticsReply.Damaged(true, 1));
        assertThat(told(KILL, new StatisticsReply.Damaged(false, 1))).startsWith("W6: expected no snapshot, ");
        assertThat(told(KILL, FIRST)).isEqualTo("accepted");
        state = damaged;
        go(KILL, new StatisticsReply.Damaged(false, 0));
        assertThat(told(KILL, new StatisticsReply.Damaged(false, 0))).isEqualTo("accepted");
        assertThat(told(KILL, FIRST)).isEqualTo("accepted");
        assertThat(told(KILL, restored(P, 1, 1, 0)))
                .startsWith("W6: expected a damaged file reported or no snapshot, ");
    }

    @Test
    void f7_isNotBrokenWhereNothingWasEverSaved() {
        go(KILL, FIRST);

        assertThat(told(POWER, restored(P, 1, 5, 0))).startsWith("W6: expected no snapshot, ");
    }

    @Test
    void f14_isBrokenByASnapshotOfLargeNumbersThatCannotBeRead() {
        feed(P, 1e200, -1e200);
        save();

        StatisticsReply damaged = new StatisticsReply.Damaged(true, 1);
        StatisticsReply overflowed = restored(P, 2, 0, Double.POSITIVE_INFINITY);
        assertThat(told(KILL, damaged)).startsWith("F14: expected a whole snapshot of 2 samples");
        assertThat(told(KILL, overflowed)).startsWith("F14: expected a whole snapshot of 2 samples");
        assertThat(told(KILL, FIRST)).startsWith("W6: expected a whole snapshot of 2 samples");
        spec = Walk.spec(Contract.published());
        assertThat(told(KILL, damaged)).isEqualTo("accepted");
        assertThat(told(KILL, overflowed)).isEqualTo("accepted");
        assertThat(told(KILL, FIRST)).startsWith("W6: expected a whole snapshot of 2 samples");
    }

    /** One of two samples at rest, and one of three in progress. */
    private void twoOnDisk() {
        feed(P, 1, 3);
        save();
        feed(P, 5);
        go(begin(1), BEGUN);
    }

    private void feed(String partition, double... samples) {
        for (double sample : samples) {
            go(new StatisticsOperation.Update(0, partition, sample), DONE);
        }
    }

    private void save() {
        go(begin(1), BEGUN);
        go(step(1), SAVED);
    }

    private static StatisticsOperation begin(int writer) {
        return new StatisticsOperation.Begin(0, writer);
    }

    private static StatisticsOperation step(int writer) {
        return new StatisticsOperation.Step(0, writer);
    }

    private static StatisticsReply restored(String partition, long count, double mean, double m2) {
        return new StatisticsReply.Restored(new TreeMap<>(Map.of(partition, new Summary(count, mean, m2))));
    }

    private void go(StatisticsOperation operation, StatisticsReply reply) {
        assertThat(spec.refusal(state, operation)).isEmpty();
        Step<StatisticsState> step = spec.judge(state, operation, reply);
        assertThat(step).isInstanceOf(Step.Accepted.class);
        state = ((Step.Accepted<StatisticsState>) step).state();
    }

    private String told(StatisticsOperation operation, StatisticsReply reply) {
        return spec.judge(state, operation, reply) instanceof Step.Rejected<StatisticsState> rejected
                ? rejected.violation().toString()
                : "accepted";
    }
}
