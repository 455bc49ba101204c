package dev.halflife.impl.heat;

import static dev.halflife.impl.heat.RoundOutcome.COMMITTED;
import static dev.halflife.impl.heat.RoundOutcome.NOTHING_TO_ANNOUNCE;
import static dev.halflife.impl.heat.RoundOutcome.ROLLED_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.impl.heat.PendingSink.SinkFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** S1: one round ticks, hands over, and commits or rolls back. */
class HeatDriverTest {

    private static final long HALF_LIFE_NANOS = 1_000;

    private final HeatRegistry<String> registry = HeatRegistry.<String>marked(new HeatPolicy(true, 2, HALF_LIFE_NANOS))
            .build();
    private final PendingSink<String> sink = new PendingSink<>();
    private final List<Throwable> failures = new ArrayList<>();
    private long nowNanos;

    @Test
    void s1_aRoundHandsOverTheWholeTickAsOneBatch() {
        registry.bump("a", 0);
        registry.bump("b", 0);
        driver(sink).round();
        assertThat(sink.batches()).containsExactly(List.of(new Emission<>("a", 1), new Emission<>("b", 1)));
    }

    @Test
    void s1_aRoundTicksAtTheTimeOfTheTicker() {
        registry.bump("a", 0);
        nowNanos = HALF_LIFE_NANOS;
        driver(sink).round();
        assertThat(sink.batches()).containsExactly(List.of(new Emission<>("a", 0.5)));
    }

    @Test
    void s1_anAnsweredRoundIsCommitted() {
        registry.bump("a", 0);
        CompletionStage<RoundOutcome> round = driver(sink).round();
        assertThat(belief("a")).isEqualTo(Belief.unknown());
        assertThat(round.toCompletableFuture()).isNotDone();
        sink.succeed(0);
        assertThat(round).isCompletedWithValue(COMMITTED);
        assertThat(belief("a")).isEqualTo(Belief.announced(1));
        assertThat(registry.inFlight()).isZero();
        assertThat(failures).isEmpty();
    }

    @Test
    void s1_theOutcomeIsKnownOnlyAfterTheRegistryWasTold() {
        registry.bump("a", 0);
        List<Belief> seen = new ArrayList<>();
        driver(sink).round().thenRun(() -> seen.add(belief("a")));
        sink.succeed(0);
        assertThat(seen).containsExactly(Belief.announced(1));
    }

    @Test
    void s1_anEmptyTickCallsNoSinkAndIsCommitted() {
        registry.bump("a", 0);
        registry.commit(registry.tick(0));
        Announcement<String> withdrawal = registry.tick(100 * HALF_LIFE_NANOS);
        registry.bump("a", 100 * HALF_LIFE_NANOS);
        registry.commit(withdrawal); // spares the counter, for it was bumped since; the next commit finds it silent
        nowNanos = 200 * HALF_LIFE_NANOS;
        assertThat(driver(sink).round()).isCompletedWithValue(NOTHING_TO_ANNOUNCE);
        assertThat(sink.batches()).isEmpty();
        assertThat(registry.size()).isZero();
    }

    @ParameterizedTest
    @MethodSource("brokenSinks")
    void s1_aFailureRollsEveryKeyBack(HeatSink<String> broken) {
        registry.bump("a", 0);
        registry.bump("b", 0);
        assertThat(driver(broken).round()).isCompletedWithValue(ROLLED_BACK);
        assertThat(registry.inFlight()).isZero();
        assertThat(belief("a")).isEqualTo(Belief.unknown());
        assertThat(belief("b")).isEqualTo(Belief.unknown());
        assertThat(failures).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("brokenSinks")
    void s3_theRoundAfterAFailureAnnouncesTheKeysAgain(HeatSink<String> broken) {
        registry.bump("a", 0);
        driver(broken).round();
        driver(sink).round();
        assertThat(sink.batches()).containsExactly(List.of(new Emission<>("a", 1)));
    }

    @SuppressWarnings("NullAway") // a sink from elsewhere may return null whatever the annotations say
    static List<HeatSink<String>> brokenSinks() {
        return List.of(
                batch -> CompletableFuture.failedFuture(new SinkFailure()),
                batch -> {
                    throw new SinkFailure();
                },
                batch -> {
                    throw new AssertionError("not even an exception");
                },
                batch -> null);
    }

    @Test
    void s1_aSinkThatAnswersTooLateForTheScheduleStillCommits() {
        registry.bump("a", 0);
        HeatDriver<String> driver = driver(sink);
        CompletionStage<RoundOutcome> slow = driver.round();
        for (int i = 0; i < 3; i++) {
            assertThat(driver.round()).isCompletedWithValue(NOTHING_TO_ANNOUNCE);
        }
        sink.succeed(0);
        assertThat(slow).isCompletedWithValue(COMMITTED);
        assertThat(belief("a")).isEqualTo(Belief.announced(1));
    }

    @Test
    void s1_anAnswerMayComeOnAnyThread() throws InterruptedException {
        registry.bump("a", 0);
        CompletionStage<RoundOutcome> round = driver(sink).round();
        Thread peer = new Thread(() -> sink.succeed(0));
        peer.start();
        peer.join();
        assertThat(round).isCompletedWithValue(COMMITTED);
        assertThat(belief("a")).isEqualTo(Belief.announced(1));
    }

    /**
     * The reader is another thread because a lock lets its own holder in again: were the registry's lock held while the
     * sink works, the reader would wait for it, the sink for the reader, and this test would never end.
     */
    @Test
    void s1_noLockIsHeldWhileTheSinkWorks() {
        registry.bump("a", 0);
        HeatSink<String> reading = batch -> {
            Thread reader = new Thread(() -> {
                registry.bump("a", 0);
                registry.remove("a");
                registry.bump("b", 0);
                registry.tick(0);
            });
            reader.start();
            join(reader);
            return CompletableFuture.completedFuture(null);
        };
        assertThat(driver(reading).round()).isCompletedWithValue(COMMITTED);
        assertThat(registry.size()).isEqualTo(1);
        assertThat(registry.owedWithdrawals()).isEqualTo(1);
    }

    /** Nor any lock of the driver: a round may run while another one is in its sink, and the driver be closed. */
    @Test
    void s1_norIsAnyLockOfTheDriver() {
        registry.bump("a", 0);
        List<HeatDriver<String>> self = new ArrayList<>();
        HeatSink<String> reentering = batch -> {
            Thread other = new Thread(() -> {
                self.get(0).round();
                self.get(0).close(Duration.ZERO);
            });
            other.start();
            join(other);
            return CompletableFuture.completedFuture(null);
        };
        self.add(driver(reentering));
        assertThat(self.get(0).round()).isCompletedWithValue(ROLLED_BACK);
        assertThat(registry.inFlight()).isZero();
    }

    @Test
    void t3_aKeyBumpedByTheSinkItselfIsNotLost() {
        registry.bump("a", 0);
        HeatSink<String> reading = batch -> {
            registry.bump("a", 0);
            return CompletableFuture.completedFuture(null);
        };
        driver(reading).round();
        assertThat(registry.observe("a")).contains(new Observation(2, 0, Belief.announced(1)));
    }

    @Test
    void f3_owedWithdrawalsGoOutLikeAnyOther() {
        registry.bump("a", 0);
        HeatDriver<String> driver = driver(sink);
        driver.round();
        sink.succeed(0);
        registry.remove("a");
        driver.round();
        sink.fail(1);
        assertThat(registry.owedWithdrawals()).isEqualTo(1);
        driver.round();
        sink.succeed(2);
        assertThat(registry.owedWithdrawals()).isZero();
        List<Emission<String>> withdrawal = List.of(new Emission<>("a", 0));
        assertThat(sink.batches()).containsExactly(List.of(new Emission<>("a", 1)), withdrawal, withdrawal);
    }

    @Test
    void s1_theListenerIsToldWhatTheSinkFailedWith() {
        registry.bump("a", 0);
        driver(sink).round();
        sink.fail(0);
        assertThat(failures).singleElement().isInstanceOf(SinkFailure.class);
    }

    @Test
    void s1_aListenerThatThrowsKeepsNoRoundFromItsAnswer() {
        registry.bump("a", 0);
        HeatDriver<String> driver = HeatDriver.over(registry, sink, () -> nowNanos, new VirtualScheduler())
                .onFailure(failure -> {
                    throw new IllegalStateException(failure);
                })
                .build();
        CompletionStage<RoundOutcome> round = driver.round();
        sink.fail(0);
        assertThat(round).isCompletedWithValue(ROLLED_BACK);
        assertThat(registry.inFlight()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void s1_whatTheRegistryThrowsShowsInTheOutcome(BrokenAnnouncer.At at) {
        IllegalStateException broken = new IllegalStateException("broken registry");
        registry.bump("a", 0);
        HeatDriver<String> driver = HeatDriver.over(
                        new BrokenAnnouncer<>(registry, at, broken), sink, () -> nowNanos, new VirtualScheduler())
                .onFailure(failures::add)
                .build();
        CompletionStage<RoundOutcome> round = driver.round();
        switch (at) {
            case TICK -> assertThat(sink.batches()).isEmpty();
            case COMMIT -> sink.succeed(0);
            case ROLLBACK -> sink.fail(0);
        }
        assertThat(round).isCompletedExceptionally();
        assertThat(failures).last().isSameAs(broken);
    }

    @Test
    void s1_aRegistryThatCannotCommitAnEmptyTickShowsInTheOutcomeToo() {
        IllegalStateException broken = new IllegalStateException("broken registry");
        HeatDriver<String> driver = HeatDriver.over(
                        new BrokenAnnouncer<>(registry, BrokenAnnouncer.At.COMMIT, broken),
                        sink,
                        () -> nowNanos,
                        new VirtualScheduler())
                .onFailure(failures::add)
                .build();
        assertThat(driver.round()).isCompletedExceptionally();
        assertThat(failures).containsExactly(broken);
    }

    @Test
    void s1_nobodyButTheDriverCanEndARound() {
        registry.bump("a", 0);
        CompletionStage<RoundOutcome> round = driver(sink).round();
        round.toCompletableFuture().complete(COMMITTED);
        sink.fail(0);
        assertThat(round).isCompletedWithValue(ROLLED_BACK);
    }

    private HeatDriver<String> driver(HeatSink<String> sink) {
        return HeatDriver.over(registry, sink, () -> nowNanos, new VirtualScheduler())
                .onFailure(failures::add)
                .build();
    }

    private Belief belief(String key) {
        return registry.observe(key).orElseThrow().belief();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
