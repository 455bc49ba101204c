package dev.halflife.model.heat;

import static dev.halflife.model.Finding.F1;
import static dev.halflife.model.Finding.F4;

import dev.halflife.model.Contract;

/** Which rule a wrong reply breaks: the one that would explain what was seen, else the one that asks for what was not. */
record Blame(HeatConfig config, Contract contract, HeatState before) {

    /** The rule that a wrong rate after a bump breaks: what would explain the number seen, else the law itself. */
    HeatRule wrongBump(HeatOperation.Bump bump, Counter was, double decayed, double seen) {
        if (!before.counters.containsKey(bump.key())) {
            return Departure.ruleIfStayed(before.departures, bump.key(), bump.atNanos(), seen - 1, HeatRule.D3);
        }
        if (Departure.replacesSilentZero(before.departures, bump.key(), was)) {
            return HeatRule.F5;
        }
        if (explainedByHalfLife(bump, was, seen)) {
            return HeatRule.R1;
        }
        boolean back = bump.atNanos() < was.asOfNanos();
        if (back || was.rewound()) {
            return contract.asks(F4) && was.rewound() ? HeatRule.F4 : HeatRule.D6;
        }
        if (was.halfLifeNanos() == 0) {
            return HeatRule.D5;
        }
        double factor = was.rate() == 0 ? 1 : decayed / was.rate();
        boolean misplaced = factor == 1
                || Counter.near(was.rate() + 1, seen)
                || Counter.near((was.rate() + 1) * factor, seen)
                || Counter.near(decayed, seen)
                || Counter.near(decayed + 2, seen);
        if (misplaced) {
            return HeatRule.D3;
        }
        return decayed == 0 ? HeatRule.D4 : HeatRule.D2;
    }

    /** Whether the rate decayed by the half-life that the bump brought along, instead of the counter's own (R1). */
    private boolean explainedByHalfLife(HeatOperation.Bump bump, Counter was, double seen) {
        long brought = bump.halfLifeNanos() == HeatOperation.POLICY_HALF_LIFE
                ? config.policy().halfLifeNanos()
                : bump.halfLifeNanos();
        long elapsedNanos = DecayLaw.elapsedNanos(was.asOfNanos(), bump.atNanos());
        return brought != was.halfLifeNanos()
                && Counter.near(DecayLaw.decay(was.rate(), elapsedNanos, brought) + 1, seen);
    }

    /** The rule that a wrong {@code asOf} breaks: the one of the operation that moved it, or forgot to. */
    HeatRule wrongAsOf(HeatOperation.Observe observe, long asOf, Counter counter) {
        if (Departure.leftSilentAsOf(before.departures, observe.key(), asOf)) {
            return HeatRule.F5;
        }
        if (counter.rewound()) {
            return contract.asks(F4) ? HeatRule.F4 : HeatRule.D6;
        }
        if (asOf == observe.atNanos()) {
            return HeatRule.D7;
        }
        boolean passedOver = !contract.asks(F4)
                && counter.account().marked()
                && asOf == counter.account().markedAtNanos();
        return passedOver ? HeatRule.T1 : HeatRule.D2;
    }

    /** The rule that a wrong rate of a tracked key breaks. */
    HeatRule wrongRate(String key, Counter counter) {
        if (Departure.replacesSilentZero(before.departures, key, counter)) {
            return HeatRule.F5;
        }
        if (counter.rewound()) {
            return contract.asks(F4) ? HeatRule.F4 : HeatRule.D6;
        }
        if (counter.halfLifeNanos() == 0) {
            return HeatRule.D5;
        }
        boolean fresh = counter.account().lastIssue() == Account.NO_ISSUE;
        return counter.rate() > 0 ? HeatRule.D2 : fresh ? HeatRule.D1 : HeatRule.D4;
    }

    /** The rule that a wrong {@code lastEmitted} breaks. */
    HeatRule wrongBelief(String key, Account account, Belief seen) {
        if (account.inherited()) {
            return HeatRule.F3;
        }
        if (account.stale() && contract.asks(F1)) {
            return HeatRule.F1;
        }
        if (account.belief() == Belief.Unsettled.UNKNOWN) {
            return recordedAtTick(key, account, seen) ? HeatRule.T1 : HeatRule.F13;
        }
        return account.belief() instanceof Belief.Announced ? HeatRule.T2 : HeatRule.T1;
    }

    /** Whether what is still on its way is taken for known, which no contract allows. */
    private boolean recordedAtTick(String key, Account account, Belief seen) {
        Announced issued = before.issues.get(account.lastIssue());
        return !account.answered()
                && issued != null
                && seen instanceof Belief.Announced announced
                && Counter.near(issued.rate(key), announced.rate())
                && !seen.equals(account.settled());
    }

    /** The rule that tracking a key breaks which is not to be: a counter that stayed, or one that a commit made anew (T2). */
    HeatRule wronglyTracked(HeatOperation.Observe observe, HeatReply.Tracked seen) {
        boolean committed = seen.lastEmitted() instanceof Belief.Announced;
        Long asOf = seen.asOfNanos();
        return committed
                ? Departure.ruleIfSame(
                        before.departures,
                        observe.key(),
                        asOf == null ? observe.atNanos() : asOf,
                        seen.rate(),
                        HeatRule.T2)
                : Departure.ruleOf(before.departures, observe.key(), HeatRule.R1);
    }

    /** The rule that a wrong number of tracked keys breaks. */
    HeatRule wrongLen(long seen) {
        boolean passedCap = config.cap() > 0 && seen > config.cap();
        if (passedCap) {
            return HeatRule.R2;
        }
        if (seen < before.size()) {
            return HeatRule.T3;
        }
        return Departure.likeliest(before.departures);
    }

    /** The rule that an eviction with room to spare breaks: a subject that keeps silent zeros (F5) has no room. */
    HeatRule unneededEviction() {
        return Departure.likeliest(before.departures) == HeatRule.F5 ? HeatRule.F5 : HeatRule.R2;
    }
}
