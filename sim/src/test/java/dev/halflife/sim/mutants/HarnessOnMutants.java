package dev.halflife.sim.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.museum.Museum;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The harness in small, for the mutants that the laws of {@code model} and {@code impl} leave alive: a mutant of a reference
 * breaks a rule, one of a judge convicts the innocent or lets a defect go. Run for each mutant, so it is kept to some
 * seconds; the profile {@code pit} names it, and no other build runs it, as the gate does the same at full length.
 */
class HarnessOnMutants {

    private static final int SCHEDULES = 300;
    private static final int DEPTH = 3;

    static Stream<Component<?, ?, ?, ?>> components() {
        return Components.all().stream();
    }

    @ParameterizedTest
    @MethodSource("components")
    void theReferenceHoldsUnderTheStrictContract(Component<?, ?, ?, ?> component) {
        assertHolds(component, "reference", Contract.strict());
    }

    @ParameterizedTest
    @MethodSource("components")
    void thePublishedPortHoldsUnderThePublishedContract(Component<?, ?, ?, ?> component) {
        assertHolds(component, "published", Contract.published());
    }

    @ParameterizedTest
    @MethodSource("components")
    void everyDefectIsCaughtByTheRuleThatItBreaks(Component<?, ?, ?, ?> component) {
        assertThat(new Museum(7, 1, 1, () -> 0)
                        .tour(component, defect -> true, Parallel.Stop.NEVER, Progress.NONE)
                        .missed())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("components")
    void thePublishedPortIsConvictedOfItsFindings(Component<?, ?, ?, ?> component) {
        List<String> broken = campaign(component, "published", Contract.strict(), 2_000).broken().stream()
                .map(found -> found.first().violation().rule().id())
                .toList();

        assertThat(broken)
                .containsAll(component.findings().stream().map(Enum::name).toList());
    }

    private static void assertHolds(Component<?, ?, ?, ?> component, String subject, Contract contract) {
        assertThat(List.of(campaign(component, subject, contract, SCHEDULES), explore(component, subject, contract)))
                .allSatisfy(tally -> {
                    assertThat(tally.broken()).isEmpty();
                    assertThat(tally.undecided()).isZero();
                });
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> campaign(
            Component<C, S, O, R> component, String subject, Contract contract, long schedules) {
        return new Campaign<>(new Trial<>(component, subject, contract), 1, 1)
                .run(schedules, Parallel.Stop.NEVER, Progress.NONE);
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> explore(
            Component<C, S, O, R> component, String subject, Contract contract) {
        return new Explorer<>(new Trial<>(component, subject, contract), DEPTH, 2, 1)
                .run(Parallel.Stop.NEVER, Progress.NONE);
    }
}
