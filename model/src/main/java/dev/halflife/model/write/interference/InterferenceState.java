package dev.halflife.model.write.interference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/** An interference tracker as the contract sees it: an immutable value. */
public final class InterferenceState {

    static final InterferenceState EMPTY = new InterferenceState(ExtensionsKt.persistentHashMapOf(), null, null);

    /** When a request was triggered, between two times: they differ where the clock went back, and either may count. */
    record Trigger(long earliestNanos, long latestNanos) {

        boolean mayBeWithin(long nanos, long nowNanos) {
            return elapsed(latestNanos, nowNanos) < nanos;
        }

        boolean mustBeWithin(long nanos, long nowNanos) {
            return elapsed(earliestNanos, nowNanos) < nanos;
        }

        boolean mayOutlive(long leaseNanos, long nowNanos) {
            return elapsed(earliestNanos, nowNanos) > leaseNanos;
        }

        boolean mustOutlive(long leaseNanos, long nowNanos) {
            return elapsed(latestNanos, nowNanos) > leaseNanos;
        }
    }

    /**
     * A request that no feedback has ended.
     *
     * @param trigger when it was triggered
     * @param outlived whether some call came after its lease, so that a tracker may have given it up (F9)
     */
    record Pending(Trigger trigger, boolean outlived) {}

    final PersistentMap<String, Amount> amounts;
    final @Nullable Pending pending;
    final @Nullable Trigger lastTrigger;

    private InterferenceState(
            PersistentMap<String, Amount> amounts, @Nullable Pending pending, @Nullable Trigger lastTrigger) {
        this.amounts = amounts;
        this.pending = pending;
        this.lastTrigger = lastTrigger;
    }

    /** The namespaces with a score, in order. */
    public List<String> namespaces() {
        List<String> namespaces = new ArrayList<>(amounts.keySet());
        namespaces.sort(null);
        return namespaces;
    }

    /** The score of a namespace, as near as it is known; 0 where it has none. */
    public float score(String namespace) {
        Amount amount = amounts.get(namespace);
        return amount == null ? 0 : amount.total().middle();
    }

    /** The score of all namespaces, as near as it is known. */
    public float total() {
        return sum(Amount::total).middle();
    }

    /** When the pending request was triggered, though it may have outlived its lease; empty without one. */
    public OptionalLong pendingNanos() {
        return pending == null
                ? OptionalLong.empty()
                : OptionalLong.of(pending.trigger().latestNanos());
    }

    /** When the last trigger was; empty where there was none. */
    public OptionalLong lastTriggerNanos() {
        return lastTrigger == null ? OptionalLong.empty() : OptionalLong.of(lastTrigger.latestNanos());
    }

    /** How much time has gone by; none where the clock went back. */
    static long elapsed(long fromNanos, long nowNanos) {
        if (nowNanos <= fromNanos) {
            return 0;
        }
        long elapsed = nowNanos - fromNanos;
        return elapsed < 0 ? Long.MAX_VALUE : elapsed;
    }

    /**
     * The sum over all namespaces, in any order. It is exact where every part is a multiple of the last digit of the sum: no
     * order of adding can then round. Visits every namespace.
     */
    Range sum(Function<Amount, Range> part) {
        double low = 0;
        double high = 0;
        int parts = 0;
        boolean exact = true;
        for (Amount amount : amounts.values()) {
            Range range = part.apply(amount);
            low += range.low();
            high += range.high();
            exact &= range.exact();
            parts += range.high() > 0 ? 1 : 0;
        }
        return exact && isLossless(low, part) ? new Range(low, low) : Range.rounded(low, high, parts);
    }

    private boolean isLossless(double sum, Function<Amount, Range> part) {
        if (sum > Float.MAX_VALUE) {
            return false;
        }
        double lastDigit = Math.ulp((float) sum);
        for (Amount amount : amounts.values()) {
            if (part.apply(amount).low() % lastDigit != 0) {
                return false;
            }
        }
        return true;
    }

    InterferenceState withAmount(String namespace, Amount amount) {
        return withAmounts(amounts.putting(namespace, amount));
    }

    InterferenceState withAmounts(PersistentMap<String, Amount> next) {
        return new InterferenceState(next, pending, lastTrigger);
    }

    /** With each namespace as {@code change} leaves it, or without it where that is null. */
    InterferenceState withEach(Function<Amount, @Nullable Amount> change) {
        PersistentMap<String, Amount> next = amounts;
        for (var entry : amounts.entrySet()) {
            Amount changed = change.apply(entry.getValue());
            next = changed == null ? next.removing(entry.getKey()) : next.putting(entry.getKey(), changed);
        }
        return withAmounts(next);
    }

    /** With a request that remembers every score. */
    InterferenceState triggered(long nowNanos) {
        long latest = lastTrigger == null ? nowNanos : Math.max(nowNanos, lastTrigger.latestNanos());
        Trigger trigger = new Trigger(nowNanos, latest);
        return new InterferenceState(withEach(Amount::claim).amounts, new Pending(trigger, false), trigger);
    }

    /** Without a request; what it remembered is kept. */
    InterferenceState released() {
        return pending == null ? this : new InterferenceState(withEach(Amount::release).amounts, null, lastTrigger);
    }

    /** Without a request and without what it remembered. */
    InterferenceState settled() {
        return new InterferenceState(withEach(amount -> amount.settle().orElse(null)).amounts, null, lastTrigger);
    }

    /** What progress takes off: what the request remembers and, if a tracker counts it, what it then drops (I4). */
    Range reducedByProgress() {
        Range remembered = sum(Amount::claimed);
        Range dropped = sum(Amount::dropped);
        return dropped.high() == 0
                ? remembered
                : new Range(remembered.low(), remembered.plus(dropped).high());
    }

    /** With this request, which remembers nothing. */
    InterferenceState withPending(@Nullable Pending next) {
        return new InterferenceState(amounts, next, lastTrigger);
    }

    /** With a request that may have been given up by now, or is seen not to have been. */
    InterferenceState withOutlived(boolean outlived) {
        return pending == null ? this : withPending(new Pending(pending.trigger(), outlived));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InterferenceState state
                && Objects.equals(state.pending, pending)
                && Objects.equals(state.lastTrigger, lastTrigger)
                && state.amounts.equals(amounts);
    }

    @Override
    public int hashCode() {
        return amounts.hashCode();
    }
}
