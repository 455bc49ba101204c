package dev.halflife.impl.heat;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One round of a driver: tick, hand over, answer (S1).
 *
 * <p>It holds no lock at all, so none is held while the announcer or the sink works. Whoever completes {@link #answer}
 * first, the sink or someone tired of waiting for it, decides the round; a sink that comes second is late. Thread-safe.
 */
final class Round<K> {

    private final Announcer<K> announcer;
    private final long startedNanos;
    private final Consumer<Throwable> onFailure;
    private final CompletableFuture<Void> answer = new CompletableFuture<>();
    private final CompletableFuture<RoundOutcome> outcome = new CompletableFuture<>();

    /** A round as of a time; the listener must not throw. */
    Round(Announcer<K> announcer, long startedNanos, Consumer<Throwable> onFailure) {
        this.announcer = announcer;
        this.startedNanos = startedNanos;
        this.onFailure = onFailure;
    }

    /** Ticks and hands over what is due. Throws nothing: what goes wrong shows in the outcome. */
    void run(HeatSink<K> sink) {
        try {
            Announcement<K> announcement = announcer.tick(startedNanos);
            if (announcement.isEmpty()) {
                announcer.commit(announcement);
                outcome.complete(RoundOutcome.NOTHING_TO_ANNOUNCE);
            } else {
                issue(announcement, sink);
            }
        } catch (Throwable broken) {
            breakDown(broken);
        }
    }

    /** Rolls the round back unless it is answered already, or as soon as its tick returns. */
    void giveUp(Exception reason) {
        if (answer.completeExceptionally(reason)) {
            onFailure.accept(reason);
        }
    }

    boolean isOlderThan(long ageNanos, long nowNanos) {
        return Elapsed.nanos(startedNanos, nowNanos) > ageNanos;
    }

    /** Completes once the announcer has been told; exceptionally with whatever the announcer threw. */
    CompletionStage<RoundOutcome> outcome() {
        return outcome.minimalCompletionStage(); // so that nobody but the round can complete it
    }

    private void issue(Announcement<K> announcement, HeatSink<K> sink) {
        answer.minimalCompletionStage().whenComplete((nothing, failure) -> settle(announcement, failure));
        // A round given up while it ticked is no longer the sink's. Given up from here on, the sink is merely late.
        if (!answer.isDone()) {
            handOver(announcement, sink);
        }
    }

    private void handOver(Announcement<K> announcement, HeatSink<K> sink) {
        try {
            Objects.requireNonNull(sink.announce(announcement.emissions()), "sink must return a stage, not null")
                    .whenComplete((nothing, failure) -> answered(announcement, failure));
        } catch (Throwable failure) {
            answered(announcement, failure);
        }
    }

    private void answered(Announcement<K> announcement, @Nullable Throwable failure) {
        if (failure != null) {
            onFailure.accept(failure);
        }
        boolean inTime = failure == null ? answer.complete(null) : answer.completeExceptionally(failure);
        if (!inTime) {
            passOn(announcement, failure);
        }
    }

    private void settle(Announcement<K> announcement, @Nullable Throwable failure) {
        try {
            tell(announcement, failure);
            outcome.complete(failure == null ? RoundOutcome.COMMITTED : RoundOutcome.ROLLED_BACK);
        } catch (Throwable broken) {
            breakDown(broken);
        }
    }

    /**
     * A late answer still says that peers may have applied this batch only now, over a newer one (F1, F13). To the
     * announcer it is stale, and makes it tell them once more.
     */
    private void passOn(Announcement<K> announcement, @Nullable Throwable failure) {
        try {
            tell(announcement, failure);
        } catch (Throwable broken) {
            onFailure.accept(broken);
        }
    }

    private void tell(Announcement<K> announcement, @Nullable Throwable failure) {
        if (failure == null) {
            announcer.commit(announcement);
        } else {
            announcer.rollback(announcement);
        }
    }

    private void breakDown(Throwable broken) {
        onFailure.accept(broken);
        outcome.completeExceptionally(broken);
    }
}
