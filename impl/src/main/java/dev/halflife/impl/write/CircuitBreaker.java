package dev.halflife.impl.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Keeps callers away from a store that keeps failing, and lets one of them try whether it is back (B1 to B3, F8).
 *
 * <pre>{@code
 * if (breaker.tryAcquire(ticker.nanos())) {
 *     boolean done = search();
 *     if (done) breaker.success(ticker.nanos()); else breaker.failure(ticker.nanos());
 * }
 * }</pre>
 *
 * <p>Consecutive failures open it; while it is open nobody may call. Once the open time is over one caller may, as the
 * probe, and the others are refused until the probe reports or has had as long as the breaker stays open: a probe that
 * never reports loses its turn to the next caller, so that no breaker is wedged.
 *
 * <p>Reports are not tied to calls. A success closes the breaker whoever reports it, as published. A failure counts
 * whenever its call began: while the breaker is open it can only prolong that, and while a probe is out it ends the
 * probe's turn. The clock may run backwards between callers: an older time never shortens the open time (B3), and finds
 * open what a later one would find half-open.
 *
 * <p>The whole state is one immutable value, replaced by compare-and-set, so each call takes effect at one instant.
 * Thread-safe. While it is closed, {@link #tryAcquire} and {@link #success} read only.
 */
public final class CircuitBreaker {

    /** As published: five failures in a row. */
    public static final int DEFAULT_FAILURES = 5;

    /** As published: 30 seconds. */
    public static final long DEFAULT_OPEN_NANOS = 30_000_000_000L;

    private static final VarHandle CONDITION;

    static {
        try {
            CONDITION = MethodHandles.lookup().findVarHandle(CircuitBreaker.class, "condition", Condition.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final Condition CALM = new Condition(0, Long.MIN_VALUE, false);

    private final int failures;
    private final long openNanos;
    // Volatile, as are its replacements: the order in which conditions follow each other is the order of the calls.
    private volatile Condition condition = CALM;

    /** Closed, with the published limits. */
    public CircuitBreaker() {
        this(DEFAULT_FAILURES, DEFAULT_OPEN_NANOS);
    }

    /**
     * Closed.
     *
     * @param failures how many failures in a row open it, at least 1 (B1)
     * @param openNanos how long it stays open, and how long a probe may take, at least 1
     * @throws IllegalArgumentException if one of them is 0 or negative
     */
    public CircuitBreaker(int failures, long openNanos) {
        requireLimits(failures, openNanos);
        this.failures = failures;
        this.openNanos = openNanos;
    }

    /** Whether the caller may go: the breaker is closed, or the caller is the probe (B2, F8). */
    public boolean tryAcquire(long nowNanos) {
        while (true) {
            Condition seen = condition;
            if (!isOpened(seen)) {
                return true;
            }
            if (nowNanos < seen.shutUntilNanos()) {
                return false;
            }
            if (CONDITION.compareAndSet(this, seen, new Condition(failures, later(nowNanos), true))) {
                return true;
            }
        }
    }

    /** Reports a call that succeeded: closes the breaker and clears the failures (B1). The time makes no difference. */
    public void success(long nowNanos) {
        if (condition.failures() > 0) {
            condition = CALM;
        }
    }

    /** Reports a call that failed; the one that makes enough in a row opens the breaker (B1, B3). */
    public void failure(long nowNanos) {
        Condition seen;
        do {
            seen = condition;
        } while (!CONDITION.compareAndSet(this, seen, afterFailure(seen, nowNanos)));
    }

    /** What a caller would find now; changes nothing. */
    public State state(long nowNanos) {
        Condition seen = condition;
        if (!isOpened(seen)) {
            return State.CLOSED;
        }
        return seen.probing() || nowNanos >= seen.shutUntilNanos() ? State.HALF_OPEN : State.OPEN;
    }

    static void requireLimits(int failures, long openNanos) {
        if (failures < 1) {
            throw new IllegalArgumentException("failures must be within [1, " + Integer.MAX_VALUE + "]: " + failures);
        }
        if (openNanos < 1) {
            throw new IllegalArgumentException("openNanos must be within [1, " + Long.MAX_VALUE + "]: " + openNanos);
        }
    }

    private Condition afterFailure(Condition seen, long nowNanos) {
        if (seen.failures() < failures - 1) {
            return new Condition(seen.failures() + 1, Long.MIN_VALUE, false);
        }
        return new Condition(failures, Math.max(seen.shutUntilNanos(), later(nowNanos)), false);
    }

    private boolean isOpened(Condition seen) {
        return seen.failures() == failures;
    }

    private long later(long nowNanos) {
        long laterNanos = nowNanos + openNanos;
        return laterNanos < nowNanos ? Long.MAX_VALUE : laterNanos;
    }

    /** How a breaker stands at a given time. */
    public enum State {
        /** Everyone may call. */
        CLOSED,
        /** Nobody may call. */
        OPEN,
        /** The open time is over: one probe may go, or is out. */
        HALF_OPEN
    }

    /**
     * Everything a breaker knows.
     *
     * @param failures in a row, up to as many as open the breaker
     * @param shutUntilNanos when the next caller may go, unless the breaker is closed
     * @param probing whether the last caller that went was a probe and no failure has been reported since
     */
    private record Condition(int failures, long shutUntilNanos, boolean probing) {}
}
