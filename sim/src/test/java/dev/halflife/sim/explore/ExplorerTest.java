package dev.halflife.sim.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplorerTest {

    static Stream<Component<?, ?, ?, ?>> components() {
        return Components.all().stream();
    }

    @ParameterizedTest
    @MethodSource("components")
    void theReferenceHoldsInEverySmallSchedule(Component<?, ?, ?, ?> component) {
        Tally<?, ?, ?, ?> tally = explore(component, "reference", Contract.strict(), 4, 2, 2);

        assertThat(tally.broken()).isEmpty();
        assertThat(tally.undecided()).isZero();
    }

    @ParameterizedTest
    @MethodSource("components")
    void thePublishedPortHoldsInEverySmallSchedule(Component<?, ?, ?, ?> component) {
        assertThat(explore(component, "published", Contract.published(), 4, 2, 2)
                        .broken())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("components")
    void theTallyDoesNotDependOnTheNumberOfJobs(Component<?, ?, ?, ?> component) {
        Tally<?, ?, ?, ?> one = explore(component, "published", Contract.strict(), 3, 2, 1);
        Tally<?, ?, ?, ?> three = explore(component, "published", Contract.strict(), 3, 2, 3);

        assertThat(three.digest()).isEqualTo(one.digest());
        assertThat(three.broken()).isEqualTo(one.broken());
    }

    /**
     * Of one key and a cap that it fits under. First: bump, touch, tick. Then, at each of five times: bump, touch, tick;
     * and besides, after a bump or a touch: remove; after the tick, which announced nothing: its commit.
     */
    @Test
    void everyScheduleOfTwoOperationsOverOneKeyIsRun() {
        assertThat(explore(Components.all().get(0), "reference", Contract.strict(), 2, 1, 1)
                        .schedules())
                .isEqualTo(3 + (3 * 5 + 1) + (3 * 5 + 1) + (3 * 5 + 1));
    }

    static Tally<?, ?, ?, ?> explore(
            Component<?, ?, ?, ?> component, String subject, Contract contract, int depth, int keys, int jobs) {
        return typed(component, subject, contract, depth, keys, jobs);
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> typed(
            Component<C, S, O, R> component, String subject, Contract contract, int depth, int keys, int jobs) {
        Trial<C, S, O, R> trial = new Trial<>(component, subject, contract);
        return new Explorer<>(trial, depth, keys, jobs).run(Parallel.Stop.NEVER, Progress.NONE);
    }
}
