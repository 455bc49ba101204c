package dev.halflife.model.heat;

import static dev.halflife.model.Finding.F1;
import static dev.halflife.model.Finding.F13;
import static dev.halflife.model.Finding.F3;

import dev.halflife.model.Contract;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tick's commit or rollback, applied key by key (T2, T4, F1, F3, F13). The rules name no order of the keys. It matters
 * only where one answer makes keys owed past the cap, so that others are dropped: then every order is followed.
 */
final class Acknowledgement {

    /** Up to how many keys every order is followed; of more, none. */
    private static final int MOST_UNORDERED = 12;

    private final Terms terms;
    private final Contract contract;
    private final Draft draft;
    private final long tick;
    private final boolean commit;
    private final Announced announced;
    private long exercised;

    Acknowledgement(Terms terms, Draft draft, long tick, boolean commit) {
        this.terms = terms;
        this.contract = terms.contract();
        this.draft = draft;
        this.tick = tick;
        this.commit = commit;
        this.announced = draft.announced(tick);
    }

    long exercised() {
        return exercised;
    }

    /** The drafts this may lead to, of these keys, or of all the tick announced where null; none where there are too many. */
    List<Draft> of(@Nullable List<String> part) {
        List<String> untracked = new ArrayList<>(0);
        int orphans = 0;
        for (String key : part == null || terms.slips(Slip.COMMIT_OF_ALL) ? announced.keys() : part) {
            Counter counter = draft.counters.get(key);
            if (counter == null) {
                untracked.add(key);
                orphans += draft.owed.containsKey(key) || !isOrphan(key) ? 0 : 1;
            } else {
                draft.putAccount(key, counter, answered(counter.account(), key));
            }
        }
        int cap = terms.config().cap();
        boolean roomForAll = cap == 0 || draft.owed.size() + orphans <= cap;
        if (orphans == 0 || roomForAll) {
            untracked.forEach(key -> answerUntracked(key, draft));
            return List.of(draft);
        }
        return untracked.size() > MOST_UNORDERED ? List.of() : EveryOrder.of(this, draft, untracked);
    }

    /** An owed key's answer; or one about a key nothing is known of, which becomes owed if it may be hot (F3). */
    void answerUntracked(String key, Draft next) {
        Account account = next.owed.get(key);
        if (account != null) {
            Account after = answered(account, key);
            boolean paid = isPaid(account, after);
            exercised |= paid ? HeatRule.F3.bit() : 0;
            next.owed = paid ? next.owed.removing(key) : next.owed.putting(key, after);
        } else if (isOrphan(key)) {
            exercised |= HeatRule.F3.bit();
            next.owe(
                    key,
                    Account.orphan(
                            contract.asks(F13) ? Belief.Unsettled.UNKNOWN : new Belief.Announced(announced.rate(key))));
        }
    }

    /** Whether the answer about a key that is owed here pays what is owed. */
    boolean pays(String key, Draft here) {
        Account account = here.owed.get(key);
        return account != null && isPaid(account, answered(account, key));
    }

    private boolean isPaid(Account before, Account after) {
        return after.belief().isWithdrawn()
                || (terms.slip() != null && SlippedAnswer.pays(terms.slip(), commit, before, after));
    }

    private Account answered(Account account, String key) {
        exercised |= account.marked() ? HeatRule.T4.bit() : 0;
        exercised |= contract.asks(F1) && account.lastIssue() != tick ? HeatRule.F1.bit() : 0;
        Account after =
                commit ? account.committed(tick, announced.rate(key), contract) : account.rolledBack(tick, contract);
        return terms.slip() == null
                ? after
                : SlippedAnswer.of(terms, commit, tick, announced.rate(key), draft.counters.get(key), account, after);
    }

    /**
     * Whether an answer about an unknown key makes it owed (F3): if a heat was announced, by any answer where an
     * unanswered announcement may have been applied (F13), else only by a commit.
     */
    boolean isOrphan(String key) {
        return announced.rate(key) > 0
                && contract.asks(F3)
                && (commit || contract.asks(F13))
                && !terms.slips(Slip.UNKNOWN_ANSWER_IGNORED);
    }
}
