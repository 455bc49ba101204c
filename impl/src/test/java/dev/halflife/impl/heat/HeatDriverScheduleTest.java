package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.halflife.impl.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S1 on a schedule. */
class HeatDriverScheduleTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final HeatRegistry<Integer> registry =
            HeatRegistry.<Integer>marked(HeatPolicy.DEFAULT).build();
    private final PendingSink<Integer> sink = new PendingSink<>();
    private final List<Throwable> failures = new ArrayList<>();
    private int nextKey;

    @Test
    void s1_aRoundRunsAfterEachInterval() {
        driver(registry, scheduler).build().start(SECOND);
        readANewKey();
        scheduler.advance(SECOND.minusNanos(1));
        assertThat(sink.batches()).isEmpty();
        scheduler.advance(Duration.ofNanos(1));
        assertThat(sink.batches()).hasSize(1);
        readANewKey();
        scheduler.advance(SECOND);
        assertThat(sink.batches()).hasSize(2);
    }

    @Test
    void s1_scheduledRoundsOverlapWhereTheSinkIsSlow() {
        driver(registry, scheduler).build().start(SECOND);
        readANewKey();
        scheduler.advance(SECOND);
        readANewKey();
        scheduler.advance(SECOND);
        assertThat(sink.pendingKeys()).containsExactly(0, 1);
    }

    @Test
    void s1_beatsAreSkippedWhileTooManyRoundsAreOutstanding() {
        driver(registry, scheduler).maxOutstanding(2).build().start(SECOND);
        for (int i = 0; i < 5; i++) {
            readANewKey();
            scheduler.advance(SECOND);
        }
        assertThat(sink.pendingKeys()).containsExactly(0, 1);
        sink.succeed(0);
        scheduler.advance(SECOND);
        assertThat(sink.pendingKeys()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void s1_eightRoundsAreOutstandingAtMostUnlessToldOtherwise() {
        driver(registry, scheduler).build().start(SECOND);
        for (int i = 0; i < 10; i++) {
            readANewKey();
            scheduler.advance(SECOND);
        }
        assertThat(sink.batches()).hasSize(8);
    }

    @Test
    void s1_aRoundByHandIsNotBounded() {
        HeatDriver<Integer> driver =
                driver(registry, scheduler).maxOutstanding(1).build();
        readANewKey();
        driver.round();
        readANewKey();
        driver.round();
        assertThat(sink.batches()).hasSize(2);
    }

    @Test
    void f10_lostAnswersCannotHaltTheSchedule() {
        driver(registry, scheduler)
                .maxOutstanding(1)
                .giveUpAfter(Duration.ofSeconds(10))
                .build()
                .start(SECOND);
        readANewKey();
        scheduler.advance(SECOND);
        readANewKey();
        scheduler.advance(Duration.ofSeconds(10));
        assertThat(sink.batches()).hasSize(1);
        scheduler.advance(SECOND);
        assertThat(sink.batches()).hasSize(2);
        assertThat(sink.batches().get(1)).extracting(Emission::key).containsExactly(0, 1);
        assertThat(failures)
                .singleElement()
                .isInstanceOf(TimeoutException.class)
                .hasToString("java.util.concurrent.TimeoutException: the sink gave no answer within PT10S");
    }

    @Test
    void f10_aRoundIsGivenUpAfterSixtySecondsUnlessToldOtherwise() {
        driver(registry, scheduler).build().start(SECOND);
        readANewKey();
        scheduler.advance(Duration.ofSeconds(61));
        assertThat(sink.batches()).hasSize(1);
        scheduler.advance(SECOND);
        assertThat(sink.batches()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void s1_whatTheRegistryThrowsDoesNotEndTheSchedule(BrokenAnnouncer.At at) {
        Announcer<Integer> broken = new BrokenAnnouncer<>(registry, at, new IllegalStateException("broken registry"));
        driver(broken, scheduler).build().start(SECOND);
        readANewKey();
        scheduler.advance(SECOND.multipliedBy(2));
        switch (at) {
            case TICK -> assertThat(failures).hasSize(2);
            case COMMIT -> sink.succeed(0);
            case ROLLBACK -> sink.fail(0);
        }
        readANewKey();
        scheduler.advance(SECOND);
        int expectedBatches = at == BrokenAnnouncer.At.TICK ? 0 : 2;
        assertThat(sink.batches()).hasSize(expectedBatches);
        assertThat(failures).isNotEmpty();
    }

    @Test
    void s1_aSinkThatThrowsDoesNotEndTheSchedule() {
        AtomicInteger calls = new AtomicInteger();
        HeatSink<Integer> throwing = batch -> {
            calls.incrementAndGet();
            throw new AssertionError("no peer reached");
        };
        HeatDriver.over(registry, throwing, scheduler, scheduler)
                .onFailure(failures::add)
                .build()
                .start(SECOND);
        readANewKey();
        scheduler.advance(SECOND.multipliedBy(3));
        assertThat(calls).hasValue(3);
        assertThat(failures).hasSize(3);
    }

    @Test
    void s1_aTickerOrAListenerThatThrowsDoesNotEndTheSchedule() {
        AtomicInteger readings = new AtomicInteger();
        Ticker broken = () -> {
            readings.incrementAndGet();
            throw new IllegalStateException("broken clock");
        };
        HeatDriver.over(registry, sink, broken, scheduler)
                .onFailure(failure -> {
                    throw new IllegalStateException(failure);
                })
                .build()
                .start(SECOND);
        scheduler.advance(SECOND.multipliedBy(3));
        assertThat(readings).hasValue(3);
    }

    @Test
    void s1_theListenerIsToldThatTheClockIsBroken() {
        IllegalStateException broken = new IllegalStateException("broken clock");
        Ticker ticker = () -> {
            throw broken;
        };
        driver(registry, ticker).build().start(SECOND);
        scheduler.advance(SECOND);
        assertThat(failures).containsExactly(broken);
    }

    @Test
    void s1_withoutAListenerAFailureIsLogged() {
        List<LogRecord> logged = new ArrayList<>();
        Logger logger = Logger.getLogger(HeatDriver.class.getName());
        Handler handler = new Keeping(logged);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            HeatDriver<Integer> driver =
                    HeatDriver.over(registry, sink, scheduler, scheduler).build();
            readANewKey();
            driver.round();
            sink.fail(0);
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertThat(logged).singleElement().satisfies(entry -> {
            assertThat(entry.getLevel()).isEqualTo(Level.WARNING);
            assertThat(entry.getThrown()).isInstanceOf(PendingSink.SinkFailure.class);
        });
    }

    /** Keeps what is logged. */
    private static final class Keeping extends Handler {

        private final List<LogRecord> logged;

        Keeping(List<LogRecord> logged) {
            this.logged = logged;
        }

        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    @SuppressWarnings("NullAway") // a caller without the checker may pass null whatever the annotations say
    void s1_noIntervalIsRefused() {
        HeatDriver<Integer> driver = driver(registry, scheduler).build();
        assertThatNullPointerException().isThrownBy(() -> driver.start(null)).withMessage("interval must not be null");
    }

    @Test
    void s1_aDriverIsStartedOnce() {
        HeatDriver<Integer> driver = driver(registry, scheduler).build();
        driver.start(SECOND);
        assertThatIllegalStateException()
                .isThrownBy(() -> driver.start(SECOND))
                .withMessage("a driver can be started only once");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void s1_anIntervalThatIsNotPositiveIsRefused(long nanos) {
        HeatDriver<Integer> driver = driver(registry, scheduler).build();
        Duration interval = Duration.ofNanos(nanos);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> driver.start(interval))
                .withMessage("interval must be at least 1 ns: " + interval);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void f10_aPatienceThatIsNotPositiveIsRefused(long nanos) {
        Duration giveUpAfter = Duration.ofNanos(nanos);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> driver(registry, scheduler).giveUpAfter(giveUpAfter))
                .withMessage("giveUpAfter must be at least 1 ns: " + giveUpAfter);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void s1_aBoundBelowOneIsRefused(int maxOutstanding) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> driver(registry, scheduler).maxOutstanding(maxOutstanding))
                .withMessage("maxOutstanding must be within [1, 2147483647]: " + maxOutstanding);
    }

    private HeatDriverBuilder<Integer> driver(Announcer<Integer> announcer, Ticker ticker) {
        return HeatDriver.over(announcer, sink, ticker, scheduler).onFailure(failures::add);
    }

    private void readANewKey() {
        registry.bump(nextKey++, scheduler.nanos());
    }
}
