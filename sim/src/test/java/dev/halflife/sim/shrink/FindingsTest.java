package dev.halflife.sim.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published port is convicted of every finding, under the finding's own id, by a schedule a person can read. */
class FindingsTest {

    private static final Map<String, Integer> MOST_STEPS = Map.of("F3", 5, "F5", 3, "F13", 4);

    static Stream<Component<?, ?, ?, ?>> components() {
        return Components.all().stream();
    }

    @ParameterizedTest
    @MethodSource("components")
    void everyFindingIsShownByAShortSchedule(Component<?, ?, ?, ?> component) {
        for (long seed = 1; seed <= 5; seed++) {
            Map<String, Counterexample<?, ?, ?, ?>> shrunk = shrunk(component, seed);

            assertThat(shrunk.keySet())
                    .as("seed %d", seed)
                    .containsAll(component.findings().stream().map(Enum::name).toList());
            long itsSeed = seed;
            // What is broken beside them shows two findings at once, and is longer.
            Set<String> findings = component.findings().stream().map(Enum::name).collect(Collectors.toSet());
            shrunk.forEach((rule, counterexample) -> assertThat(
                            counterexample.schedule().operations())
                    .as("%s of seed %d", rule, itsSeed)
                    .hasSizeLessThanOrEqualTo(findings.contains(rule) ? MOST_STEPS.getOrDefault(rule, 8) : 14));
        }
    }

    @ParameterizedTest
    @MethodSource("components")
    void nothingCanBeDroppedFromAShrunkSchedule(Component<?, ?, ?, ?> component) {
        shrunk(component, 9).values().forEach(FindingsTest::assertMinimal);
    }

    private static <C, S, O extends Operation<O>, R> void assertMinimal(Counterexample<C, S, O, R> shrunk) {
        for (int drop = 0; drop < shrunk.schedule().operations().size(); drop++) {
            List<O> fewer = new ArrayList<>(shrunk.schedule().operations());
            fewer.remove(drop);
            assertThat(shrunk.trial().judge(shrunk.schedule().with(fewer)).violated().stream())
                    .filteredOn(violated -> violated.violation()
                            .rule()
                            .equals(shrunk.violation().rule()))
                    .isEmpty();
        }
    }

    private static Map<String, Counterexample<?, ?, ?, ?>> shrunk(Component<?, ?, ?, ?> component, long seed) {
        Map<String, Counterexample<?, ?, ?, ?>> shrunk = new TreeMap<>();
        for (var broken : campaign(component, seed).broken()) {
            Counterexample<?, ?, ?, ?> smallest = Shrinker.shrink(broken.first());
            shrunk.put(smallest.violation().rule().id(), smallest);
        }
        return shrunk;
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> campaign(
            Component<C, S, O, R> component, long seed) {
        Trial<C, S, O, R> trial = new Trial<>(component, "published", Contract.strict());
        return new Campaign<>(trial, seed, 2).run(2_000, Parallel.Stop.NEVER, Progress.NONE);
    }
}
