package dev.halflife.model.heat;

import dev.halflife.model.NumberText;
import dev.halflife.model.Rule;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import org.jspecify.annotations.Nullable;

/** A reply to an operation that only reads, judged. Where it is right the state stays the very same (D7). */
record Reading(Terms terms, HeatState state) {

    /** What was said of one key. */
    Step<HeatState> observe(HeatOperation.Observe observe, HeatReply reply) {
        Counter counter = state.counters.get(observe.key());
        if (reply instanceof HeatReply.Untracked) {
            return counter == null
                    ? accepted(HeatRule.D7.bit())
                    : rejected(HeatRule.T3, KeyText.of(observe.key()) + " tracked", "not tracked");
        }
        if (!(reply instanceof HeatReply.Tracked tracked)) {
            return wrongKind(HeatRule.D7, "the reply to an observe", reply);
        }
        if (counter == null) {
            boolean committed = tracked.lastEmitted() instanceof Belief.Announced;
            return rejected(
                    committed ? HeatRule.T2 : HeatRule.R1, KeyText.of(observe.key()) + " not tracked", "tracked");
        }
        if (terms.slip() != null) {
            counter = wronglyRead(counter, observe, tracked);
        }
        Long asOf = tracked.asOfNanos();
        boolean asOfBump = asOf == null || asOf == counter.asOfNanos();
        boolean asOfTick = asOf == null || asOf == counter.tickedAsOfNanos();
        if (asOf != null && !asOfBump && !asOfTick) {
            return rejected(
                    asOf == observe.atNanos() ? HeatRule.D7 : HeatRule.D2,
                    "rate as of " + asOfs(counter),
                    "as of " + asOf);
        }
        boolean rateOfBump = asOfBump && Counter.near(counter.rate(), tracked.rate());
        boolean rateOfTick = asOfTick && Counter.near(counter.tickedRate(), tracked.rate());
        if (!rateOfBump && !rateOfTick) {
            return rejected(
                    wrongRate(counter),
                    "rate " + NumberText.of(asOfBump ? counter.rate() : counter.tickedRate()) + asOf(asOf),
                    "rate " + NumberText.of(tracked.rate()) + asOf(asOf));
        }
        Belief belief = counter.account().belief();
        boolean anything = belief instanceof Belief.Announced && terms.slips(Slip.BELIEF_IS_ANYTHING);
        if (!matches(belief, tracked.lastEmitted()) && !anything) {
            return rejected(
                    belief instanceof Belief.Announced
                            ? HeatRule.T2
                            : belief == Belief.Unsettled.UNKNOWN ? HeatRule.F13 : HeatRule.T1,
                    "lastEmitted " + belief,
                    "lastEmitted " + tracked.lastEmitted());
        }
        if (terms.slip() != null) {
            Draft draft = new Draft(terms, state);
            draft.putAccount(observe.key(), counter, counter.account().believing(tracked.lastEmitted()));
            return new Step.Accepted<>(draft.build(), HeatRule.D7.bit());
        }
        return accepted(HeatRule.D7.bit());
    }

    private static boolean matches(Belief expected, Belief seen) {
        if (expected instanceof Belief.Announced ours && seen instanceof Belief.Announced theirs) {
            return Counter.near(ours.rate(), theirs.rate());
        }
        return expected.equals(seen);
    }

    /** How many keys are tracked. */
    Step<HeatState> len(HeatReply reply) {
        if (!(reply instanceof HeatReply.Counted counted)) {
            return wrongKind(HeatRule.R2, "the reply to a len", reply);
        }
        return counted.len() == state.size()
                ? accepted(0)
                : rejected(
                        counted.len() < state.size() ? HeatRule.T3 : HeatRule.R2,
                        tracked(state.size()),
                        tracked(counted.len()));
    }

    private static String tracked(long count) {
        return count == 1 ? "1 tracked key" : count + " tracked keys";
    }

    private static HeatRule wrongRate(Counter counter) {
        if (counter.halfLifeNanos() == 0) {
            return HeatRule.D5;
        }
        boolean fresh = counter.account().lastIssue() == Account.NO_ISSUE;
        return counter.rate() > 0 ? HeatRule.D2 : fresh ? HeatRule.D1 : HeatRule.D4;
    }

    private static String asOfs(Counter counter) {
        return counter.asOfNanos() == counter.tickedAsOfNanos()
                ? String.valueOf(counter.asOfNanos())
                : counter.asOfNanos() + " or " + counter.tickedAsOfNanos();
    }

    private static String asOf(@Nullable Long nanos) {
        return nanos == null ? "" : " as of " + nanos;
    }

    /** The counter, if reading it or what came before went wrong in the way that the slip says. */
    private Counter wronglyRead(Counter counter, HeatOperation.Observe observe, HeatReply.Tracked seen) {
        long asOf = seen.asOfNanos() == null ? counter.asOfNanos() : seen.asOfNanos();
        if (terms.slips(Slip.FRESH_AS_OF_ANYTHING) && counter.isUntouched()) {
            return counter.at(0, asOf);
        }
        if (terms.slips(Slip.READING_DECAYS)) {
            return counter.at(counter.ratesAt(observe.atNanos())[0], observe.atNanos());
        }
        for (double rate : terms.rates(counter, asOf)) {
            if (Counter.near(rate, seen.rate())) {
                return asOf == counter.asOfNanos() || asOf == counter.tickedAsOfNanos()
                        ? counter.at(rate, asOf)
                        : counter;
            }
        }
        boolean wild = asOf == counter.tickedAsOfNanos() && terms.wildly(counter, asOf, seen.rate());
        return wild ? counter.at(seen.rate(), asOf) : counter;
    }

    private Step<HeatState> accepted(long exercised) {
        return new Step.Accepted<>(state, exercised);
    }

    private static Step<HeatState> wrongKind(Rule rule, String expected, HeatReply reply) {
        return rejected(rule, expected, reply.getClass().getSimpleName());
    }

    private static Step<HeatState> rejected(Rule rule, String expected, String seen) {
        return new Step.Rejected<>(new Violation(rule, expected, seen));
    }
}
