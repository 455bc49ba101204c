package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Rule;
import dev.halflife.model.Step;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** The judge against the prediction, and against each reply that differs from a right one in a single field. */
class HeatSpecProperties {

    private static final String ALTERED = "altered replies";
    private static final String WRONG = "wrong";
    private static final String RIGHT = "right all the same";

    @Property(tries = 4_000, seed = "20260201")
    @StatisticsReport(StatisticsReportMode.OFF)
    void aPredictionIsAccepted(@ForAll("worlds") World world, @ForAll("moves") List<Move> moves) {
        HeatSpec spec = world.spec();
        Walk.through(world, moves, (state, operation) -> {
            Step<HeatState> step = spec.judge(state, operation, spec.predict(state, operation));
            assertThat(step).isNotInstanceOf(Step.Rejected.class);
            Statistics.label("steps").collect(step instanceof Step.Accepted ? "accepted" : "undecided");
        });
        Statistics.label("steps").coverage(steps -> steps.check("undecided").percentage(share -> share < 0.1));
    }

    /** But P1, which no step can break, E2, as no rate is ever such, and T6, which shows in no reply. */
    @Property(tries = 1_000, seed = "20260203")
    @StatisticsReport(StatisticsReportMode.OFF)
    void everyRuleIsPutToTheTest(@ForAll("worlds") World world, @ForAll("moves") List<Move> moves) {
        HeatSpec spec = world.spec();
        Set<Rule> untestable = Set.of(HeatRule.P1, HeatRule.E2, HeatRule.T6);
        Walk.through(world, moves, (state, operation) -> {
            if (spec.judge(state, operation, spec.predict(state, operation)) instanceof Step.Accepted<HeatState> step) {
                spec.rules().stream()
                        .filter(rule -> (step.exercised() & rule.bit()) != 0)
                        .forEach(rule -> Statistics.label("exercised").collect(rule));
            }
        });
        Statistics.label("exercised")
                .coverage(exercised -> spec.rules().stream()
                        .filter(rule -> !untestable.contains(rule))
                        .forEach(rule -> exercised.check(rule).count(count -> count > 0)));
    }

    @Property(tries = 4_000, seed = "20260202")
    @StatisticsReport(StatisticsReportMode.OFF)
    void aReplyAlteredInOneFieldIsRejected(@ForAll("worlds") World world, @ForAll("moves") List<Move> moves) {
        Walk.through(world, moves, (state, operation) -> {
            for (HeatState possible : Possible.states(state)) {
                judgeAltered(world, possible, operation);
            }
        });
        Statistics.label(ALTERED).coverage(replies -> {
            replies.check(WRONG).count(count -> count > 500_000);
            replies.check(RIGHT).percentage(share -> share < 1);
        });
    }

    /** Each alteration is rejected; but for the few that the rules allow, and those are accepted. */
    private static void judgeAltered(World world, HeatState state, HeatOperation operation) {
        HeatSpec spec = world.spec();
        Allowed allowed = new Allowed(world, state);
        HeatReply right = spec.predict(state, operation);
        assertThat(allowed.allows(operation, right)).isTrue();
        for (HeatReply altered : Alterations.of(right, state)) {
            boolean rejected = spec.judge(state, operation, altered) instanceof Step.Rejected;
            boolean wrong = !allowed.allows(operation, altered);
            Statistics.label(ALTERED).collect(wrong ? WRONG : RIGHT);
            assertThat(rejected)
                    .as("%s answered %s instead of %s", operation, altered, right)
                    .isEqualTo(wrong);
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        return World.any();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Move.many();
    }
}
