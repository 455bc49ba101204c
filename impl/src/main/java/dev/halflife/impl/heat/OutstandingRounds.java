package dev.halflife.impl.heat;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The rounds of one driver that have begun and not ended, until it is closed to new ones.
 *
 * <p>Thread-safe. Its lock is held for the bookkeeping alone, never while a round works or is given up.
 */
final class OutstandingRounds<K> {

    private final Set<Round<K>> oldestFirst = new LinkedHashSet<>();
    private boolean closed;

    /** Takes a round in until it ends, unless closed or so many are in already. */
    boolean admit(Round<K> round, int atMost) {
        synchronized (this) {
            if (closed || oldestFirst.size() >= atMost) {
                return false;
            }
            oldestFirst.add(round);
        }
        round.outcome().whenComplete((outcome, broken) -> dismiss(round));
        return true;
    }

    /** Gives up the rounds that began longer ago than this. */
    void giveUpOlderThan(Duration age, long nowNanos) {
        long ageNanos = TimeUnit.NANOSECONDS.convert(age);
        for (Round<K> round : all()) {
            if (round.isOlderThan(ageNanos, nowNanos)) {
                round.giveUp(new TimeoutException("the sink gave no answer within " + age));
            }
        }
    }

    /** Admits no more; the reply is what is left to end. */
    synchronized List<Round<K>> close() {
        closed = true;
        return List.copyOf(oldestFirst);
    }

    /** Waits for these rounds to end, and gives up those that do not in time, or before an interrupt. */
    static <K> void awaitEnd(List<Round<K>> left, Duration atMost) {
        CompletableFuture<?> ended = allEnded(left);
        if (!isDone(ended, atMost)) {
            CancellationException reason = new CancellationException("driver closed before the sink answered");
            left.forEach(round -> round.giveUp(reason));
            ended.join(); // no longer for the sink, only for registry calls that other threads are in the midst of
        }
    }

    private synchronized void dismiss(Round<K> round) {
        oldestFirst.remove(round);
    }

    private synchronized List<Round<K>> all() {
        return List.copyOf(oldestFirst);
    }

    private static <K> CompletableFuture<?> allEnded(List<Round<K>> rounds) {
        return CompletableFuture.allOf(rounds.stream()
                .map(round -> round.outcome().handle((outcome, broken) -> outcome))
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture<?>[]::new));
    }

    private static boolean isDone(CompletableFuture<?> ended, Duration atMost) {
        try {
            ended.get(TimeUnit.NANOSECONDS.convert(atMost), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible); // however a round ends, allEnded() takes it for an end
        }
    }
}
