package dev.halflife.impl.heat;

import dev.halflife.impl.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries announcements from a registry to peers, round by round: tick, hand over to the sink, then commit or roll back
 * (S1).
 *
 * <pre>{@code
 * try (HeatDriver<BlobHash> driver = HeatDriver.over(registry, sink, Ticker.system(), scheduler).build()) {
 *     driver.start(Duration.ofSeconds(1));
 *     serve();
 * }
 * }</pre>
 *
 * <p>Rounds overlap where the sink is slower than the schedule: marks and the strict contract make that safe, also for
 * several drivers over one registry (S2, F1). A registry without marks issues again whatever is not committed yet (T5),
 * and settles only once rounds stop overlapping: give its driver {@link HeatDriverBuilder#maxOutstanding
 * maxOutstanding(1)}.
 *
 * <p>The sink fails by an exceptional completion, by throwing, or by returning null; then every key of the round is
 * rolled back, and later rounds announce it again (S3). An answer that comes after the driver gave its round up is
 * passed on all the same: the registry takes it as stale, and tells peers once more what they may have got wrong (F13).
 *
 * <p>Thread-safe. A round runs on the thread that asks for it, or on one of the scheduler's; the registry is told the
 * answer on the thread on which the sink gives it.
 */
public final class HeatDriver<K> implements AutoCloseable {

    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private final Announcer<K> announcer;
    private final HeatSink<K> sink;
    private final Ticker ticker;
    private final ScheduledExecutorService scheduler;
    private final int maxOutstanding;
    private final Duration giveUpAfter;
    private final Consumer<Throwable> onFailure;
    private final OutstandingRounds<K> outstanding = new OutstandingRounds<>();

    private final Object scheduleLock = new Object();
    private @Nullable ScheduledFuture<?> schedule;
    private boolean closed;

    HeatDriver(
            Announcer<K> announcer,
            HeatSink<K> sink,
            Ticker ticker,
            ScheduledExecutorService scheduler,
            int maxOutstanding,
            Duration giveUpAfter,
            Consumer<Throwable> onFailure) {
        this.announcer = announcer;
        this.sink = sink;
        this.ticker = ticker;
        this.scheduler = scheduler;
        this.maxOutstanding = maxOutstanding;
        this.giveUpAfter = giveUpAfter;
        this.onFailure = onFailure;
    }

    /**
     * Builds a driver.
     *
     * @param announcer what is driven, usually a {@link HeatRegistry}
     * @param sink tells peers
     * @param ticker the clock that the registry's callers read
     * @param scheduler runs the rounds of {@link #start}; remains the caller's, and is never shut down here
     */
    public static <K> HeatDriverBuilder<K> over(
            Announcer<K> announcer, HeatSink<K> sink, Ticker ticker, ScheduledExecutorService scheduler) {
        return new HeatDriverBuilder<>(announcer, sink, ticker, scheduler);
    }

    /**
     * Begins to run rounds on the scheduler, the first after one interval, each an interval after the one before was
     * handed over.
     *
     * <p>A beat is skipped while {@link HeatDriverBuilder#maxOutstanding maxOutstanding} rounds wait for an answer.
     * Nothing that a round throws ends the schedule.
     *
     * @param interval at least 1 ns
     * @throws IllegalArgumentException if the interval is 0 or negative
     * @throws IllegalStateException if the driver is started or closed already
     */
    public void start(Duration interval) {
        requirePositive("interval", interval);
        long intervalNanos = TimeUnit.NANOSECONDS.convert(interval);
        synchronized (scheduleLock) {
            if (closed) {
                throw new IllegalStateException("a closed driver cannot be started");
            }
            if (schedule != null) {
                throw new IllegalStateException("a driver can be started only once");
            }
            schedule = scheduler.scheduleWithFixedDelay(this::beat, intervalNanos, intervalNanos, TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Runs one round now, on this thread and however many are outstanding: rolls back the rounds that have waited too
     * long for an answer, ticks, and hands over.
     *
     * @return completes when the round is answered; exceptionally only with what the registry threw
     * @throws IllegalStateException if the driver is closed
     */
    public CompletionStage<RoundOutcome> round() {
        Round<K> round = begin();
        if (!outstanding.admit(round, Integer.MAX_VALUE)) {
            throw new IllegalStateException("a closed driver runs no more rounds");
        }
        round.run(sink);
        return round.outcome();
    }

    /**
     * Ends the schedule, admits no more rounds, and waits until the sink has answered the outstanding ones, so that none
     * of their keys is left in flight.
     *
     * <p>It waits as long as it takes. An interrupt ends the waiting, and rolls back what is not answered then; the
     * thread stays interrupted. Closing again does the same. Not for the sink to call from within
     * {@link HeatSink#announce announce}, where it would wait for itself.
     */
    @Override
    public void close() {
        close(FOREVER);
    }

    /**
     * Like {@link #close()}, but waits for the sink no longer than this, and then rolls back what is not answered, so
     * that none of its keys is left in flight.
     *
     * <p>An answer that comes later is passed on to the registry as stale: peers may have applied the batch after all
     * (F13).
     *
     * @param atMost at least 0, of real time whatever the ticker says
     * @throws IllegalArgumentException if it is negative
     */
    public void close(Duration atMost) {
        if (atMost.isNegative()) {
            throw new IllegalArgumentException("atMost must be at least 0: " + atMost);
        }
        List<Round<K>> left;
        synchronized (scheduleLock) {
            closed = true;
            left = outstanding.close();
            if (schedule != null) {
                schedule.cancel(false); // a beat under way ends by itself, and admits no round any more
            }
        }
        OutstandingRounds.awaitEnd(left, atMost);
    }

    /** What the scheduler runs. It would drop a task that throws, without a word. */
    private void beat() {
        try {
            Round<K> round = begin();
            if (outstanding.admit(round, maxOutstanding)) {
                round.run(sink);
            }
        } catch (Throwable broken) {
            onFailure.accept(broken);
        }
    }

    /** Gives up what is overdue first, so that the new round can announce it again. */
    private Round<K> begin() {
        long nowNanos = ticker.nanos();
        outstanding.giveUpOlderThan(giveUpAfter, nowNanos);
        return new Round<>(announcer, nowNanos, onFailure);
    }

    static void requirePositive(String name, Duration duration) {
        Objects.requireNonNull(duration, () -> name + " must not be null");
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be at least 1 ns: " + duration);
        }
    }
}
