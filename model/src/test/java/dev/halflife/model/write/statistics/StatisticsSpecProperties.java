package dev.halflife.model.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Step;
import dev.halflife.model.write.statistics.StatisticsReply.Band;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.statistics.StatisticsReply.Route;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** The judge against the prediction, against replies altered in one field, and against any reply at all. */
class StatisticsSpecProperties {

    @Property(tries = 2_000, seed = "20260621")
    void aPredictionIsAccepted(
            @ForAll("contracts") Contract contract, @ForAll("operations") List<StatisticsOperation> operations) {
        StatisticsSpec spec = Walk.spec(contract);
        Walk.through(
                spec,
                operations,
                (state, operation) -> assertThat(spec.judge(state, operation, spec.predict(state, operation)))
                        .as("%s in %s", operation, state)
                        .isInstanceOf(Step.Accepted.class));
    }

    @Property(tries = 1_000, seed = "20260622")
    @StatisticsReport(StatisticsReportMode.OFF)
    void everyRuleIsPutToTheTest(@ForAll("operations") List<StatisticsOperation> operations) {
        StatisticsSpec spec = Walk.spec(Contract.strict());
        Walk.through(spec, operations, (state, operation) -> {
            if (spec.judge(state, operation, spec.predict(state, operation))
                    instanceof Step.Accepted<StatisticsState> step) {
                for (StatisticsRule rule : StatisticsRule.values()) {
                    if ((step.exercised() & rule.bit()) != 0) {
                        Statistics.label("exercised").collect(rule);
                    }
                }
            }
        });
        Statistics.label("exercised").coverage(exercised -> {
            for (StatisticsRule rule : StatisticsRule.values()) {
                exercised.check(rule).count(count -> count > 0);
            }
        });
    }

    @Property(tries = 2_000, seed = "20260623")
    @StatisticsReport(StatisticsReportMode.OFF)
    void aReplyAlteredInOneFieldIsRejectedByARuleThatFits(@ForAll("operations") List<StatisticsOperation> operations) {
        StatisticsSpec spec = Walk.spec(Contract.strict());
        Walk.through(spec, operations, (state, operation) -> {
            for (Map.Entry<StatisticsReply, Set<StatisticsRule>> altered :
                    altered(state, operation, spec.predict(state, operation))) {
                Step<StatisticsState> step = spec.judge(state, operation, altered.getKey());
                assertThat(step)
                        .as("%s answered %s in %s", operation, altered.getKey(), state)
                        .isInstanceOf(Step.Rejected.class);
                StatisticsRule rule = (StatisticsRule)
                        ((Step.Rejected<StatisticsState>) step).violation().rule();
                assertThat(altered.getValue()).contains(rule);
                Statistics.label("altered").collect(rule);
            }
        });
        Statistics.label("altered").coverage(rejections -> {
            for (StatisticsRule rule : EnumSet.complementOf(EnumSet.of(StatisticsRule.W4))) {
                rejections.check(rule).count(count -> count > 20);
            }
        });
    }

    /** What the published rules allow at this point, and the strict ones do not, is blamed on a finding; the rest on a letter. */
    @Property(tries = 2_000, seed = "20260624")
    @StatisticsReport(StatisticsReportMode.OFF)
    void blameFallsOnAFindingExactlyWherePublishedRulesAllowTheReply(
            @ForAll("operations") List<StatisticsOperation> operations,
            @ForAll("replies") List<StatisticsReply> replies) {
        StatisticsSpec strict = Walk.spec(Contract.strict());
        Map<StatisticsRule, Finding> findings = new EnumMap<>(StatisticsRule.class);
        findings.put(StatisticsRule.F7, Finding.F7);
        findings.put(StatisticsRule.F14, Finding.F14);
        Walk.through(strict, operations, (state, operation) -> {
            for (StatisticsReply reply : replies) {
                if (strict.judge(state, operation, reply) instanceof Step.Rejected<StatisticsState> rejected) {
                    StatisticsRule rule = (StatisticsRule) rejected.violation().rule();
                    boolean allowed =
                            Walk.spec(Contract.published()).judge(state, operation, reply) instanceof Step.Accepted;
                    Statistics.label("blamed").collect(rule);
                    assertThat(findings.containsKey(rule))
                            .as("%s answered %s: %s", operation, reply, rule)
                            .isEqualTo(allowed);
                }
            }
        });
        Statistics.label("blamed").coverage(blamed -> {
            blamed.check(StatisticsRule.F7).count(count -> count > 0);
            blamed.check(StatisticsRule.F14).count(count -> count > 0);
            blamed.check(StatisticsRule.W6).count(count -> count > 0);
        });
    }

    private static List<Map.Entry<StatisticsReply, Set<StatisticsRule>>> altered(
            StatisticsState state, StatisticsOperation operation, StatisticsReply right) {
        List<Map.Entry<StatisticsReply, Set<StatisticsRule>>> altered = new ArrayList<>();
        if (right instanceof StatisticsReply.Told told && operation instanceof StatisticsOperation.Read read) {
            Summary summary = told.summary();
            Set<StatisticsRule> values = EnumSet.of(StatisticsRule.W1, StatisticsRule.W2, StatisticsRule.F14);
            altered.add(Map.entry(
                    told(new Summary(summary.count() + 1, summary.mean(), summary.m2())),
                    EnumSet.of(StatisticsRule.W1, StatisticsRule.W2)));
            altered.add(Map.entry(told(new Summary(summary.count(), Double.NaN, summary.m2())), values));
            Moments moments = state.moments(read.partition());
            double off = summary.mean() + 4 * moments.meanBound() + Double.MIN_VALUE;
            if (Double.isFinite(off)) {
                altered.add(Map.entry(told(new Summary(summary.count(), off, summary.m2())), values));
            }
            if (!moments.large()) {
                double m2 = summary.m2() + 4 * moments.m2Bound(summary.m2()) + Double.MIN_VALUE;
                altered.add(Map.entry(told(new Summary(summary.count(), summary.mean(), m2)), values));
            }
            altered.add(Map.entry(
                    new StatisticsReply.Told(summary, told.variance() * 1.5 + 1), EnumSet.of(StatisticsRule.W3)));
        } else if (right instanceof StatisticsReply.Standardised) {
            altered.add(Map.entry(
                    new StatisticsReply.Standardised(Double.NaN), EnumSet.of(StatisticsRule.W3, StatisticsRule.F14)));
        } else if (right instanceof StatisticsReply.Scored scored) {
            Set<StatisticsRule> rules = EnumSet.of(StatisticsRule.W5, StatisticsRule.F14);
            altered.add(Map.entry(new StatisticsReply.Scored(Double.NaN, Route.SLOW, Band.FAR), rules));
            altered.add(Map.entry(new StatisticsReply.Scored(2.1, Route.SLOW, Band.FAR), rules));
            Route other = scored.route() == Route.FAST ? Route.SLOW : Route.FAST;
            altered.add(Map.entry(
                    new StatisticsReply.Scored(scored.score(), other, scored.band()), EnumSet.of(StatisticsRule.W5)));
        } else if (right instanceof StatisticsReply.Due due) {
            if (due.claimed() || state.attempts < Walk.CONFIG.interval()) {
                altered.add(Map.entry(new StatisticsReply.Due(!due.claimed()), EnumSet.of(StatisticsRule.W6)));
            }
        } else if (right instanceof StatisticsReply.Begun begun && begun.accepted()) {
            altered.add(Map.entry(new StatisticsReply.Begun(false), EnumSet.of(StatisticsRule.W6)));
        } else if (right instanceof StatisticsReply.Stepped && state.writers().size() == 1) {
            altered.add(Map.entry(new StatisticsReply.Stepped(Progress.FAILED, null), EnumSet.of(StatisticsRule.W6)));
        } else if (operation instanceof StatisticsOperation.Restart) {
            SortedMap<String, Summary> other = new TreeMap<>(Map.of("r/z/m/l", new Summary(1, 0, 0)));
            altered.add(
                    Map.entry(new StatisticsReply.Restored(other), EnumSet.of(StatisticsRule.W6, StatisticsRule.F7)));
        } else {
            altered.add(Map.entry(
                    new StatisticsReply.Due(true),
                    EnumSet.of(StatisticsRule.W1, StatisticsRule.W2, StatisticsRule.W6)));
        }
        return altered;
    }

    private static StatisticsReply told(Summary summary) {
        return new StatisticsReply.Told(summary, summary.count() < 2 ? 1 : summary.m2() / (summary.count() - 1));
    }

    @Provide
    Arbitrary<Contract> contracts() {
        return Walk.contracts();
    }

    @Provide
    Arbitrary<List<StatisticsOperation>> operations() {
        return Walk.operations();
    }

    @Provide
    Arbitrary<List<StatisticsReply>> replies() {
        return AnyReply.replies();
    }
}
