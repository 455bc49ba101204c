package dev.halflife.sim.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsRule;
import dev.halflife.model.write.statistics.StatisticsState;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Situation;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Timeline;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.shrink.Shrinker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Campaigns and explorations of running statistics: what holds, what was met, and what F7 looks like. */
class StatisticsCampaignTest {

    private static final int SCHEDULES = 2_000;

    @Test
    void theReferenceHoldsAndEverySituationIsMet() {
        StatisticsComponent component = new StatisticsComponent();
        var tally = campaign("reference", Contract.strict(), 31).run(SCHEDULES, Parallel.Stop.NEVER, Progress.NONE);

        assertThat(tally.broken()).isEmpty();
        assertThat(tally.undecided()).isZero();
        List<String> unseen = new ArrayList<>();
        for (int i = 0; i < component.situations().size(); i++) {
            if (tally.metBy(i) == 0) {
                unseen.add(component.situations().get(i).id());
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(component.situations()).extracting(Situation::id).doesNotHaveDuplicates();
    }

    /** What is safe is allowed by those who ask for less. */
    @Test
    void theReferenceHoldsUnderThePublishedContractToo() {
        assertThat(campaign("reference", Contract.published(), 32)
                        .run(SCHEDULES, Parallel.Stop.NEVER, Progress.NONE)
                        .broken())
                .isEmpty();
    }

    @Test
    void everyRuleIsPutToTheTest() {
        long exercised = campaign("reference", Contract.strict(), 33)
                .run(500, Parallel.Stop.NEVER, Progress.NONE)
                .exercised();

        for (StatisticsRule rule : StatisticsRule.values()) {
            assertThat(exercised & rule.bit()).as(rule.id()).isNotZero();
        }
    }

    /** Two writers of the one temporary file, with no power lost at all. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void f7_aCampaignFindsTheTornFileThatTwoWritersLeave(long seed) {
        var torn = shrunk(seed, schedule -> !schedule.config().powerFails());

        assertThat(torn.schedule().operations()).hasSizeLessThanOrEqualTo(8);
        assertThat(torn.schedule().operations().stream()
                        .filter(StatisticsOperation.Begin.class::isInstance)
                        .map(operation -> ((StatisticsOperation.Begin) operation).writer()))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(lastReply(torn)).contains("a damaged file");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void f7_aCampaignFindsWhatAnUnforcedSaveLosesWithThePower(long seed) {
        var lost = shrunk(
                seed,
                schedule -> schedule.operations().stream()
                        .filter(StatisticsOperation.Begin.class::isInstance)
                        .allMatch(operation -> ((StatisticsOperation.Begin) operation).writer() == 1));

        assertThat(lost.schedule().operations()).hasSizeLessThanOrEqualTo(8);
        assertThat(lost.schedule().operations())
                .anyMatch(operation ->
                        operation instanceof StatisticsOperation.Restart restart && restart.power() != null);
    }

    @Test
    void f7_theExplorerFindsTheTornFileByKillsAlone() {
        var trial = new Trial<>(new StatisticsComponent(false), "published", Contract.strict());
        var tally = new Explorer<>(trial, 6, 1, 2).run(Parallel.Stop.NEVER, Progress.NONE);

        assertThat(first(tally, StatisticsRule.F7).schedule().operations()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void f7_theExplorerFindsTheUnforcedSave() {
        var trial = new Trial<>(new StatisticsComponent(), "published", Contract.strict());
        var tally = new Explorer<>(trial, 4, 1, 2).run(Parallel.Stop.NEVER, Progress.NONE);

        var shrunk = Shrinker.shrink(first(tally, StatisticsRule.F7));
        assertThat(shrunk.schedule().operations()).hasSizeLessThanOrEqualTo(6);
        assertThat(shrunk.schedule().config().powerFails()).isTrue();
    }

    private static Campaign<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply> campaign(
            String subject, Contract contract, long seed) {
        return new Campaign<>(new Trial<>(new StatisticsComponent(), subject, contract), seed, 2);
    }

    /** The first schedule of a campaign that breaks F7 and is of this kind, shrunk. */
    private static Counterexample<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply> shrunk(
            long seed, Predicate<Schedule<StatisticsConfig, StatisticsOperation>> kind) {
        var campaign = campaign("published", Contract.strict(), seed);
        for (long index = 0; index < SCHEDULES; index++) {
            var schedule = campaign.schedule(index);
            var violated = campaign.trial().judge(schedule).violated();
            if (violated.isPresent()
                    && violated.get().violation().rule() == StatisticsRule.F7
                    && kind.test(violated.get().schedule())) {
                return Shrinker.shrink(Counterexample.found(
                        campaign.trial(),
                        violated.get(),
                        new Counterexample.Origin("fuzz", seed, index),
                        schedule.operations().size()));
            }
        }
        throw new AssertionError("no schedule of this kind breaks F7");
    }

    private static Counterexample<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply> first(
            Tally<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply> tally, StatisticsRule rule) {
        return tally.broken().stream()
                .map(Tally.Broken::first)
                .filter(counterexample -> counterexample.violation().rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " was not found"));
    }

    private static String lastReply(
            Counterexample<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply> counterexample) {
        List<Timeline.Row> rows =
                Timeline.of(counterexample.trial(), counterexample.schedule()).rows();
        return rows.get(rows.size() - 1).cells().get(1);
    }
}
