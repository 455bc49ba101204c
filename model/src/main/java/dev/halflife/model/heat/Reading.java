package dev.halflife.model.heat;

import dev.halflife.model.Contract;
import dev.halflife.model.NumberText;
import dev.halflife.model.Rule;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;

/** A reply to an operation that only reads, judged. Where it is right the state stays the very same (D7). */
record Reading(HeatConfig config, Contract contract, HeatState state) {

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
            return rejected(
                    blame().wronglyTracked(observe, tracked), KeyText.of(observe.key()) + " not tracked", "tracked");
        }
        Long asOf = tracked.asOfNanos();
        boolean asOfBump = asOf == null || asOf == counter.asOfNanos();
        boolean asOfTick = asOf == null || asOf == counter.tickedAsOfNanos();
        if (asOf != null && !asOfBump && !asOfTick) {
            return rejected(
                    blame().wrongAsOf(observe, asOf, counter), "rate as of " + counter.asOfNanos(), "as of " + asOf);
        }
        boolean rateOfBump = asOfBump && Counter.near(counter.rate(), tracked.rate());
        boolean rateOfTick = asOfTick && Counter.near(counter.tickedRate(), tracked.rate());
        if (!rateOfBump && !rateOfTick) {
            return rejected(
                    blame().wrongRate(observe.key(), counter),
                    "rate " + NumberText.of(counter.rate()),
                    "rate " + NumberText.of(tracked.rate()));
        }
        Account account = counter.account();
        if (!matches(account.belief(), tracked.lastEmitted())) {
            return rejected(
                    blame().wrongBelief(observe.key(), account, tracked.lastEmitted()),
                    "lastEmitted " + account.belief(),
                    "lastEmitted " + tracked.lastEmitted());
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
                : rejected(blame().wrongLen(counted.len()), tracked(state.size()), tracked(counted.len()));
    }

    private static String tracked(long count) {
        return count == 1 ? "1 tracked key" : count + " tracked keys";
    }

    private Blame blame() {
        return new Blame(config, contract, state);
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
