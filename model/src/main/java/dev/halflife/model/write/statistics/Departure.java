package dev.halflife.model.write.statistics;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.NumberText;
import dev.halflife.model.Violation;
import org.jspecify.annotations.Nullable;

/** In what a told summary is not that of a population (W1, W2), beyond rounding; and which rule that breaks. */
final class Departure {

    private Departure() {}

    /** The broken rule, or null. */
    static @Nullable Violation of(Moments moments, Summary seen, Contract contract) {
        StatisticsRule letter = moments.latest() == Moments.Latest.MERGED ? StatisticsRule.W2 : StatisticsRule.W1;
        if (seen.count() != moments.count()) {
            return new Violation(letter, "count " + moments.count(), "count " + seen.count());
        }
        boolean large = moments.large();
        if (large && !contract.asks(Finding.F14)) {
            return null;
        }
        StatisticsRule rule = large ? StatisticsRule.F14 : letter;
        if (!moments.meanMayBe(seen.mean())) {
            return new Violation(rule, "mean " + NumberText.of(moments.mean()), "mean " + NumberText.of(seen.mean()));
        }
        if (!Double.isFinite(seen.m2()) || !moments.m2MayBe(seen.m2())) {
            return new Violation(rule, "M2 " + NumberText.of(moments.summary().m2()), "M2 " + NumberText.of(seen.m2()));
        }
        return null;
    }
}
