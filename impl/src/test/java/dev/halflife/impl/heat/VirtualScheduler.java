package dev.halflife.impl.heat;

import dev.halflife.impl.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler of repeated tasks, and the clock they go by: time passes when the test says so, on the test's thread.
 *
 * <p>Like any scheduler it drops a task that throws. It never starts a thread.
 */
final class VirtualScheduler extends ScheduledThreadPoolExecutor implements Ticker {

    private final List<Beat> beats = new ArrayList<>();
    private long nowNanos;

    VirtualScheduler() {
        super(1);
    }

    @Override
    public long nanos() {
        return nowNanos;
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initialDelay, long delay, TimeUnit unit) {
        Beat beat = new Beat(task, nowNanos + unit.toNanos(initialDelay), unit.toNanos(delay));
        beats.add(beat);
        return beat;
    }

    /** How many tasks will run again, unless cancelled before. */
    long tasks() {
        return beats.stream().filter(beat -> !beat.isDone()).count();
    }

    /** Lets time pass, and runs what falls due meanwhile, in order of time. */
    void advance(Duration span) {
        long untilNanos = nowNanos + span.toNanos();
        for (Beat next = first(untilNanos); next != null; next = first(untilNanos)) {
            nowNanos = next.dueNanos;
            next.strike();
        }
        nowNanos = untilNanos;
    }

    private @Nullable Beat first(long untilNanos) {
        return beats.stream()
                .filter(beat -> !beat.isDone() && beat.dueNanos <= untilNanos)
                .min(Beat::compareTo)
                .orElse(null);
    }

    /** One repeated task. */
    private static final class Beat extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final long delayNanos;
        private long dueNanos;

        Beat(Runnable task, long dueNanos, long delayNanos) {
            super(task, null);
            this.dueNanos = dueNanos;
            this.delayNanos = delayNanos;
        }

        /** Runs the task; one that throws is done for good. */
        void strike() {
            dueNanos += delayNanos;
            runAndReset();
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(delayNanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(dueNanos, ((Beat) other).dueNanos);
        }
    }
}
