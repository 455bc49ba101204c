package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunningStatisticsTest {

    private static final Partition NOTES = new Partition("main", "notes", "e5", "episodic");
    private static final Partition MAIL = new Partition("main", "mail", "e5", "episodic");

    private final RunningStatistics statistics = new RunningStatistics();

    @Test
    void w1_samplesGoToTheirOwnPartition() {
        statistics.update(NOTES, 1);
        statistics.update(NOTES, 3);
        statistics.update(NOTES, Double.NaN);
        assertThat(statistics.summary(NOTES)).isEqualTo(new Summary(2, 2, 2));
        assertThat(statistics.summary(MAIL)).isEqualTo(Summary.EMPTY);
    }

    @Test
    void w2_aMergeAddsToThePartition() {
        statistics.update(NOTES, 1);
        statistics.merge(NOTES, new Summary(1, 3, 0));
        statistics.merge(MAIL, Summary.EMPTY);
        assertThat(statistics.summary(NOTES)).isEqualTo(new Summary(2, 2, 2));
        assertThat(statistics.snapshot()).containsOnlyKeys(NOTES);
    }

    @Test
    void w4_updatesAndMergesInManyThreadsLoseNoSample() throws Exception {
        Together.run(4, thread -> {
            for (int i = 0; i < 5_000; i++) {
                statistics.update(NOTES, thread);
                statistics.merge(NOTES, new Summary(3, thread, 0));
                statistics.update(MAIL, 1);
            }
        });
        Summary notes = statistics.summary(NOTES);
        assertThat(notes.count()).isEqualTo(80_000);
        assertThat(notes.mean()).isCloseTo(1.5, within(1e-9));
        assertThat(notes.m2()).isCloseTo(80_000 * 1.25, within(1e-4));
        assertThat(statistics.summary(MAIL)).isEqualTo(new Summary(20_000, 1, 0));
    }

    @Test
    void w4_aReaderSeesCountMeanAndSpreadOfTheSameSamples() throws Exception {
        AtomicBoolean fed = new AtomicBoolean();
        Together.run(2, thread -> {
            if (thread == 0) {
                for (int i = 0; i < 20_000; i++) {
                    statistics.update(NOTES, i % 2);
                }
                fed.set(true);
            } else {
                do {
                    Summary seen = statistics.summary(NOTES);
                    long ones = seen.count() / 2;
                    double exact = seen.count() == 0 ? 0 : (double) ones / seen.count();
                    assertThat(seen.mean()).isCloseTo(exact, within(1e-9));
                } while (!fed.get());
            }
        });
        assertThat(statistics.summary(NOTES).count()).isEqualTo(20_000);
    }

    @Test
    void w5_theFirstScoreIsTheDistance() {
        assertThat(statistics.score(NOTES, 0.25, 0.5)).isEqualTo(new Novelty(0.75, Route.SLOW, Band.FAR));
        assertThat(statistics.summary(NOTES)).isEqualTo(new Summary(1, 0.75, 0));
    }

    @Test
    void w5_theZScoreIsTakenBeforeTheDistanceIsAdded() {
        statistics.restore(Map.of(NOTES, new Summary(5, 0.25, 0.25))); // deviation 0.25
        Novelty novelty = statistics.score(NOTES, 0.5, 0.5);
        assertThat(novelty.score()).isEqualTo(1.0); // 0.5 · (1 + 1)
        assertThat(statistics.summary(NOTES).count()).isEqualTo(6);
    }

    @Test
    void w5_theScoreStaysWithinZeroAndTwo() {
        statistics.restore(Map.of(NOTES, new Summary(5, 0.5, 0.0004))); // deviation 0.01
        assertThat(statistics.score(NOTES, 0, 0.5)).isEqualTo(new Novelty(2, Route.SLOW, Band.FAR));
        statistics.restore(Map.of(MAIL, new Summary(5, 0.5, 0.0004)));
        assertThat(statistics.score(MAIL, 0.9, 0.5)).isEqualTo(new Novelty(0, Route.FAST, Band.FAR));
        assertThat(statistics.score(MAIL, -1e308, 0.5).score()).isBetween(0.0, 2.0);
        assertThat(statistics.score(MAIL, 1e308, 0.5).score()).isBetween(0.0, 2.0);
    }

    @Test
    void w5_theFastRouteIsBelowTheThreshold() {
        assertThat(statistics.score(NOTES, 0.5, 0.5).route()).isEqualTo(Route.SLOW);
        assertThat(statistics.score(MAIL, 0.5, 0.5000001).route()).isEqualTo(Route.FAST);
    }

    @Test
    void w5_nearIsWithinATwentiethOfTheThreshold() {
        assertThat(Band.of(0.05, 0)).isEqualTo(Band.NEAR);
        assertThat(Band.of(0.0500001, 0)).isEqualTo(Band.FAR);
        assertThat(Band.of(0.46, 0.5)).isEqualTo(Band.NEAR);
        assertThat(Band.of(0.44, 0.5)).isEqualTo(Band.FAR);
    }

    @Test
    void w5_whatIsNotFiniteIsRefusedAndNothingIsAdded() {
        assertThatThrownBy(() -> statistics.score(NOTES, Double.NaN, 0.5))
                .hasMessage("maxSimilarity must be finite: NaN");
        assertThatThrownBy(() -> statistics.score(NOTES, 0.5, Double.POSITIVE_INFINITY))
                .hasMessage("threshold must be finite: Infinity");
        assertThat(statistics.snapshot()).isEmpty();
    }

    @Test
    void w6_aSnapshotIsSortedAndLeavesOutWhatWasNeverFed() {
        statistics.update(NOTES, 1);
        statistics.update(MAIL, 2);
        statistics.update(new Partition("a", "a", "a", "a"), Double.NaN);
        assertThat(statistics.snapshot().keySet()).containsExactly(MAIL, NOTES);
        assertThat(statistics.snapshot()).containsEntry(MAIL, new Summary(1, 2, 0));
    }

    @Test
    void w6_aClaimComesWithEachHundredSamplesOfAnyKind() {
        for (int i = 0; i < 98; i++) {
            statistics.update(i % 2 == 0 ? NOTES : MAIL, i);
        }
        statistics.update(NOTES, Double.NaN);
        statistics.score(NOTES, 0.5, 0.5);
        assertThat(statistics.claimSnapshot()).isFalse();
        statistics.update(NOTES, 1);
        assertThat(statistics.claimSnapshot()).isTrue();
        assertThat(statistics.claimSnapshot()).isFalse();
        statistics.merge(MAIL, new Summary(99, 1, 0));
        assertThat(statistics.claimSnapshot()).isFalse();
        statistics.merge(MAIL, new Summary(1_000, 1, 0));
        assertThat(statistics.claimSnapshot()).isTrue();
        assertThat(statistics.claimSnapshot()).isFalse();
    }

    @Test
    void w6_aSnapshotMayBeDueAfterEachSample() {
        RunningStatistics eager = new RunningStatistics(1, WritePathObserver.NONE);
        assertThat(eager.claimSnapshot()).isFalse();
        eager.update(NOTES, 1);
        assertThat(eager.claimSnapshot()).isTrue();
        assertThatThrownBy(() -> new RunningStatistics(0, WritePathObserver.NONE))
                .hasMessage("samplesPerSnapshot must be within [1, 9223372036854775807]: 0");
    }

    @Test
    void w6_ofManyThreadsThatAskOneGetsTheClaim() throws Exception {
        AtomicInteger claims = new AtomicInteger();
        statistics.merge(NOTES, new Summary(100, 1, 0));
        Together.run(4, thread -> {
            for (int i = 0; i < 1_000; i++) {
                if (statistics.claimSnapshot()) {
                    claims.incrementAndGet();
                }
            }
        });
        assertThat(claims.get()).isEqualTo(1);
    }

    @Test
    void w6_aClaimComesOnceForEachHundredSamplesWhateverTheThreads() throws Exception {
        AtomicInteger claims = new AtomicInteger();
        Together.run(4, thread -> {
            for (int i = 0; i < 10_000; i++) {
                statistics.update(NOTES, i);
                if (statistics.claimSnapshot()) {
                    claims.incrementAndGet();
                }
            }
        });
        // A claim takes all that came, which is a few more than 100 while the others add.
        assertThat(claims.get()).isBetween(380, 400);
    }

    @Test
    void w6_restoredStatisticsAddToWhatCameBeforeThemAndCallForNoSnapshot() {
        statistics.update(NOTES, 1);
        statistics.restore(Map.of(NOTES, new Summary(500, 1, 0), MAIL, Summary.EMPTY));
        assertThat(statistics.summary(NOTES)).isEqualTo(new Summary(501, 1, 0));
        assertThat(statistics.snapshot()).containsOnlyKeys(NOTES);
        assertThat(statistics.claimSnapshot()).isFalse();
    }

    @Test
    void partitionsAreOrderedByEachOfTheirParts() {
        Partition base = new Partition("b", "b", "b", "b");
        assertThat(new Partition("a", "c", "c", "c")).isLessThan(base);
        assertThat(new Partition("b", "a", "c", "c")).isLessThan(base);
        assertThat(new Partition("b", "b", "a", "c")).isLessThan(base);
        assertThat(new Partition("b", "b", "b", "a")).isLessThan(base);
        assertThat(new Partition("b", "b", "b", "b")).isEqualByComparingTo(base);
    }
}
