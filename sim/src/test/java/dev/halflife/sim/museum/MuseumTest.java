package dev.halflife.sim.museum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatRule;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.defect.Origin;
import dev.halflife.sim.defect.Owner;
import dev.halflife.sim.defect.Probe;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MuseumTest {

    private static final int MOST_STEPS = 14;

    /** Sixteen bumps go right before the first that goes wrong. */
    private static final Map<String, Integer> LONGER =
            Map.of("defect:adds-nothing-from-16-on", 17, "defect:blob-adds-nothing-from-16-on", 17);

    /** Those that have a part in the museum. */
    static Stream<Component<?, ?, ?, ?>> components() {
        return Components.withWorlds(Components.all()).stream()
                .filter(component -> !component.defects().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("components")
    void everyDefectIsReachedGoesWrongAndIsCaughtByTheRuleThatItBreaks(Component<?, ?, ?, ?> component) {
        Museum.Tour<?, ?, ?, ?> tour = tour(component, 7, 1, 2);

        assertThat(tour.missed()).isEmpty();
        assertThat(tour.records()).hasSameSizeAs(component.defects());
        assertThat(tour.counterexamples())
                .allSatisfy(found -> assertThat(found.schedule().operations())
                        .hasSizeLessThanOrEqualTo(
                                LONGER.getOrDefault(found.trial().subject(), MOST_STEPS)));
        assertThat(tour.records()).filteredOn(DefectRecord::hunted).allSatisfy(record -> {
            assertThat(record.reached()).isPositive();
            assertThat(record.triggered()).isGreaterThanOrEqualTo(record.detected());
            assertThat(record.detected()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("components")
    void theSameSeedsGiveTheSameRecordsForAnyNumberOfJobs(Component<?, ?, ?, ?> component) {
        Museum.Tour<?, ?, ?, ?> one = tour(component, 3, 1, 1);
        Museum.Tour<?, ?, ?, ?> three = tour(component, 3, 1, 3);

        assertThat(three.records()).isEqualTo(one.records());
        assertThat(three.digest()).isEqualTo(one.digest());
    }

    @ParameterizedTest
    @MethodSource("components")
    void withoutItsMistakeADefectHolds(Component<?, ?, ?, ?> component) {
        holds(component);
    }

    private static <C, S, O extends Operation<O>, R> void holds(Component<C, S, O, R> component) {
        Set<Contract> contracts = new LinkedHashSet<>();
        for (Defect<C, O, R> defect : component.defects()) {
            if (contracts.add(defect.contract())) {
                Trial<C, S, O, R> trial =
                        new Trial<>(Staged.trying(component, defect.maker()::correct), "staged", defect.contract());
                assertThat(new Campaign<>(trial, 5, 2)
                                .run(1_000, Parallel.Stop.NEVER, Progress.NONE)
                                .broken())
                        .isEmpty();
                assertThat(new Explorer<>(trial, 3, 2, 2)
                                .run(Parallel.Stop.NEVER, Progress.NONE)
                                .broken())
                        .isEmpty();
            }
        }
        assertThat(contracts).contains(Contract.strict());
    }

    /** Or it would not need threads. */
    @ParameterizedTest
    @MethodSource("components")
    void whatNeedsThreadsIsAsGoodAsCorrectToOneCaller(Component<?, ?, ?, ?> component) {
        holdsForOneCaller(component);
    }

    private static <C, S, O extends Operation<O>, R> void holdsForOneCaller(Component<C, S, O, R> component) {
        for (Defect<C, O, R> defect : component.defects()) {
            if (defect.owner().needsThreads()) {
                Trial<C, S, O, R> trial = new Trial<>(
                        Staged.trying(component, config -> defect.maker().faulty(config, Probe.NONE)),
                        "staged",
                        defect.contract());
                assertThat(new Campaign<>(trial, 6, 2)
                                .run(2_000, Parallel.Stop.NEVER, Progress.NONE)
                                .broken())
                        .as(defect.id())
                        .isEmpty();
            }
        }
    }

    @Test
    void idsAreUniqueOverAllComponents() {
        List<String> ids = new ArrayList<>();
        components().forEach(component -> component.defects().forEach(defect -> ids.add(defect.id())));

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    }

    @Test
    void aLineThatNeverRunsIsDormant() {
        assertThat(verdict(HeatRule.D3, Owner.CAMPAIGN, (probe, reply) -> reply))
                .isEqualTo("dormant");
    }

    @Test
    void aLineThatMakesNoDifferenceIsHarmless() {
        assertThat(verdict(HeatRule.D3, Owner.CAMPAIGN, (probe, reply) -> {
                    probe.reached();
                    return reply;
                }))
                .isEqualTo("harmless");
    }

    @Test
    void aDifferenceThatNoRuleForbidsIsAcquitted() {
        assertThat(verdict(HeatRule.D3, Owner.CAMPAIGN, MuseumTest::lastBitsOff))
                .isEqualTo("acquitted");
    }

    @Test
    void aDefectThatAnotherRuleConvictsIsMisnamed() {
        assertThat(verdict(HeatRule.S5, Owner.CAMPAIGN, MuseumTest::twiceTheRate))
                .isEqualTo("misnamed");
        assertThat(verdict(HeatRule.D3, Owner.CAMPAIGN, MuseumTest::twiceTheRate))
                .isEqualTo("caught");
        assertThat(verdict(HeatRule.D3, Owner.EXPLORER, MuseumTest::twiceTheRate))
                .isEqualTo("caught");
    }

    @Test
    void whatNeedsThreadsIsListedAndNotHunted() {
        assertThat(verdict(HeatRule.D3, Owner.LINCHECK, MuseumTest::twiceTheRate))
                .isEqualTo("elsewhere");
    }

    @Test
    void aStoppedTourSaysWhatItLeftOut() {
        Component<?, ?, ?, ?> component = Components.all().get(0);
        Museum.Tour<?, ?, ?, ?> tour =
                new Museum(1, 1, 2, () -> 0).tour(component, defect -> true, () -> true, Progress.NONE);

        assertThat(tour.records()).isEmpty();
        assertThat(tour.unhunted()).hasSameSizeAs(component.defects());
    }

    private static HeatReply twiceTheRate(Probe probe, HeatReply reply) {
        return times(2, probe, reply);
    }

    private static HeatReply lastBitsOff(Probe probe, HeatReply reply) {
        return times(1 + 0x1p-50, probe, reply);
    }

    private static HeatReply times(double factor, Probe probe, HeatReply reply) {
        if (reply instanceof HeatReply.Bumped bumped) {
            probe.reached();
            return new HeatReply.Bumped(bumped.evicted(), bumped.rate() * factor);
        }
        return reply;
    }

    /** What becomes of a reply on its way. */
    private interface Alteration {
        HeatReply of(Probe probe, HeatReply reply);
    }

    private static String verdict(Rule rule, Owner owner, Alteration alteration) {
        HeatComponent heat = HeatComponent.heat();
        Defect.Maker<HeatConfig, HeatOperation, HeatReply> maker = new Defect.Maker<>() {
            @Override
            public Subject<HeatOperation, HeatReply> faulty(HeatConfig config, Probe probe) {
                Subject<HeatOperation, HeatReply> right = correct(config);
                return operation -> alteration.of(probe, right.apply(operation));
            }

            @Override
            public Subject<HeatOperation, HeatReply> correct(HeatConfig config) {
                return heat.subject("reference", config);
            }
        };
        Defect<HeatConfig, HeatOperation, HeatReply> defect = new Defect<>(
                "altered", "a reply is altered", Origin.INVENTED, rule, owner, 50, Contract.strict(), maker);
        return tour(Staged.judging(heat, spec -> spec, List.of(defect)), 1, 1, 1)
                .records()
                .get(0)
                .verdict();
    }

    private static Museum.Tour<?, ?, ?, ?> tour(Component<?, ?, ?, ?> component, long seed, int seeds, int jobs) {
        return new Museum(seed, seeds, jobs, () -> 0)
                .tour(component, defect -> true, Parallel.Stop.NEVER, Progress.NONE);
    }
}
