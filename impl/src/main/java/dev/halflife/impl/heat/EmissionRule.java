package dev.halflife.impl.heat;

/** Decides whether and when a rate is announced, a pure function of policy, what was told, and rate (E1 to E8, F13). */
final class EmissionRule {

    private EmissionRule() {}

    /**
     * Whether to announce this rate; a rate of 0 is announced as a withdrawal.
     *
     * @param told as {@link Told} has it
     */
    static boolean isDue(HeatPolicy policy, double told, double rate) {
        boolean announceable = rate >= 0 && rate <= Double.MAX_VALUE; // E2, NaN included
        return policy.enabled() && announceable && isNews(told, rate, policy.emitRatio());
    }

    /**
     * Whether a rate may be due for having grown: true of every rate that is, and of those less than {@link Decay#DOUBT}
     * short of it.
     *
     * @param told as {@link Told} has it
     */
    static boolean mayHaveGrown(HeatPolicy policy, double told, double rate) {
        return policy.enabled()
                && told >= 0
                && (rate * (1 + Decay.DOUBT) >= told * policy.emitRatio() || told <= Decay.EPS);
    }

    /** The rate at or below which a rate that was told is due for having faded, at least {@link Decay#EPS}. */
    static double fadedRate(HeatPolicy policy, double told) {
        return Math.max(told / policy.emitRatio(), Decay.EPS);
    }

    private static boolean isNews(double told, double rate, double emitRatio) {
        if (Told.isUnknown(told)) {
            return true; // F13: whatever the rate is, peers have to be told, a rate of 0 included
        }
        if (Told.isNothing(told)) {
            return rate > 0; // E3
        }
        if (rate == 0) {
            return told > 0; // E4, E5
        }
        if (rate <= Decay.EPS || told <= Decay.EPS) {
            return true; // E6: a quotient of such numbers means nothing
        }
        return rate / told >= emitRatio || told / rate >= emitRatio; // E7, E8
    }
}
