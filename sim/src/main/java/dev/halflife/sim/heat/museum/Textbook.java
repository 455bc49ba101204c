package dev.halflife.sim.heat.museum;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.heat.Belief;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Both registries as a textbook has them: every rule of any contract in the plainest way, a method per step, nothing done
 * for speed. What defects are defective about. Each operation visits every key.
 */
class Textbook extends Decisions implements Subject<HeatOperation, HeatReply>, HeatOperation.Cases<HeatReply> {

    /** Why a counter goes. */
    enum Leaving {
        REMOVED,
        EVICTED,
        PRUNED
    }

    final Map<String, Entry> tracked = new LinkedHashMap<>();

    /** Forgotten keys that owe a withdrawal (F3), the longest owed first. */
    final Map<String, Entry> owed = new LinkedHashMap<>();

    /** Keys in flight (T4), and since when. */
    final Map<String, Long> marks = new LinkedHashMap<>();

    /** What each tick announced. */
    private final Map<Long, Map<String, Double>> issued = new LinkedHashMap<>();

    private long touches;

    Textbook(HeatConfig config, Contract contract) {
        super(config, contract);
    }

    @Override
    public HeatReply apply(HeatOperation operation) {
        return operation.match(this);
    }

    @Override
    public HeatReply touch(HeatOperation.Touch touch) {
        return new HeatReply.Touched(arrive(touch.key(), halfLife(touch.halfLifeNanos()), touch.atNanos()));
    }

    @Override
    public HeatReply bump(HeatOperation.Bump bump) {
        String evicted = arrive(bump.key(), halfLife(bump.halfLifeNanos()), bump.atNanos());
        Entry entry = entry(bump.key());
        count(entry, bump.atNanos());
        return new HeatReply.Bumped(evicted, entry.rate);
    }

    private long halfLife(long nanos) {
        return nanos == HeatOperation.POLICY_HALF_LIFE ? config.policy().halfLifeNanos() : nanos;
    }

    /** The tracked key's entry; one that nobody will see where it is not. */
    final Entry entry(String key) {
        Entry entry = tracked.get(key);
        return entry == null ? new Entry(key) : entry;
    }

    /** Gets or creates the counter (R1); the key evicted for it, if one was (R2). */
    @Nullable
    String arrive(String key, long halfLifeNanos, long nowNanos) {
        Entry known = tracked.get(key);
        if (known != null) {
            meet(known, halfLifeNanos);
            return null;
        }
        Entry coming = returning(key);
        String evicted = isFull(tracked.size()) ? evict() : null;
        track(coming, halfLifeNanos, nowNanos);
        return evicted;
    }

    /** A known key is touched or bumped: it is the most recent now, and otherwise as it was (R1). */
    void meet(Entry known, long halfLifeNanos) {
        known.touched = ++touches;
    }

    String evict() {
        String victim = victim(tracked.values()).key;
        leave(victim, Leaving.EVICTED);
        return victim;
    }

    /** A new counter (D1). */
    void track(Entry entry, long halfLifeNanos, long nowNanos) {
        entry.rate = 0;
        entry.asOfNanos = nowNanos;
        entry.halfLifeNanos = halfLifeNanos;
        entry.touched = ++touches;
        tracked.put(entry.key, entry);
    }

    /** A key that was owed starts from what peers believe, and is owed no more before room is made for it (F3). */
    Entry returning(String key) {
        Entry was = owed.remove(key);
        return was == null ? new Entry(key) : was;
    }

    /** The counter goes, and its mark (T4); where peers may believe in its heat, a withdrawal is owed (F3). */
    void leave(String key, Leaving why) {
        Entry entry = tracked.remove(key);
        if (entry == null) {
            return;
        }
        unmark(key, why);
        if (owes(entry)) {
            owe(entry);
        }
    }

    void unmark(String key, Leaving why) {
        marks.remove(key);
    }

    boolean owes(Entry entry) {
        return asks(Finding.F3) && entry.belief.mayBeHot();
    }

    /** Of more than the cap the longest owed is dropped. */
    void owe(Entry entry) {
        owed.put(entry.key, entry);
        if (config.cap() > 0 && owed.size() > config.cap()) {
            String longest = owed.keySet().iterator().next();
            owed.remove(longest);
            marks.remove(longest);
        }
    }

    @Override
    public HeatReply tick(HeatOperation.Tick tick) {
        marks.values().removeIf(since -> isExpired(elapsedNanos(since, tick.atNanos())));
        List<HeatReply.Emission> emissions = new ArrayList<>();
        for (Entry entry : List.copyOf(tracked.values())) {
            tickDecays(entry, tick.atNanos());
            if (isSilentZero(entry, marks.containsKey(entry.key))) {
                leave(entry.key, Leaving.PRUNED);
            } else if (!passesOver(entry) && isDue(entry)) {
                issue(entry, tick, emissions);
            }
        }
        for (Entry entry : owed.values()) {
            if (!passesOver(entry) && config.policy().enabled()) {
                entry.rate = 0;
                issue(entry, tick, emissions);
            }
        }
        Map<String, Double> announced = new LinkedHashMap<>();
        emissions.forEach(emission -> announced.put(emission.key(), emission.rate()));
        issued.put(tick.number(), announced);
        return new HeatReply.Ticked(emissions);
    }

    void tickDecays(Entry entry, long nowNanos) {
        decay(entry, nowNanos);
    }

    boolean passesOver(Entry entry) {
        return marks.containsKey(entry.key);
    }

    /** What peers believe is unknown until this is committed (F13). */
    void issue(Entry entry, HeatOperation.Tick tick, List<HeatReply.Emission> emissions) {
        emissions.add(new HeatReply.Emission(entry.key, told(entry.rate)));
        entry.lastIssue = tick.number();
        entry.answered = false;
        entry.contested = false;
        if (asks(Finding.F13)) {
            entry.belief = Belief.Unsettled.UNKNOWN;
        }
        if (isMarked(entry)) {
            marks.put(entry.key, tick.atNanos());
        }
    }

    /** A rate as it is announced; 0 withdraws. */
    double told(double rate) {
        return rate;
    }

    boolean isMarked(Entry entry) {
        return config.marks();
    }

    @Override
    public HeatReply commit(HeatOperation.Commit commit) {
        Map<String, Double> announced = announced(commit.tick());
        for (String key : commit.keys() == null ? announced.keySet() : commit.keys()) {
            committed(key, commit.tick(), announced.getOrDefault(key, 0.0));
        }
        prune(announced.isEmpty());
        return new HeatReply.Done();
    }

    final Map<String, Double> announced(long tick) {
        return issued.getOrDefault(tick, Map.of());
    }

    void prune(boolean nothingCommitted) {
        for (Entry entry : List.copyOf(tracked.values())) {
            if (isPrunable(entry)) {
                leave(entry.key, Leaving.PRUNED);
            }
        }
    }

    /** The sink confirmed this key of this tick (T2). */
    void committed(String key, long tick, double rate) {
        Entry entry = tracked.containsKey(key) ? tracked.get(key) : owed.get(key);
        if (entry == null) {
            committedUnknown(key, rate);
        } else if (answers(entry, tick) && !(asks(Finding.F1) && entry.contested)) {
            learn(entry, rate);
        }
    }

    /** Peers have this rate; what was owed is paid by a withdrawal (F3). */
    void learn(Entry entry, double rate) {
        entry.belief = new Belief.Announced(rate);
        if (owed.containsKey(entry.key) && rate <= 0) {
            owed.remove(entry.key);
        }
    }

    /** Peers may hold a heat of a key that nothing is known of (F3). */
    void committedUnknown(String key, double rate) {
        if (asks(Finding.F3) && rate > 0) {
            Entry entry = new Entry(key);
            entry.belief = asks(Finding.F13) ? Belief.Unsettled.UNKNOWN : new Belief.Announced(rate);
            owe(entry);
        }
    }

    @Override
    public HeatReply rollback(HeatOperation.Rollback rollback) {
        Map<String, Double> announced = announced(rollback.tick());
        for (String key : rollback.keys() == null ? announced.keySet() : rollback.keys()) {
            rolledBack(key, rollback.tick(), announced.getOrDefault(key, 0.0));
        }
        return new HeatReply.Done();
    }

    /** The sink did not confirm this key of this tick; peers may hold the rate all the same (F13). */
    void rolledBack(String key, long tick, double rate) {
        Entry entry = tracked.containsKey(key) ? tracked.get(key) : owed.get(key);
        if (entry != null) {
            answers(entry, tick);
        } else if (asks(Finding.F13)) {
            committedUnknown(key, rate);
        }
    }

    /** Whether this answers the key's latest issue, for the first time, which clears the mark; a stale answer unsettles (F1). */
    boolean answers(Entry entry, long tick) {
        if (asks(Finding.F1) && tick != entry.lastIssue) {
            stale(entry);
            return false;
        }
        if (asks(Finding.F1) && entry.answered) {
            return false;
        }
        entry.answered = true;
        freed(entry);
        return true;
    }

    void stale(Entry entry) {
        if (asks(Finding.F13)) {
            entry.belief = Belief.Unsettled.UNKNOWN;
            entry.contested |= !entry.answered;
        }
    }

    /** Its latest issue is answered: no longer in flight (T4). */
    void freed(Entry entry) {
        marks.remove(entry.key);
    }

    @Override
    public HeatReply remove(HeatOperation.Remove remove) {
        leave(remove.key(), Leaving.REMOVED);
        return new HeatReply.Done();
    }

    @Override
    public HeatReply observe(HeatOperation.Observe observe) {
        Entry entry = tracked.get(observe.key());
        return entry == null ? new HeatReply.Untracked() : read(entry, observe.atNanos());
    }

    /** D7. */
    HeatReply read(Entry entry, long nowNanos) {
        return new HeatReply.Tracked(entry.rate, entry.asOfNanos, entry.belief);
    }

    @Override
    public HeatReply len(HeatOperation.Len len) {
        return new HeatReply.Counted(tracked.size());
    }
}
