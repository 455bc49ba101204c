package dev.halflife.impl.heat;

import static dev.halflife.impl.heat.RoundOutcome.COMMITTED;
import static dev.halflife.impl.heat.RoundOutcome.NOTHING_TO_ANNOUNCE;
import static dev.halflife.impl.heat.RoundOutcome.ROLLED_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A closed driver runs no more rounds, and leaves no mark. */
class HeatDriverCloseTest {

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final HeatRegistry<String> registry =
            HeatRegistry.<String>marked(HeatPolicy.DEFAULT).build();
    private final PendingSink<String> sink = new PendingSink<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final HeatDriver<String> driver = driver(registry);

    @Test
    void s1_closeWaitsForTheOutstandingRounds() throws InterruptedException {
        CompletionStage<RoundOutcome> first = roundOf("a");
        CompletionStage<RoundOutcome> second = roundOf("b");
        Thread closing = closingThread();
        sink.succeed(1);
        awaitWaiting(closing);
        assertThat(second).isCompletedWithValue(COMMITTED);
        sink.fail(0);
        closing.join();
        assertThat(first).isCompletedWithValue(ROLLED_BACK);
        assertThat(registry.inFlight()).isZero();
    }

    @Test
    void s1_closeEndsTheSchedule() {
        driver.start(Duration.ofSeconds(1));
        assertThat(scheduler.tasks()).isEqualTo(1);
        driver.close();
        assertThat(scheduler.tasks()).isZero();
    }

    /** A scheduler may begin a beat just before it is told to stop. */
    @Test
    void s1_aBeatThatComesTooLateRunsNoRound() {
        List<Runnable> beats = new ArrayList<>();
        ScheduledThreadPoolExecutor deaf = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> scheduleWithFixedDelay(
                    Runnable task, long initialDelay, long delay, TimeUnit unit) {
                beats.add(task);
                return scheduler.scheduleWithFixedDelay(task, initialDelay, delay, unit);
            }
        };
        HeatDriver<String> late = HeatDriver.over(registry, sink, scheduler, deaf)
                .onFailure(failures::add)
                .build();
        late.start(Duration.ofSeconds(1));
        late.close();
        registry.bump("a", 0);
        beats.forEach(Runnable::run);
        assertThat(sink.batches()).isEmpty();
        assertThat(registry.inFlight()).isZero();
        assertThat(failures).isEmpty();
    }

    @Test
    void s1_closeLeavesTheSchedulerToItsOwner() {
        HeatDriver<String> other = driver(registry);
        other.start(Duration.ofSeconds(1));
        driver.start(Duration.ofSeconds(1));
        driver.close();
        assertThat(scheduler.isShutdown()).isFalse();
        registry.bump("a", 0);
        scheduler.advance(Duration.ofSeconds(1));
        assertThat(sink.batches()).hasSize(1);
    }

    @Test
    void s1_afterCloseEverythingIsRefused() {
        driver.close();
        assertThatIllegalStateException().isThrownBy(driver::round).withMessage("a closed driver runs no more rounds");
        assertThatIllegalStateException()
                .isThrownBy(() -> driver.start(Duration.ofSeconds(1)))
                .withMessage("a closed driver cannot be started");
    }

    @Test
    void s1_closingAgainChangesNothing() {
        roundOf("a");
        driver.close(Duration.ZERO);
        driver.close();
        driver.close(Duration.ofSeconds(1));
        assertThat(failures).hasSize(1);
    }

    @Test
    void f10_whatIsNotAnsweredInTimeIsRolledBack() {
        CompletionStage<RoundOutcome> round = roundOf("a");
        driver.close(Duration.ZERO);
        assertThat(round).isCompletedWithValue(ROLLED_BACK);
        assertThat(registry.inFlight()).isZero();
        assertThat(failures)
                .singleElement()
                .isInstanceOf(CancellationException.class)
                .hasToString("java.util.concurrent.CancellationException: driver closed before the sink answered");
    }

    @Test
    void f10_anInterruptEndsTheWaitingAndLeavesNoMarkEither() {
        CompletionStage<RoundOutcome> round = roundOf("a");
        Thread.currentThread().interrupt();
        driver.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(round).isCompletedWithValue(ROLLED_BACK);
        assertThat(registry.inFlight()).isZero();
    }

    @Test
    void f10_soDoesAnInterruptWhileWaiting() throws InterruptedException {
        roundOf("a");
        Thread closing = closingThread();
        awaitWaiting(closing);
        closing.interrupt();
        closing.join();
        assertThat(registry.inFlight()).isZero();
    }

    @Test
    void f13_anAnswerAfterCloseMakesTheRegistryTellPeersOnceMore() {
        roundOf("a");
        driver.close(Duration.ZERO);
        HeatDriver<String> next = driver(registry);
        next.round();
        sink.succeed(1);
        assertThat(next.round()).isCompletedWithValue(NOTHING_TO_ANNOUNCE);
        sink.succeed(0);
        next.round();
        assertThat(sink.pendingKeys()).containsExactly("a");
    }

    @Test
    void f1_anAnswerAfterCloseFreesNoMarkOfALaterRound() {
        roundOf("a");
        driver.close(Duration.ZERO);
        driver(registry).round();
        sink.succeed(0);
        assertThat(registry.inFlight()).isEqualTo(1);
    }

    /** The round is found while it ticks: there is no announcement yet that could be rolled back. */
    @Test
    void f10_aRoundGivenUpWhileItTicksCallsNoSinkAndLeavesNoMark() throws InterruptedException {
        CountDownLatch givenUp = new CountDownLatch(1);
        List<Thread> closing = new ArrayList<>();
        List<HeatDriver<String>> self = new ArrayList<>();
        Announcer<String> slow = new SlowAnnouncer(registry, () -> {
            closing.add(new Thread(() -> self.get(0).close(Duration.ZERO)));
            closing.get(0).start();
            await(givenUp);
        });
        self.add(HeatDriver.over(slow, sink, scheduler, scheduler)
                .onFailure(failure -> givenUp.countDown())
                .build());
        registry.bump("a", 0);
        CompletionStage<RoundOutcome> round = self.get(0).round();
        closing.get(0).join();
        assertThat(round).isCompletedWithValue(ROLLED_BACK);
        assertThat(sink.batches()).isEmpty();
        assertThat(registry.inFlight()).isZero();
    }

    @Test
    void s1_anEmptyRoundThatEndsWhileCloseWaitsIsNoFailure() throws InterruptedException {
        List<Thread> closing = new ArrayList<>();
        List<HeatDriver<String>> self = new ArrayList<>();
        self.add(driver(new SlowAnnouncer(registry, () -> {
            closing.add(new Thread(self.get(0)::close));
            closing.get(0).start();
            awaitWaiting(closing.get(0));
        })));
        assertThat(self.get(0).round()).isCompletedWithValue(NOTHING_TO_ANNOUNCE);
        closing.get(0).join();
        assertThat(failures).isEmpty();
    }

    @Test
    void s1_closeReturnsThoughTheRegistryThrows() {
        IllegalStateException broken = new IllegalStateException("broken registry");
        HeatDriver<String> doomed = driver(new BrokenAnnouncer<>(registry, BrokenAnnouncer.At.ROLLBACK, broken));
        registry.bump("a", 0);
        CompletionStage<RoundOutcome> round = doomed.round();
        doomed.close(Duration.ZERO);
        assertThat(round).isCompletedExceptionally();
        assertThat(failures).contains(broken);
        sink.fail(0);
        assertThat(failures).last().isSameAs(broken);
    }

    @Test
    void s1_aNegativeTimeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> driver.close(Duration.ofNanos(-1)))
                .withMessage("atMost must be at least 0: PT-0.000000001S");
    }

    private HeatDriver<String> driver(Announcer<String> announcer) {
        return HeatDriver.over(announcer, sink, scheduler, scheduler)
                .onFailure(failures::add)
                .build();
    }

    private CompletionStage<RoundOutcome> roundOf(String key) {
        registry.bump(key, 0);
        return driver.round();
    }

    private Thread closingThread() {
        Thread closing = new Thread(driver::close);
        closing.start();
        return closing;
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(thread.getState()).isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Does something between the tick of a registry and its return. */
    private record SlowAnnouncer(Announcer<String> sound, Runnable meanwhile) implements Announcer<String> {

        @Override
        public Announcement<String> tick(long nowNanos) {
            Announcement<String> announcement = sound.tick(nowNanos);
            meanwhile.run();
            return announcement;
        }

        @Override
        public void commit(Announcement<String> announcement) {
            sound.commit(announcement);
        }

        @Override
        public void rollback(Announcement<String> announcement) {
            sound.rollback(announcement);
        }
    }
}
