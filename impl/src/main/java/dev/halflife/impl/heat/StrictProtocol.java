package dev.halflife.impl.heat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The strict contract's rules over one set of keys: tracked ones, and owed ones that are tracked no more.
 *
 * <p>A key is never both. Its {@link Standing} goes with it from one to the other and back, and so does its mark when it
 * comes back. Not thread-safe: {@link HeatRegistry} holds the lock.
 */
final class StrictProtocol<K> {

    private final HeatPolicy policy;
    private final int cap;
    private final Consumer<? super K> onEvicted;

    /** In order of creation, which is the order of emissions. */
    private final Map<K, Tracked<K>> tracked = new LinkedHashMap<>();

    private final RecencyOrder<K> recency = new RecencyOrder<>();
    private final Owed<K> owed;
    private final InFlight<K> inFlight;

    /** Holds at least every tracked key whose withdrawal is committed: what a commit may prune, without a scan. */
    private final Set<Tracked<K>> withdrawn = new LinkedHashSet<>();

    private long ticks;
    private long lastTickNanos;

    StrictProtocol(HeatPolicy policy, int cap, InFlight<K> inFlight, Consumer<? super K> onEvicted) {
        this.policy = policy;
        this.cap = cap;
        this.owed = new Owed<>(cap);
        this.inFlight = inFlight;
        this.onEvicted = onEvicted;
    }

    void touch(K key, long halfLifeNanos, long nowNanos) {
        use(key, halfLifeNanos, nowNanos);
    }

    double bump(K key, long halfLifeNanos, long nowNanos) {
        return use(key, halfLifeNanos, nowNanos).bump(nowNanos, ticks);
    }

    void remove(K key) {
        // A key that is only owed is unknown here (R4): its debt and the mark on its withdrawal stay.
        Tracked<K> entry = tracked.get(key);
        if (entry != null) {
            forget(entry);
        }
    }

    List<Emission<K>> tick(long nowNanos) {
        ticks++;
        lastTickNanos = nowNanos;
        inFlight.expire(nowNanos);
        pruneUnheardOf(nowNanos);
        List<Emission<K>> emissions = new ArrayList<>();
        for (Tracked<K> entry : tracked.values()) {
            announceIfDue(entry.key(), entry.standing(), entry.counter().rateAt(nowNanos), emissions);
        }
        owed.forEach((key, standing) -> announceIfDue(key, standing, 0, emissions));
        return emissions;
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

    @Nullable
    Tracked<K> get(K key) {
        return tracked.get(key);
    }

    long ticks() {
        return ticks;
    }

    int size() {
        return tracked.size();
    }

    int inFlight() {
        return inFlight.size();
    }

    int owedWithdrawals() {
        return owed.size();
    }

    long droppedWithdrawals() {
        return owed.dropped();
    }

    /** Finds or creates, and makes the key the most recent (R1, F2). A known counter keeps its rate and half-life. */
    private Tracked<K> use(K key, long halfLifeNanos, long nowNanos) {
        Tracked<K> known = tracked.get(key);
        if (known != null) {
            recency.use(known);
            return known;
        }
        evictAtCap();
        // Only after the eviction: the victim's debt may be the one too many that drops what this very key is owed.
        Standing kept = owed.remove(key);
        Standing standing = kept != null ? kept : Standing.unheardOf();
        Tracked<K> created = new Tracked<>(key, new Counter(halfLifeNanos, nowNanos), standing);
        tracked.put(key, created);
        recency.add(created);
        return created;
    }

    private void evictAtCap() {
        Tracked<K> victim = recency.leastRecent();
        if (victim != null && tracked.size() >= cap) {
            forget(victim);
            onEvicted.accept(victim.key()); // last, so that whatever it throws finds the eviction complete
        }
    }

    /** Counter and mark go; what peers may still believe becomes a debt (F3). */
    private void forget(Tracked<K> entry) {
        tracked.remove(entry.key());
        recency.remove(entry);
        inFlight.clear(entry.key());
        if (entry.standing().belief().mayBeHot()) {
            owe(entry.key(), entry.standing());
        }
    }

    private void owe(K key, Standing standing) {
        owed.add(key, standing, inFlight::clear);
    }

    private void announceIfDue(K key, Standing standing, double rate, List<Emission<K>> emissions) {
        if (!inFlight.contains(key) && EmissionRule.isDue(policy, standing.belief(), rate)) {
            standing.issue(ticks);
            inFlight.mark(key, lastTickNanos);
            emissions.add(new Emission<>(key, rate));
        }
    }

    private void answer(long tick, Emission<K> emission, boolean committed) {
        K key = emission.key();
        Tracked<K> entry = tracked.get(key);
        Standing standing = entry != null ? entry.standing() : owed.get(key);
        if (standing == null) {
            answerForgotten(emission);
            return;
        }
        if (standing.answer(tick, committed, emission.rate())) {
            inFlight.clear(key);
        }
        if (!standing.belief().mayBeHot()) {
            settleWithdrawal(key, entry);
        }
    }

    /** Nothing is known of the key any more, but a heat that arrived so late, committed or not, must be withdrawn. */
    private void answerForgotten(Emission<K> emission) {
        if (!emission.isWithdrawal()) {
            owe(emission.key(), Standing.unknown());
        }
    }

    private void settleWithdrawal(K key, @Nullable Tracked<K> entry) {
        if (entry == null) {
            owed.remove(key);
        } else {
            withdrawn.add(entry);
        }
    }

    /** A counter at 0 that peers never heard of is dead weight (F5). Never announced, it has no mark and owes nothing. */
    private void pruneUnheardOf(long nowNanos) {
        Iterator<Tracked<K>> entries = tracked.values().iterator();
        while (entries.hasNext()) {
            Tracked<K> entry = entries.next();
            if (entry.standing().belief() instanceof Belief.Never
                    && entry.counter().rateAt(nowNanos) == 0) {
                entries.remove();
                recency.remove(entry);
            }
        }
    }

    /** Drops the counters that are silent and known to be withdrawn (T3). Their marks are gone: they are answered. */
    private void pruneWithdrawn() {
        Iterator<Tracked<K>> candidates = withdrawn.iterator();
        while (candidates.hasNext()) {
            Tracked<K> entry = candidates.next();
            boolean stillWithdrawn = tracked.get(entry.key()) == entry
                    && !entry.standing().belief().mayBeHot();
            boolean silent = entry.rateAsOfLastTick(ticks, lastTickNanos) == 0;
            if (stillWithdrawn && silent) {
                forget(entry);
            }
            if (!stillWithdrawn || silent) {
                candidates.remove();
            }
        }
    }
}
