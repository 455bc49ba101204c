package dev.halflife.impl.write;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.Objects;

/**
 * Decides when writes have interfered with each other so much that memories should be consolidated (I1 to I5, F9).
 *
 * <p>Each write adds its score to its namespace. Once the scores of all namespaces together reach a threshold,
 * {@link #accumulate} asks its caller to consolidate, once, until {@link #feedback} says what came of it. Progress
 * subtracts what the request had seen, and no more: what came after it stays.
 *
 * <p>A request that is never answered would stop all others. So it expires, strictly after its lease, and has failed
 * then: nothing is subtracted, and feedback that comes later is taken for no pending trigger, or for the next request's
 * if there is one, since feedback does not say which it answers. An expired request is gone at the first
 * {@code accumulate} or {@code feedback} that is told a time after the lease, for good; {@link #backlog} only looks.
 *
 * <p>Time that an older clock reading seems to take back has not passed: such a caller finds the cooldown running and
 * the request unexpired, and no trigger's time lies before that of the one before. A namespace stays in the backlog,
 * with a score of 0 too, until progress is made.
 *
 * <p>Thread-safe: every operation is atomic, so that scores are conserved whatever the interleaving (I5). Costs one step
 * per namespace.
 */
public final class InterferenceTracker {

    /** How long a consolidation may take to report: 10 minutes. */
    public static final long DEFAULT_LEASE_NANOS = 600_000_000_000L;

    private static final Action NONE = new Action.None();

    private final Object lock = new Object();
    private final long leaseNanos;
    private final WritePathObserver observer;
    private final Interference interference = new Interference();
    private boolean triggered;
    private boolean pending;
    private long triggeredNanos;

    /** Starts with no backlog, unobserved. */
    public InterferenceTracker(long leaseNanos) {
        this(leaseNanos, WritePathObserver.NONE);
    }

    /**
     * Starts with no backlog.
     *
     * @param leaseNanos how long a request may go unanswered, at least 1 (F9)
     * @param observer is told of every reply but {@link #backlog}'s, in order, under the tracker's lock
     * @throws IllegalArgumentException if the lease is 0 or negative
     */
    public InterferenceTracker(long leaseNanos, WritePathObserver observer) {
        if (leaseNanos < 1) {
            throw new IllegalArgumentException("leaseNanos must be within [1, " + Long.MAX_VALUE + "]: " + leaseNanos);
        }
        this.leaseNanos = leaseNanos;
        this.observer = Objects.requireNonNull(observer, "observer must not be null");
    }

    /**
     * Adds a score to a namespace, and says whether to consolidate (I1 to I3).
     *
     * @param score negative and NaN count as 0, infinite as the largest finite one
     * @param threshold the backlog that is worth a consolidation; not NaN
     * @param cooldownNanos how much time must pass between two requests, at least 0
     * @throws IllegalArgumentException if the threshold is NaN or the cooldown negative; nothing has changed then
     */
    public Action accumulate(float score, String namespace, float threshold, long cooldownNanos, long nowNanos) {
        Objects.requireNonNull(namespace, "namespace must not be null");
        if (Float.isNaN(threshold)) {
            throw new IllegalArgumentException("threshold must be a number: " + NumberOutput.toString(threshold, true));
        }
        if (cooldownNanos < 0) {
            throw new IllegalArgumentException(
                    "cooldownNanos must be within [0, " + Long.MAX_VALUE + "]: " + cooldownNanos);
        }
        synchronized (lock) {
            expire(nowNanos);
            interference.add(namespace, score);
            float total = interference.total();
            Action action = total < threshold ? NONE : act(total, cooldownNanos, nowNanos);
            observer.accumulated(action, total, interference.size());
            return action;
        }
    }

    /** Says what came of the consolidation that was requested last, and ends that request (I4). */
    public FeedbackResult feedback(Feedback feedback, long nowNanos) {
        Objects.requireNonNull(feedback, "feedback must not be null");
        synchronized (lock) {
            expire(nowNanos);
            FeedbackResult.Outcome outcome = pending ? outcome(feedback) : FeedbackResult.Outcome.NO_PENDING_TRIGGER;
            pending = false;
            float reduced = outcome == FeedbackResult.Outcome.PROGRESS ? interference.subtractRemembered() : 0;
            FeedbackResult result = new FeedbackResult(outcome, reduced, interference.total());
            observer.answered(result, interference.size());
            return result;
        }
    }

    /** The scores, and whether a request is pending now. Changes nothing. */
    public Backlog backlog(long nowNanos) {
        synchronized (lock) {
            return new Backlog(interference.copy(), pending && !isExpired(nowNanos));
        }
    }

    private Action act(float total, long cooldownNanos, long nowNanos) {
        if (pending) {
            return new Action.Suppressed(Action.Reason.AWAITING_FEEDBACK, total);
        }
        if (triggered && elapsedNanos(nowNanos) < cooldownNanos) {
            return new Action.Suppressed(Action.Reason.COOLDOWN, total);
        }
        interference.remember();
        triggeredNanos = triggered ? Math.max(triggeredNanos, nowNanos) : nowNanos;
        triggered = true;
        pending = true;
        return new Action.Triggered(interference.namespaces(), total);
    }

    private void expire(long nowNanos) {
        if (isExpired(nowNanos)) {
            pending = false;
        }
    }

    private boolean isExpired(long nowNanos) {
        return elapsedNanos(nowNanos) > leaseNanos;
    }

    /** Time since the last trigger; an older reading has passed none, and a span beyond a long counts as the longest. */
    private long elapsedNanos(long nowNanos) {
        if (nowNanos <= triggeredNanos) {
            return 0;
        }
        long elapsedNanos = nowNanos - triggeredNanos;
        return elapsedNanos < 0 ? Long.MAX_VALUE : elapsedNanos;
    }

    private static FeedbackResult.Outcome outcome(Feedback feedback) {
        return switch (feedback) {
            case PROGRESS -> FeedbackResult.Outcome.PROGRESS;
            case NO_PROGRESS -> FeedbackResult.Outcome.NO_PROGRESS;
            case FAILED -> FeedbackResult.Outcome.FAILED;
        };
    }
}
