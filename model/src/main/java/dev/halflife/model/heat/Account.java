package dev.halflife.model.heat;

import static dev.halflife.model.Finding.F1;
import static dev.halflife.model.Finding.F13;

import dev.halflife.model.Contract;

/**
 * What a registry knows of what peers were told about one key: the belief, the tick that issued it last, and the mark.
 * Belongs to a tracked key, or to an owed one (F3).
 *
 * @param belief what peers believe
 * @param lastIssue the tick that issued the key last, or {@link #NO_ISSUE}
 * @param answered whether that tick's issue was answered
 * @param contested whether a stale answer came while that issue was outstanding, so that its own commit settles nothing
 *     (F1); means nothing once it is answered
 * @param marked whether the key is in flight (T4)
 * @param markedAtNanos when it was marked; 0 where it is not
 * @param owedSince the operation by which the key became owed; 0 where it is tracked
 */
record Account(
        Belief belief,
        long lastIssue,
        boolean answered,
        boolean contested,
        boolean marked,
        long markedAtNanos,
        long owedSince) {

    static final long NO_ISSUE = Long.MIN_VALUE;

    /** Of a key that was never announced. */
    static final Account FRESH = orphan(Belief.Unsettled.NEVER);

    /** Of a key that nothing else is known of than what peers were told (F3). */
    static Account orphan(Belief belief) {
        return new Account(belief, NO_ISSUE, true, false, false, 0, 0);
    }

    /** Issued by a tick: unknown until committed (F13), in flight where the registry marks (T4). */
    Account issued(long tick, long atNanos, boolean marks, Contract contract) {
        Belief next = contract.asks(F13) ? Belief.Unsettled.UNKNOWN : belief;
        return new Account(next, tick, false, false, marks, marks ? atNanos : 0, owedSince);
    }

    /** With the mark that a tick at this time leaves it (F10). */
    Account leased(long atNanos, Terms terms) {
        return marked && terms.isLeaseOver(markedAtNanos, atNanos) ? unmarked() : this;
    }

    /** Without its mark. */
    Account unmarked() {
        return marked ? new Account(belief, lastIssue, answered, contested, false, 0, owedSince) : this;
    }

    /** With a mark of that time. */
    Account markedAt(long atNanos) {
        return new Account(belief, lastIssue, answered, contested, true, atNanos, owedSince);
    }

    Account believing(Belief other) {
        return new Account(other, lastIssue, answered, contested, marked, markedAtNanos, owedSince);
    }

    /** As an owed key's, since this operation; or a tracked key's, since 0. */
    Account owedSince(long operation) {
        return new Account(belief, lastIssue, answered, contested, marked, markedAtNanos, operation);
    }

    /** A commit of this rate, issued by this tick. */
    Account committed(long tick, double rate, Contract contract) {
        Belief announced = new Belief.Announced(rate);
        if (!contract.asks(F1)) {
            return new Account(announced, lastIssue, true, false, false, 0, owedSince);
        }
        if (tick != lastIssue) {
            return staleAnswer(contract);
        }
        return answered
                ? this
                : new Account(contested ? belief : announced, lastIssue, true, contested, false, 0, owedSince);
    }

    /** A rollback of what this tick issued: it settles nothing but the mark. */
    Account rolledBack(long tick, Contract contract) {
        if (!contract.asks(F1)) {
            return unmarked();
        }
        if (tick != lastIssue) {
            return staleAnswer(contract);
        }
        return answered ? this : new Account(belief, lastIssue, true, contested, false, 0, owedSince);
    }

    /**
     * An answer to another tick than the last one (F1). What peers believe becomes unknown, and an outstanding issue
     * contested, where the contract knows of unknown (F13) at all; otherwise nothing changes.
     */
    private Account staleAnswer(Contract contract) {
        return contract.asks(F13)
                ? new Account(
                        Belief.Unsettled.UNKNOWN, lastIssue, answered, !answered, marked, markedAtNanos, owedSince)
                : this;
    }
}
