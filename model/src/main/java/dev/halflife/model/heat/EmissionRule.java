package dev.halflife.model.heat;

import static dev.halflife.model.heat.DecayLaw.EPS;

/** The emission decision, a pure function of rate, belief and policy: the first matching row of E1 to E8, and F13. */
final class EmissionRule {

    /** What a tick does about a key. */
    enum Action {
        SUPPRESS,
        EMIT,
        WITHDRAW
    }

    /** An action and the row it comes from. */
    record Decision(Action action, HeatRule row) {}

    private static final double EITHER_WAY = 1e-9;

    private static final Decision E1 = new Decision(Action.SUPPRESS, HeatRule.E1);
    private static final Decision E2 = new Decision(Action.SUPPRESS, HeatRule.E2);
    private static final Decision E3_EMIT = new Decision(Action.EMIT, HeatRule.E3);
    private static final Decision E3_SUPPRESS = new Decision(Action.SUPPRESS, HeatRule.E3);
    private static final Decision E4 = new Decision(Action.WITHDRAW, HeatRule.E4);
    private static final Decision E5 = new Decision(Action.SUPPRESS, HeatRule.E5);
    private static final Decision E6 = new Decision(Action.EMIT, HeatRule.E6);
    private static final Decision E7 = new Decision(Action.EMIT, HeatRule.E7);
    private static final Decision E8 = new Decision(Action.SUPPRESS, HeatRule.E8);
    private static final Decision F13_EMIT = new Decision(Action.EMIT, HeatRule.F13);
    private static final Decision F13_WITHDRAW = new Decision(Action.WITHDRAW, HeatRule.F13);

    private EmissionRule() {}

    /** The decision for this rate. */
    static Decision decide(double rate, Belief belief, HeatPolicy policy) {
        if (!policy.enabled()) {
            return E1;
        }
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            return E2;
        }
        boolean zero = rate == 0;
        if (belief == Belief.Unsettled.UNKNOWN) {
            return zero ? F13_WITHDRAW : F13_EMIT;
        }
        if (!(belief instanceof Belief.Announced announced)) {
            return zero ? E3_SUPPRESS : E3_EMIT;
        }
        double last = announced.rate();
        if (zero) {
            return last > 0 ? E4 : E5;
        }
        if (!isSolid(rate) || !isSolid(last)) {
            return E6;
        }
        return quotient(rate, last) >= policy.emitRatio() ? E7 : E8;
    }

    /**
     * Whether emit and suppress are both allowed for a positive rate: the quotient lies within 1e-9 of the ratio, or below
     * it with a rate that was rounded within as much of EPS, where E6 begins. What was announced is known to the last bit, so
     * there is no choice on its side of E6.
     *
     * @param exact whether nothing was rounded on the way to the rate
     */
    static boolean eitherWay(double rate, Belief belief, HeatPolicy policy, boolean exact) {
        if (!policy.enabled() || !(belief instanceof Belief.Announced announced) || !isSolid(announced.rate())) {
            return false;
        }
        double doubt = exact ? 0 : EITHER_WAY;
        double quotient = quotient(rate, announced.rate());
        boolean surelyEmitted = rate <= EPS * (1 - doubt) || quotient > policy.emitRatio() * (1 + EITHER_WAY);
        boolean surelySuppressed = rate > EPS * (1 + doubt) && quotient < policy.emitRatio() * (1 - EITHER_WAY);
        return !surelyEmitted && !surelySuppressed;
    }

    private static double quotient(double rate, double last) {
        return rate >= last ? rate / last : last / rate;
    }

    private static boolean isSolid(double value) {
        return value > EPS && value < Double.POSITIVE_INFINITY;
    }
}
