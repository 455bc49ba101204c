package dev.halflife.impl.heat;

/** Decides whether a rate is announced, a pure function of policy, belief and rate (E1 to E8, F13). */
final class EmissionRule {

    private EmissionRule() {}

    /** Whether to announce this rate; a rate of 0 is announced as a withdrawal. */
    static boolean isDue(HeatPolicy policy, Belief belief, double rate) {
        boolean announceable = rate >= 0 && rate <= Double.MAX_VALUE; // E2, NaN included
        return policy.enabled() && announceable && belief.isNews(rate, policy.emitRatio());
    }
}
