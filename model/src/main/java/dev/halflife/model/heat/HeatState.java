package dev.halflife.model.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import kotlinx.collections.immutable.PersistentSet;
import org.jspecify.annotations.Nullable;

/**
 * A heat registry as the contract sees it: an immutable value. Where D4 leaves open whether a rate that nobody has seen is
 * 0, there are {@link #others} besides this one, each as possible.
 */
public final class HeatState {

    /** How many ticks back an acknowledgement may reach. */
    static final int REMEMBERED_TICKS = 1 << 16;

    /** How many announced keys, over all remembered ticks. */
    static final int REMEMBERED_KEYS = 1 << 20;

    static final HeatState EMPTY = new HeatState(
            ExtensionsKt.persistentHashMapOf(),
            ExtensionsKt.persistentMapOf(),
            Issues.NONE,
            ExtensionsKt.persistentHashSetOf(),
            0,
            0,
            0,
            null,
            List.of());

    /** The tracked keys. */
    final PersistentMap<String, Counter> counters;

    /** Forgotten keys that owe a withdrawal (F3), the longest owed first. */
    final PersistentMap<String, Account> owed;

    /** What was announced, by tick. */
    final Issues issues;

    /** The tracked keys whose belief is a value of 0: the only ones that a commit may prune (T3). */
    final PersistentSet<String> withdrawn;

    final long operations;
    final long touches;
    final long droppedWithdrawals;
    final @Nullable Departure departures;
    final List<HeatState> others;

    HeatState(
            PersistentMap<String, Counter> counters,
            PersistentMap<String, Account> owed,
            Issues issues,
            PersistentSet<String> withdrawn,
            long operations,
            long touches,
            long droppedWithdrawals,
            @Nullable Departure departures,
            List<HeatState> others) {
        this.counters = counters;
        this.owed = owed;
        this.issues = issues;
        this.withdrawn = withdrawn;
        this.operations = operations;
        this.touches = touches;
        this.droppedWithdrawals = droppedWithdrawals;
        this.departures = departures;
        this.others = others;
    }

    /** The tracked keys, in an order that is the same on every JVM. */
    public Iterable<String> trackedKeys() {
        return counters.keySet();
    }

    /** How many keys are tracked. */
    public int size() {
        return counters.size();
    }

    /** The keys that owe a withdrawal, the longest owed first. */
    public Iterable<String> owedKeys() {
        return owed.keySet();
    }

    /** How many keys owe a withdrawal. */
    public int owedSize() {
        return owed.size();
    }

    /** How many owed withdrawals were dropped because the cap was reached, at most. */
    public long droppedWithdrawals() {
        long most = droppedWithdrawals;
        for (HeatState other : others) {
            most = Math.max(most, other.droppedWithdrawals);
        }
        return most;
    }

    /** Each state that is possible, by itself; this one first. */
    public List<HeatState> each() {
        List<HeatState> each = new ArrayList<>(1 + others.size());
        each.add(alone());
        each.addAll(others);
        return each;
    }

    /** The rate of a tracked key, as of its last decay. */
    public OptionalDouble rate(String key) {
        Counter counter = counters.get(key);
        return counter == null ? OptionalDouble.empty() : OptionalDouble.of(counter.rate());
    }

    /** The rate of a tracked key at this time (D2). */
    public OptionalDouble rateAt(String key, long nowNanos) {
        Counter counter = counters.get(key);
        return counter == null ? OptionalDouble.empty() : OptionalDouble.of(counter.ratesAt(nowNanos)[0]);
    }

    /** The rates that a tracked key may have at this time, the law's own first (D2, D4); none where it is not tracked. */
    public double[] ratesAt(String key, long nowNanos) {
        Counter counter = counters.get(key);
        return counter == null ? new double[0] : counter.ratesAt(nowNanos);
    }

    /** What peers believe of a tracked or owed key. */
    public Optional<Belief> belief(String key) {
        Account account = account(key);
        return account == null ? Optional.empty() : Optional.of(account.belief());
    }

    /** Whether a tracked or owed key is in flight (T4). */
    public boolean inFlight(String key) {
        Account account = account(key);
        return account != null && account.marked();
    }

    /** Whether this tick was issued and can still be answered. */
    public boolean issued(long tick) {
        return issues.get(tick) != null;
    }

    /** The keys a tick announced; empty for one that is not {@link #issued}. */
    public Iterable<String> issuedKeys(long tick) {
        Announced announced = issues.get(tick);
        return announced == null ? List.of() : announced.keys();
    }

    /** The keys that stopped being tracked lately, newest first; some may be tracked again. */
    public Iterable<String> departedKeys() {
        return Departure.keys(departures);
    }

    private @Nullable Account account(String key) {
        Counter counter = counters.get(key);
        return counter == null ? owed.get(key) : counter.account();
    }

    HeatState alone() {
        return others.isEmpty() ? this : withOthers(List.of());
    }

    HeatState withOthers(List<HeatState> next) {
        return new HeatState(
                counters, owed, issues, withdrawn, operations, touches, droppedWithdrawals, departures, next);
    }

    /** Equal where every later judgement is; the reasons kept for naming rules do not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HeatState state
                && state.touches == touches
                && state.counters.equals(counters)
                && state.owed.equals(owed)
                && state.issues.equals(issues)
                && state.others.equals(others);
    }

    @Override
    public int hashCode() {
        return counters.hashCode() * 31 + owed.hashCode();
    }
}
