package dev.halflife.model.write.interference;

import dev.halflife.model.Violation;

/** Which rule a wrong reply breaks. */
final class Blame {

    private Blame() {}

    /** What the published rules allow, as to them a request that has outlived its lease is pending. */
    static Violation wedged(Violation strict) {
        return new Violation(
                InterferenceRule.F9, strict.expected() + ", as the request outlived its lease", strict.seen());
    }

    /** A request is taken to be pending that is not: feedback did not end it, or it never was. */
    static InterferenceRule pendingForNothing(InterferenceState state) {
        return state.lastTrigger == null ? InterferenceRule.I3 : InterferenceRule.I4;
    }

    /** A wrong total: a number that only a wrong addition gives, or else a wrong report. */
    static InterferenceRule wrongTotal(float seen, InterferenceRule report) {
        return Float.isNaN(seen) || seen < 0 ? InterferenceRule.I1 : report;
    }

    /** A wrong reduction or remainder: score was lost or made (I5), or the wrong part of it was taken (I4). */
    static InterferenceRule wrongFeedback(InterferenceReply.Answered seen, Range total) {
        double sum = (double) seen.reduced() + seen.remaining();
        double slack = Range.ROUNDING * 2 * total.high() + Amount.NEGLIGIBLE;
        boolean conserved = sum >= total.low() - slack && sum <= total.high() + slack;
        return conserved ? InterferenceRule.I4 : InterferenceRule.I5;
    }

    /** A wrong score of one namespace: where all of them together are right it went to a wrong one, else it was lost or made. */
    static InterferenceRule wrongScore(InterferenceReply.Backlog seen, Range total) {
        double sum = 0;
        for (InterferenceReply.Score score : seen.scores()) {
            if (Float.isNaN(score.score()) || score.score() < 0) {
                return InterferenceRule.I1;
            }
            sum += score.score();
        }
        double slack = Range.ROUNDING * (1 + seen.scores().size()) * total.high();
        return sum >= total.low() - slack && sum <= total.high() + slack ? InterferenceRule.I1 : InterferenceRule.I5;
    }
}
