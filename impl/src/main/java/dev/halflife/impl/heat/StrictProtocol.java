package dev.halflife.impl.heat;

import dev.halflife.impl.lock.SpinLock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The strict contract's rules over one set of keys: tracked ones, and owed ones that are tracked no more.
 *
 * <p>Whenever a key changes, its {@link NextDecision} is put on the agenda, and a tick looks at nothing but what has come
 * due there. Not thread-safe: {@link HeatRegistry} holds the lock.
 */
final class StrictProtocol<K> extends SpinLock {

    private final HeatPolicy policy;
    private final Decay usualDecay;
    private final int cap;
    private final NextDecision next;
    private final Consumer<? super K> onEvicted;
    private final KeyTable<K> known = new KeyTable<>();
    private final UseOrder<K> recency = new UseOrder<>();
    private final Debts<K> debts = new Debts<>();
    private final Agenda<K> agenda = new Agenda<>();

    /** Holds at least every tracked key whose withdrawal is committed: what a commit may prune, without a scan. */
    private final Set<Entry<K>> withdrawn = new LinkedHashSet<>();

    /** Beside the lock, as a use needs little more. */
    private long uses;

    private long usesBeforeTick;
    private long ticks;
    private long lastTickNanos = Long.MIN_VALUE;
    private long dropped;
    private int inFlight;

    /** {@code usualDecay} is that of the policy's half-life, one for all stripes. */
    StrictProtocol(HeatPolicy policy, Decay usualDecay, int cap, NextDecision next, Consumer<? super K> onEvicted) {
        this.policy = policy;
        this.usualDecay = usualDecay;
        this.cap = cap;
        this.next = next;
        this.onEvicted = onEvicted;
    }

    void touch(K key, int hash, long halfLifeNanos, long nowNanos) {
        tracked(key, hash, halfLifeNanos, nowNanos).use(++uses, usesBeforeTick);
    }

    double bump(K key, int hash, long halfLifeNanos, long nowNanos) {
        Entry<K> entry = tracked(key, hash, halfLifeNanos, nowNanos);
        double rate = entry.bump(nowNanos, ++uses);
        // What was planned for when it has faded comes too early now, and that tick will plan again.
        if (EmissionRule.mayHaveGrown(policy, entry.told(), rate)
                && entry.dueNanos != Agenda.NEXT_TICK
                && !entry.isInFlight()) {
            agenda.plan(entry, Agenda.NEXT_TICK);
        }
        return rate;
    }

    void remove(K key) {
        // A key that is only owed is unknown here (R4): its debt and the mark on its withdrawal stay.
        Entry<K> entry = get(key);
        if (entry != null) {
            forget(entry);
        }
    }

    /** What is due now, in order of emission; the caller's own unless it is empty. */
    List<Emission<K>> tick(long nowNanos) {
        ticks++;
        usesBeforeTick = uses;
        boolean wentBack = nowNanos < lastTickNanos;
        lastTickNanos = nowNanos;
        if (wentBack) {
            return decide(all()); // rates are higher than anyone planned for
        }
        return agenda.isDue(nowNanos) ? decide(agenda.due(nowNanos)) : List.of();
    }

    /** The sink answers these emissions of a tick. In their order, which decides which debt is the older one. */
    void answer(long tick, List<Emission<K>> emissions, boolean committed) {
        for (Emission<K> emission : emissions) {
            answer(tick, emission, committed);
        }
        if (committed) {
            pruneWithdrawn();
        }
    }

    /** A tracked key's entry. */
    @Nullable
    Entry<K> get(K key) {
        Entry<K> entry = known.get(key);
        return entry != null && entry.isTracked() ? entry : null;
    }

    long ticks() {
        return ticks;
    }

    int size() {
        return recency.size();
    }

    int inFlight() {
        return inFlight;
    }

    int owedWithdrawals() {
        return debts.size();
    }

    long droppedWithdrawals() {
        return dropped;
    }

    /** Finds or creates, for the use that comes next (R1, F2). A known counter keeps its rate and half-life. */
    private Entry<K> tracked(K key, int hash, long halfLifeNanos, long nowNanos) {
        Entry<K> entry = known.get(key, hash);
        return entry != null && entry.isTracked() ? entry : track(key, entry, halfLifeNanos, nowNanos);
    }

    private Entry<K> track(K key, @Nullable Entry<K> owed, long halfLifeNanos, long nowNanos) {
        if (owed != null) {
            debts.remove(owed); // first: its return must not make it the one debt too many
        }
        Entry<K> unused = recency.size() < cap ? null : evictFor(owed);
        Entry<K> entry = owed;
        if (entry == null) {
            entry = unused == null ? new Entry<>(key, Told.NOTHING) : reused(unused, key);
            known.add(entry);
        }
        entry.track(
                halfLifeNanos == policy.halfLifeNanos() ? usualDecay : new Decay(halfLifeNanos), nowNanos, uses + 1);
        recency.add(entry);
        replan(entry);
        return entry;
    }

    /** Makes room for a key, which is owed again should that fail. */
    private @Nullable Entry<K> evictFor(@Nullable Entry<K> returning) {
        try {
            return evict();
        } catch (RuntimeException | Error thrown) {
            if (returning != null) {
                owe(returning);
            }
            throw thrown;
        }
    }

    /** The entry that is of no use any more, unless the victim is owed a withdrawal. */
    private @Nullable Entry<K> evict() {
        Entry<K> victim = recency.first();
        if (victim == null) {
            return null;
        }
        forget(victim);
        onEvicted.accept(victim.key()); // last, so that whatever it throws finds the eviction complete
        return Told.mayBeHot(victim.told()) ? null : victim;
    }

    /** Spares a full registry an allocation for each key that comes and goes unannounced. */
    private Entry<K> reused(Entry<K> unused, K key) {
        withdrawn.remove(unused);
        unused.reuse(key);
        return unused;
    }

    /** Counter and mark go; what peers may still believe becomes a debt (F3). */
    private void forget(Entry<K> entry) {
        recency.remove(entry);
        entry.untrack();
        unmark(entry);
        if (Told.mayBeHot(entry.told())) {
            owe(entry);
        } else {
            drop(entry);
        }
    }

    private void owe(Entry<K> entry) {
        entry.rank = ++uses;
        debts.add(entry);
        replan(entry);
        Entry<K> oldest = debts.oldest();
        if (debts.size() > cap && oldest != null) {
            settleDebt(oldest);
            dropped++;
        }
    }

    private void settleDebt(Entry<K> entry) {
        debts.remove(entry);
        drop(entry);
    }

    private void drop(Entry<K> entry) {
        unmark(entry);
        agenda.cancel(entry);
        known.remove(entry);
    }

    private List<Entry<K>> all() {
        List<Entry<K>> all = new ArrayList<>(recency.size() + debts.size());
        known.forEach(all::add);
        return all;
    }

    private List<Emission<K>> decide(List<Entry<K>> due) {
        due.sort(StrictProtocol::inOrderOfEmission);
        List<Emission<K>> emissions = new ArrayList<>();
        for (Entry<K> entry : due) {
            if (!entry.isInFlight() || isLeaseOver(entry)) {
                unmark(entry);
                decide(entry, emissions);
            }
        }
        return emissions;
    }

    private static <K> int inOrderOfEmission(Entry<K> one, Entry<K> other) {
        return one.isTracked() == other.isTracked() ? Long.compare(one.rank, other.rank) : one.isTracked() ? -1 : 1;
    }

    private boolean isLeaseOver(Entry<K> entry) {
        return entry.dueNanos != Agenda.NEVER && entry.dueNanos <= lastTickNanos;
    }

    private void decide(Entry<K> entry, List<Emission<K>> emissions) {
        double rate = entry.rateAt(lastTickNanos);
        if (rate == 0 && Told.isNothing(entry.told())) {
            forget(entry); // F5: dead weight that peers never heard of
        } else if (EmissionRule.isDue(policy, entry.told(), rate)) {
            emissions.add(new Emission<>(entry.key(), rate));
            entry.issue(ticks, next.marks());
            inFlight += entry.isInFlight() ? 1 : 0;
            agenda.plan(entry, next.afterIssue(lastTickNanos));
        } else {
            plan(entry, rate);
        }
    }

    private void unmark(Entry<K> entry) {
        inFlight -= entry.isInFlight() ? 1 : 0;
        entry.land();
    }

    private void plan(Entry<K> entry, double rateAtLastTick) {
        agenda.plan(entry, next.of(entry, rateAtLastTick, lastTickNanos));
    }

    private void replan(Entry<K> entry) {
        if (!entry.isInFlight()) {
            plan(entry, entry.rateAt(lastTickNanos));
        }
    }

    private void answer(long tick, Emission<K> emission, boolean committed) {
        Entry<K> entry = known.get(emission.key());
        if (entry == null) {
            answerForgotten(emission);
            return;
        }
        if (entry.answer(tick, committed, emission.rate())) {
            unmark(entry);
        }
        if (Told.mayBeHot(entry.told())) {
            replan(entry);
        } else if (entry.isTracked()) {
            withdrawn.add(entry);
            replan(entry);
        } else {
            settleDebt(entry);
        }
    }

    /** Nothing is known of the key any more, but a heat that arrived so late, committed or not, must be withdrawn. */
    private void answerForgotten(Emission<K> emission) {
        if (!emission.isWithdrawal()) {
            Entry<K> entry = new Entry<>(emission.key(), Told.UNKNOWN);
            known.add(entry);
            owe(entry);
        }
    }

    /** Drops the counters that are silent and known to be withdrawn (T3). Their marks are gone: they are answered. */
    private void pruneWithdrawn() {
        Iterator<Entry<K>> candidates = withdrawn.iterator();
        while (candidates.hasNext()) {
            Entry<K> entry = candidates.next();
            boolean stillWithdrawn = entry.isTracked() && !Told.mayBeHot(entry.told());
            boolean silent = entry.rateAsOfTick(lastTickNanos, usesBeforeTick) == 0;
            if (stillWithdrawn && silent) {
                forget(entry);
            }
            if (!stillWithdrawn || silent) {
                candidates.remove();
            }
        }
    }
}
