package dev.halflife.model.heat;

import static dev.halflife.model.Finding.F1;
import static dev.halflife.model.Finding.F10;
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
 * @param stale whether a stale answer came since that issue: why a judge would name F1 where a belief is unknown
 * @param inherited whether the belief is older than the counter: it came back from what was owed (F3)
 * @param expired whether a lease ran out on the mark since the last issue: why a judge would name F10
 * @param owedSince the operation by which the key became owed; 0 where it is tracked
 * @param settled what the latest commit told peers, as if nothing unanswered had reached them: where that alone makes an
 *     announcement due, its absence breaks the published rules too, and a judge would not name F13
 */
record Account(
        Belief belief,
        long lastIssue,
        boolean answered,
        boolean contested,
        boolean marked,
        long markedAtNanos,
        boolean stale,
        boolean inherited,
        boolean expired,
        long owedSince,
        Belief settled) {

    static final long NO_ISSUE = Long.MIN_VALUE;

    /** Of a key that was never announced. */
    static final Account FRESH = new Account(
            Belief.Unsettled.NEVER, NO_ISSUE, true, false, false, 0, false, false, false, 0, Belief.Unsettled.NEVER);

    /** Of a key that nothing else is known of than that peers were told a heat (F3). */
    static Account orphan(Belief belief) {
        return new Account(belief, NO_ISSUE, true, false, false, 0, true, true, false, 0, Belief.Unsettled.NEVER);
    }

    /** Issued by a tick: unknown until committed (F13), in flight where the registry marks (T4). */
    Account issued(long tick, long atNanos, boolean marks, Contract contract) {
        Belief next = contract.asks(F13) ? Belief.Unsettled.UNKNOWN : belief;
        return new Account(
                next, tick, false, false, marks, marks ? atNanos : 0, false, false, false, owedSince, settled);
    }

    /** A mark older than the lease is cleared; one exactly as old as the lease still counts (F10). */
    Account leased(long atNanos, long leaseNanos, Contract contract) {
        return marked && contract.asks(F10) && DecayLaw.elapsedNanos(markedAtNanos, atNanos) > leaseNanos
                ? new Account(
                        belief, lastIssue, answered, contested, false, 0, stale, inherited, true, owedSince, settled)
                : this;
    }

    /** Without its mark: its key was evicted, removed or pruned. */
    Account unmarked() {
        return marked
                ? new Account(
                        belief, lastIssue, answered, contested, false, 0, stale, inherited, expired, owedSince, settled)
                : this;
    }

    /** As an owed key's, since this operation. */
    Account owedSince(long operation) {
        return new Account(
                belief,
                lastIssue,
                answered,
                contested,
                marked,
                markedAtNanos,
                stale,
                inherited,
                expired,
                operation,
                settled);
    }

    /** As the account of a counter made anew for a key that was owed. */
    Account inheritedByCounter() {
        return new Account(
                belief,
                lastIssue,
                answered,
                contested,
                marked,
                markedAtNanos,
                stale,
                true,
                expired,
                0,
                Belief.Unsettled.NEVER);
    }

    /** A commit of this rate, issued by this tick. */
    Account committed(long tick, double rate, Contract contract) {
        Belief announced = new Belief.Announced(rate);
        if (!contract.asks(F1)) {
            return new Account(announced, lastIssue, true, false, false, 0, false, false, false, owedSince, announced);
        }
        if (tick != lastIssue) {
            return staleAnswer(contract, announced);
        }
        if (answered) {
            return this;
        }
        Belief next = contested ? belief : announced;
        return new Account(
                next, lastIssue, true, contested, false, 0, stale, inherited && contested, false, owedSince, announced);
    }

    /** A rollback of what this tick issued: it settles nothing but the mark. */
    Account rolledBack(long tick, Contract contract) {
        if (!contract.asks(F1)) {
            return unmarked();
        }
        if (tick != lastIssue) {
            return staleAnswer(contract, settled);
        }
        return answered
                ? this
                : new Account(
                        belief, lastIssue, true, contested, false, 0, stale, inherited, expired, owedSince, settled);
    }

    /**
     * An answer to another tick than the last one (F1). What peers believe becomes unknown, and an outstanding issue
     * contested, where the contract knows of unknown (F13) at all; otherwise nothing changes.
     */
    private Account staleAnswer(Contract contract, Belief settledNow) {
        return contract.asks(F13)
                ? new Account(
                        Belief.Unsettled.UNKNOWN,
                        lastIssue,
                        answered,
                        !answered,
                        marked,
                        markedAtNanos,
                        true,
                        false,
                        expired,
                        owedSince,
                        settledNow)
                : new Account(
                        belief,
                        lastIssue,
                        answered,
                        contested,
                        marked,
                        markedAtNanos,
                        true,
                        false,
                        expired,
                        owedSince,
                        settledNow);
    }
}
