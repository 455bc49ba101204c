package dev.halflife.model.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Blame;
import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.model.write.statistics.StatisticsReply.Band;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.statistics.StatisticsReply.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rule that was broken is named, wherever it shows first. */
class StatisticsBlameTest {

    private static final String P = "r/a/m/l";
    private static final String Q = "r/b/m/l";
    private static final StatisticsReply DONE = new StatisticsReply.Done();
    private static final StatisticsOperation KILL = new StatisticsOperation.Restart(0, null);
    private static final StatisticsOperation POWER = new StatisticsOperation.Restart(0, PowerLoss.NOTHING_SURVIVES);

    private final List<StatisticsOperation> operations = new ArrayList<>();
    private final List<StatisticsReply> replies = new ArrayList<>();

    @Test
    void w2_aMergeOfNothingThatDividesByZero() {
        merge(P, 0, 0, 0);

        assertThat(blamed(new StatisticsOperation.Read(0, P), new StatisticsReply.Told(nan(0), 1)))
                .isEqualTo("W2");
        update(Q, 7);
        update(P, 1);
        assertThat(blamed(new StatisticsOperation.Read(0, P), new StatisticsReply.Told(nan(1), 1)))
                .isEqualTo("W2");
        assertThat(blamed(new StatisticsOperation.ZScore(0, P, 3), new StatisticsReply.Standardised(Double.NaN)))
                .isEqualTo("W2");
    }

    @Test
    void w1_anUpdateWhoseCountWraps() {
        merge(P, Integer.MAX_VALUE, 0, 0);
        update(P, 0);
        StatisticsReply wrapped = new StatisticsReply.Told(new Summary(Integer.MIN_VALUE, 0, 0), 1);

        assertThat(blamed(new StatisticsOperation.Read(0, P), wrapped)).isEqualTo("W1");
        save();
        assertThat(blamed(KILL, restored(Map.of(P, new Summary(Integer.MIN_VALUE, 0, 0)))))
                .isEqualTo("W1");
    }

    @Test
    void w1_aSampleThatIsNoNumberAndIsAdded() {
        update(P, 1);
        update(P, Double.NaN);
        merge(P, 2, 5, 2);

        assertThat(blamed(new StatisticsOperation.Read(0, P), told(nan(4)))).isEqualTo("W1");
        save();
        assertThat(blamed(KILL, restored(Map.of(P, nan(4))))).isEqualTo("W1");
        assertThat(blamed(POWER, restored(Map.of(P, nan(4))))).isEqualTo("W1");
    }

    @Test
    void w1_aSampleThatIsNoNumberAndIsCounted() {
        update(P, 1);
        update(P, Double.NaN);
        update(Q, 1);

        assertThat(blamed(new StatisticsOperation.Read(0, P), told(new Summary(2, 1, 0))))
                .isEqualTo("W1");
        merge(P, 1, 1, 0);
        assertThat(blamed(new StatisticsOperation.Read(0, P), told(new Summary(3, 1, 0))))
                .isEqualTo("W1");
    }

    @Test
    void w1_arithmeticThatARestartShowsFirst() {
        update(P, 1);
        update(P, 3);
        save();

        for (StatisticsOperation restart : List.of(KILL, POWER)) {
            assertThat(blamed(restart, restored(Map.of(P, new Summary(2, 2, 4)))))
                    .isEqualTo("W1");
            assertThat(blamed(restart, restored(Map.of(P, new Summary(2, 2.5, 2)))))
                    .isEqualTo("W1");
        }
    }

    @Test
    void w2_arithmeticThatARestartShowsFirst() {
        update(P, 1);
        merge(P, 2, 5, 2);
        save();

        for (StatisticsOperation restart : List.of(KILL, POWER)) {
            assertThat(blamed(restart, restored(Map.of(P, new Summary(3, 11.0 / 3, 2)))))
                    .isEqualTo("W2");
            assertThat(blamed(restart, restored(Map.of(P, new Summary(2, 3, 8)))))
                    .isEqualTo("W2");
            assertThat(blamed(restart, restored(Map.of(P, new Summary(3, 3.9, 12)))))
                    .isEqualTo("W2");
        }
    }

    @Test
    void w2_aMergeThatAnUpdateFollows() {
        update(P, 1);
        merge(P, 2, 5, 2);
        update(Q, 4);
        update(P, 11.0 / 3);

        assertThat(blamed(new StatisticsOperation.Read(0, P), told(new Summary(4, 11.0 / 3, 2))))
                .isEqualTo("W2");
        assertThat(blamed(
                        new StatisticsOperation.ZScore(0, P, 12),
                        new StatisticsReply.Standardised((12 - 11.0 / 3) / Math.sqrt(2.0 / 3))))
                .isEqualTo("W2");
    }

    @Test
    void w1_anUpdateThatAMergeFollows() {
        update(P, 1);
        update(P, 3);
        merge(P, 1, 2, 0);

        assertThat(blamed(new StatisticsOperation.Read(0, P), told(new Summary(3, 2, 5))))
                .isEqualTo("W1");
        assertThat(blamed(
                        new StatisticsOperation.ZScore(0, P, 12),
                        new StatisticsReply.Standardised(10 / Math.sqrt(2.5))))
                .isEqualTo("W1");
    }

    @Test
    void w6_isBlamedForASnapshotThatIsNotWhatWasRead() {
        update(P, 1);
        update(P, 3);
        go(new StatisticsOperation.Read(0, P), new StatisticsReply.Told(new Summary(2, 2, 2), 2));
        save();

        assertThat(blamed(KILL, restored(Map.of(P, new Summary(2, 2, 4))))).isEqualTo("W6");
    }

    @Test
    void w6_isBlamedForWhatTheFileLoses() {
        update(P, 0.1);
        update(P, 0.2);
        update(Q, 0.1);
        double mean = (0.1 + 0.2) / 2;
        Summary exact = new Summary(2, mean, 0.005);
        save();

        assertThat(blamed(KILL, restored(Map.of(P, new Summary(2, (float) mean, 0.005), Q, new Summary(1, 0.1f, 0)))))
                .isEqualTo("W6");
        assertThat(blamed(KILL, restored(Map.of(P, exact)))).isEqualTo("W6");
        assertThat(blamed(KILL, new StatisticsReply.FirstRun())).isEqualTo("W6");
        assertThat(blamed(KILL, new StatisticsReply.Damaged(true, 1))).isEqualTo("W6");
    }

    @Test
    void w6_orF7IsBlamedForAnOlderSnapshot() {
        update(P, 1);
        save();
        update(P, 3);
        save();

        assertThat(blamed(KILL, restored(Map.of(P, new Summary(1, 1, 0))))).isEqualTo("W6");
        assertThat(blamed(POWER, restored(Map.of(P, new Summary(1, 1, 0))))).isEqualTo("F7");
        assertThat(blamed(POWER, new StatisticsReply.FirstRun())).isEqualTo("F7");
        assertThat(blamed(POWER, new StatisticsReply.Damaged(true, 1))).isEqualTo("F7");
    }

    @Test
    void w3_andW5AreBlamedForTheirOwn() {
        update(P, 1);
        update(P, 3);
        update(P, 5);

        assertThat(blamed(new StatisticsOperation.ZScore(0, P, 7), new StatisticsReply.Standardised(1)))
                .isEqualTo("W3");
        assertThat(blamed(new StatisticsOperation.Read(0, P), new StatisticsReply.Told(new Summary(3, 3, 8), 8.0 / 3)))
                .isEqualTo("W3");
        assertThat(blamed(score(0.25f), new StatisticsReply.Scored(0.5, Route.SLOW, Band.NEAR)))
                .isEqualTo("W5");
    }

    @Test
    void w1_aScoreThatIsNotAddedIsShownByTheNextOne() {
        update(P, 0);
        update(P, 0.5);
        double score = 0.75 * (1 + 0.5 / Math.sqrt(0.125));
        go(score(0.25f), new StatisticsReply.Scored(score, Route.SLOW, Band.FAR));

        assertThat(blamed(score(0.25f), new StatisticsReply.Scored(score, Route.SLOW, Band.FAR)))
                .isEqualTo("W1");
        assertThat(blamed(
                        new StatisticsOperation.Read(0, P),
                        new StatisticsReply.Told(new Summary(2, 0.25, 0.125), 0.125)))
                .isEqualTo("W1");
    }

    @Test
    void w1_whatWasRestoredAndIsNotUsedOrUsedTwice() {
        update(P, 1);
        update(P, 3);
        save();
        go(KILL, restored(Map.of(P, new Summary(2, 2, 2))));
        merge(P, 1, 5, 0);

        assertThat(blamed(new StatisticsOperation.Read(0, P), told(new Summary(1, 5, 0))))
                .isEqualTo("W1");
        assertThat(blamed(new StatisticsOperation.Read(0, P), told(new Summary(5, 2.6, 11.2))))
                .isEqualTo("W1");
    }

    @Test
    void f14_isBlamedForWhatOverflows() {
        update(P, 1e200);
        update(P, -1e200);

        assertThat(blamed(new StatisticsOperation.Read(0, P), told(new Summary(2, 0, Double.POSITIVE_INFINITY))))
                .isEqualTo("F14");
        save();
        assertThat(blamed(KILL, new StatisticsReply.Damaged(true, 1))).isEqualTo("F14");
        assertThat(blamed(KILL, restored(Map.of(P, nan(2))))).isEqualTo("F14");
    }

    @Test
    void w6_aMergeThatCountsForOne() {
        merge(P, 3, 1, 0);

        assertThat(blamed(new StatisticsOperation.Due(0), new StatisticsReply.Due(false)))
                .isEqualTo("W6");
    }

    private static Summary nan(long count) {
        return new Summary(count, Double.NaN, Double.NaN);
    }

    private static StatisticsReply told(Summary summary) {
        return new StatisticsReply.Told(summary, summary.count() < 2 ? 1 : summary.m2() / (summary.count() - 1));
    }

    private static StatisticsReply restored(Map<String, Summary> partitions) {
        return new StatisticsReply.Restored(new TreeMap<>(partitions));
    }

    private static StatisticsOperation score(float similarity) {
        return new StatisticsOperation.Score(0, P, similarity, 0.5f);
    }

    private void update(String partition, double sample) {
        go(new StatisticsOperation.Update(0, partition, sample), DONE);
    }

    private void merge(String partition, long count, double mean, double m2) {
        go(new StatisticsOperation.Merge(0, partition, new Summary(count, mean, m2)), DONE);
    }

    private void save() {
        go(new StatisticsOperation.Begin(0, 1), new StatisticsReply.Begun(true));
        go(new StatisticsOperation.Step(0, 1), new StatisticsReply.Stepped(Progress.SAVED, null));
    }

    private void go(StatisticsOperation operation, StatisticsReply reply) {
        operations.add(operation);
        replies.add(reply);
    }

    /** The rule blamed under the strict contract for this reply after all that went before. */
    private String blamed(StatisticsOperation operation, StatisticsReply reply) {
        StatisticsSpec spec = Walk.spec(Contract.strict());
        StatisticsState state = spec.initial();
        for (int i = 0; i < operations.size(); i++) {
            Step<StatisticsState> step = spec.judge(state, operations.get(i), replies.get(i));
            assertThat(step).isInstanceOf(Step.Accepted.class);
            state = ((Step.Accepted<StatisticsState>) step).state();
        }
        Step<StatisticsState> last = spec.judge(state, operation, reply);
        assertThat(last).isInstanceOf(Step.Rejected.class);
        List<StatisticsOperation> all = new ArrayList<>(operations);
        all.add(operation);
        List<StatisticsReply> told = new ArrayList<>(replies);
        told.add(reply);
        return Blame.of(spec, spec.initial(), all, told, ((Step.Rejected<StatisticsState>) last).violation())
                .rule()
                .id();
    }
}
