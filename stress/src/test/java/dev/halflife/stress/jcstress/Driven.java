package dev.halflife.stress.jcstress;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.Announcer;
import dev.halflife.impl.heat.Emission;
import dev.halflife.impl.heat.HeatDriver;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A driver over an announcer that always has something to tell, a sink that answers when told to, and no clock. */
final class Driven {

    private final Talkative announcer = new Talkative();
    private final Queue<CompletableFuture<Void>> owed = new ConcurrentLinkedQueue<>();
    private final Schedules scheduler = new Schedules();
    private final HeatDriver<String> driver = HeatDriver.over(announcer, batch -> owe(), () -> 0, scheduler)
            .onFailure(failure -> {}) // not told to a log, which would take most of the time
            .build();

    /** Whether it started the schedule. */
    boolean start() {
        try {
            driver.start(Duration.ofSeconds(1));
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    /** Whether it was admitted. */
    boolean round() {
        try {
            driver.round();
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    /** Lets the sink give the oldest answer that it owes, if any. */
    void answer() {
        CompletableFuture<Void> answer = owed.poll();
        if (answer != null) {
            answer.complete(null);
        }
    }

    void close() {
        driver.close(Duration.ZERO);
    }

    /** Whether there is a schedule that was not ended. */
    boolean scheduled() {
        Beat last = scheduler.last;
        return last != null && !last.isCancelled();
    }

    /** Whether every round that has ticked is committed or rolled back. */
    boolean settled() {
        return announcer.unanswered.isEmpty();
    }

    private CompletableFuture<Void> owe() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        owed.add(answer);
        return answer;
    }

    private static final class Talkative implements Announcer<String> {

        private final AtomicLong ticks = new AtomicLong();
        private final Set<Long> unanswered = ConcurrentHashMap.newKeySet();

        @Override
        public Announcement<String> tick(long nowNanos) {
            long number = ticks.incrementAndGet();
            unanswered.add(number);
            return Announcement.of(this, number, List.of(new Emission<>("a", 1)));
        }

        @Override
        public void commit(Announcement<String> announcement) {
            unanswered.remove(announcement.number());
        }

        @Override
        public void rollback(Announcement<String> announcement) {
            unanswered.remove(announcement.number());
        }
    }

    /** Remembers the schedule, and never runs it. */
    private static final class Schedules extends ScheduledThreadPoolExecutor {

        private volatile @Nullable Beat last;

        Schedules() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initialDelay, long delay, TimeUnit unit) {
            Beat beat = new Beat(task);
            last = beat;
            return beat;
        }
    }

    private static final class Beat extends FutureTask<@Nullable Void> implements ScheduledFuture<@Nullable Void> {

        Beat(Runnable task) {
            super(task, null);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
