package dev.halflife.model.heat;

import static dev.halflife.model.Finding.F3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kotlinx.collections.immutable.PersistentMap;
import kotlinx.collections.immutable.PersistentSet;
import org.jspecify.annotations.Nullable;

/** The next state in the making: a {@link HeatState} that one judgement may change before anyone else sees it. */
final class Draft {

    private final Terms terms;

    PersistentMap<String, Counter> counters;
    PersistentMap<String, Account> owed;
    private Issues issues;
    private PersistentSet<String> withdrawn;
    private long operations;
    private long touches;
    private long droppedWithdrawals;
    private @Nullable Departure departures;

    Draft(Terms terms, HeatState from) {
        this.terms = terms;
        counters = from.counters;
        owed = from.owed;
        issues = from.issues;
        withdrawn = from.withdrawn;
        operations = from.operations + 1;
        touches = from.touches;
        droppedWithdrawals = from.droppedWithdrawals;
        departures = from.departures;
    }

    /** A copy, to change in another way. */
    Draft(Draft from) {
        this(from.terms, from.build());
        operations = from.operations;
    }

    void put(String key, Counter counter) {
        counters = counters.putting(key, counter);
    }

    /** Puts a counter whose account changed. */
    void putAccount(String key, Counter counter, Account account) {
        put(key, counter.with(account));
        noteBelief(key, account);
    }

    /** Keeps the candidates for pruning (T3) up to date with a tracked key's belief. */
    void noteBelief(String key, Account account) {
        withdrawn = account.belief().isWithdrawn() ? withdrawn.adding(key) : withdrawn.removing(key);
    }

    long nextTouch() {
        return ++touches;
    }

    /** Evicted, removed or pruned: counter and mark go; a belief that may be hot is owed a withdrawal (F3). */
    void depart(String key, HeatRule rule) {
        Counter counter = counters.get(key);
        if (counter == null) {
            return;
        }
        counters = counters.removing(key);
        withdrawn = withdrawn.removing(key);
        departures = Departure.after(departures, key);
        Account account =
                staysMarked(rule) ? counter.account() : counter.account().unmarked();
        boolean owes = terms.asks(F3) && account.belief().mayBeHot() && !terms.slips(Slip.DEPARTED_FORGOTTEN);
        if (owes || account.marked()) {
            owe(key, owes ? account : account.believing(Belief.Unsettled.NEVER));
        }
    }

    /** Whether the mark of a key that leaves by this rule is to stay: it is kept where owed keys are, and waits for its key. */
    private boolean staysMarked(HeatRule rule) {
        return terms.slip() != null
                && switch (rule) {
                    case R4 -> terms.slips(Slip.MARK_STAYS_ON_REMOVAL);
                    case R3, F2 -> terms.slips(Slip.MARK_STAYS_ON_EVICTION);
                    default -> terms.slips(Slip.MARK_STAYS_ON_PRUNING);
                };
    }

    /** One more owed withdrawal (F3), as old as every other that became owed by the same operation. */
    void owe(String key, Account account) {
        owed = owed.putting(key, account.owedSince(operations));
    }

    /** Whether the key is owed, and was so before this operation. */
    boolean owedEarlier(String key) {
        Account account = owed.get(key);
        return account != null && account.owedSince() != operations;
    }

    /**
     * With no more owed than the cap allows: of one more, which is all that one debt can make, the longest owed is dropped
     * and counted (F3). Of those that became owed by one operation any may be called the oldest, so there can be several
     * drafts; usually it is this one.
     */
    List<Draft> bounded() {
        int cap = terms.config().cap();
        if (cap == 0 || owed.size() <= cap || terms.slips(Slip.OWED_UNBOUNDED)) {
            return List.of(this);
        }
        List<String> oldest = new ArrayList<>();
        long since = 0;
        for (Map.Entry<String, Account> entry : owed.entrySet()) {
            if (oldest.isEmpty() || terms.slips(Slip.OWED_DROPS_NEWEST)) {
                oldest.clear();
                since = entry.getValue().owedSince();
            } else if (entry.getValue().owedSince() != since) {
                break;
            }
            oldest.add(entry.getKey());
        }
        List<Draft> drafts = new ArrayList<>();
        for (String key : oldest) {
            Draft draft = new Draft(this);
            draft.owed = owed.removing(key);
            draft.droppedWithdrawals++;
            drafts.add(draft);
        }
        return drafts;
    }

    /** Remembers what a tick announced. */
    void issue(long tick, Announced announced) {
        issues = issues.with(tick, announced);
    }

    Announced announced(long tick) {
        Announced announced = issues.get(tick);
        if (announced == null) {
            throw new IllegalStateException("a refused operation was judged: tick " + tick + " was never issued");
        }
        return announced;
    }

    Iterable<String> withdrawnKeys() {
        return withdrawn;
    }

    HeatState build() {
        return new HeatState(
                counters, owed, issues, withdrawn, operations, touches, droppedWithdrawals, departures, List.of());
    }
}
