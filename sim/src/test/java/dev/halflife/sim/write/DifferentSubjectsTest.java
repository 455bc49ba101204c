package dev.halflife.sim.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Operation;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.museum.Staging;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.write.arrivals.ArrivalsComponent;
import dev.halflife.sim.write.breaker.BreakerComponent;
import dev.halflife.sim.write.interference.InterferenceComponent;
import dev.halflife.sim.write.queue.QueueComponent;
import dev.halflife.sim.write.workingset.WorkingSetComponent;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No subject is rejected for being different. {@code -Dstrangers.seeds=30 -Dstrangers.schedules=20000} hunts longer.
 */
class DifferentSubjectsTest {

    private static final long SEEDS = Long.getLong("strangers.seeds", 2);
    private static final long SCHEDULES = Long.getLong("strangers.schedules", 2_000);

    static Stream<Arguments> contracts() {
        return Stream.of(Contract.strict(), Contract.published())
                .flatMap(contract -> Stream.of(
                        Arguments.of(contract, "queue"),
                        Arguments.of(contract, "arrivals"),
                        Arguments.of(contract, "working set"),
                        Arguments.of(contract, "breaker"),
                        Arguments.of(contract, "tracker")));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void whatIsDifferentHolds(Contract contract, String part) {
        switch (part) {
            case "queue" ->
                hunt(
                        new QueueComponent(),
                        contract,
                        config -> DifferentSubjects.queue(config, contract.asks(Finding.F11)));
            case "arrivals" -> hunt(new ArrivalsComponent(), contract, config -> DifferentSubjects.arrivals());
            case "working set" ->
                hunt(
                        new WorkingSetComponent(),
                        contract,
                        config -> DifferentSubjects.workingSet(contract.asks(Finding.F12)));
            case "breaker" ->
                hunt(
                        new BreakerComponent(),
                        contract,
                        config -> new DifferentBreaker(config, contract.asks(Finding.F8)));
            default ->
                hunt(
                        new InterferenceComponent(),
                        contract,
                        config -> new DifferentTracker(config, contract.asks(Finding.F9)));
        }
    }

    private static <C, S, O extends Operation<O>, R> void hunt(
            Component<C, S, O, R> component, Contract contract, Function<C, Subject<O, R>> subject) {
        Trial<C, S, O, R> trial = new Trial<>(Staging.trying(component, subject), "staged", contract);
        for (long seed = 1; seed <= SEEDS; seed++) {
            Tally<C, S, O, R> tally = new Campaign<>(trial, seed, 2).run(SCHEDULES, Parallel.Stop.NEVER, Progress.NONE);
            assertThat(tally.broken().stream()
                            .map(broken -> broken.first().violation() + " after "
                                    + broken.first().schedule().operations()))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(tally.undecided()).isZero();
        }
    }
}
