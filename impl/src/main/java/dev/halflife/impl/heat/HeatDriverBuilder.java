package dev.halflife.impl.heat;

import dev.halflife.impl.time.Ticker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * The settings of a new {@link HeatDriver}: at most 8 scheduled rounds outstanding, each given up after 60 s, and
 * failures logged, unless told otherwise.
 *
 * <p>Not thread-safe.
 */
public final class HeatDriverBuilder<K> {

    private static final int DEFAULT_MAX_OUTSTANDING = 8;
    private static final Duration DEFAULT_GIVE_UP_AFTER = Duration.ofSeconds(60);

    private final Announcer<K> announcer;
    private final HeatSink<K> sink;
    private final Ticker ticker;
    private final ScheduledExecutorService scheduler;
    private int maxOutstanding = DEFAULT_MAX_OUTSTANDING;
    private Duration giveUpAfter = DEFAULT_GIVE_UP_AFTER;
    private Consumer<? super Throwable> onFailure = HeatDriverBuilder::log;

    HeatDriverBuilder(Announcer<K> announcer, HeatSink<K> sink, Ticker ticker, ScheduledExecutorService scheduler) {
        this.announcer = Objects.requireNonNull(announcer, "announcer must not be null");
        this.sink = Objects.requireNonNull(sink, "sink must not be null");
        this.ticker = Objects.requireNonNull(ticker, "ticker must not be null");
        this.scheduler = Objects.requireNonNull(scheduler, "scheduler must not be null");
    }

    /**
     * How many rounds may wait for an answer before the schedule skips beats, so that a sink that cannot keep up is not
     * given ever more, at least 1; rounds run by hand are not bounded.
     *
     * @throws IllegalArgumentException if it is 0 or negative
     */
    public HeatDriverBuilder<K> maxOutstanding(int maxOutstanding) {
        if (maxOutstanding < 1) {
            throw new IllegalArgumentException(
                    "maxOutstanding must be within [1, " + Integer.MAX_VALUE + "]: " + maxOutstanding);
        }
        this.maxOutstanding = maxOutstanding;
        return this;
    }

    /**
     * How long the sink may take to answer, by the ticker, at least 1 ns; a round older than that is rolled back when the
     * next one begins, so that lost answers cannot bring the schedule to a halt.
     *
     * @throws IllegalArgumentException if it is 0 or negative
     */
    public HeatDriverBuilder<K> giveUpAfter(Duration giveUpAfter) {
        HeatDriver.requirePositive("giveUpAfter", giveUpAfter);
        this.giveUpAfter = giveUpAfter;
        return this;
    }

    /**
     * Is told why a round failed: what the sink threw or completed with, that it was given up, or what the registry
     * threw.
     *
     * <p>It runs on the thread that found out, without any lock, and should be quick. What it throws is ignored.
     */
    public HeatDriverBuilder<K> onFailure(Consumer<? super Throwable> onFailure) {
        this.onFailure = Objects.requireNonNull(onFailure, "onFailure must not be null");
        return this;
    }

    /** A new driver, which runs no round until it is started or asked to. */
    public HeatDriver<K> build() {
        return new HeatDriver<>(announcer, sink, ticker, scheduler, maxOutstanding, giveUpAfter, harmless(onFailure));
    }

    private static Consumer<Throwable> harmless(Consumer<? super Throwable> listener) {
        return failure -> {
            try {
                listener.accept(failure);
            } catch (Throwable ignored) {
                // A round must be answered, and the schedule go on, whatever a listener does.
            }
        };
    }

    private static void log(Throwable failure) {
        Logger logger = System.getLogger(HeatDriver.class.getName());
        logger.log(Level.WARNING, "a round failed; later ones announce its keys again", failure);
    }
}
