package dev.halflife.sim.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Situation;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Timeline;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shrink.Shrinker;
import dev.halflife.sim.write.arrivals.ArrivalsComponent;
import dev.halflife.sim.write.cursor.CursorComponent;
import dev.halflife.sim.write.queue.QueueComponent;
import dev.halflife.sim.write.workingset.WorkingSetComponent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The components that leave no choice, beyond what is asked of every component. */
class SimplePartsTest {

    static Stream<Component<?, ?, ?, ?>> components() {
        return Stream.of(
                new CursorComponent(), new ArrivalsComponent(), new QueueComponent(), new WorkingSetComponent());
    }

    @ParameterizedTest
    @MethodSource("components")
    void aCampaignMeetsEverySituationAndTestsEveryRule(Component<?, ?, ?, ?> component) {
        assertComplete(component);
    }

    private static <C, S, O extends Operation<O>, R> void assertComplete(Component<C, S, O, R> component) {
        Tally<C, S, O, R> tally = campaign(component, "reference", 7);
        List<Situation<C, S, O, R>> situations = component.situations();

        assertThat(tally.broken()).isEmpty();
        assertThat(IntStream.range(0, situations.size())
                        .filter(i -> tally.metBy(i) == 0)
                        .mapToObj(i -> situations.get(i).id()))
                .isEmpty();
        C config = component.exploration().configs(1).get(0);
        assertThat(component.spec(config, Contract.strict()).rules().stream()
                        .filter(rule -> (tally.exercised() & rule.bit()) == 0)
                        .map(Rule::id))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("components")
    void thePublishedPortBreaksItsFindingsAndNothingElse(Component<?, ?, ?, ?> component) {
        String findings = component.findings().stream().map(Finding::name).collect(Collectors.joining(" "));

        assertThat(rules(campaign(component, "published", 8))).isEqualTo(findings);
        assertThat(rules(exploration(component))).isEqualTo(findings);
    }

    /** What F11 comes to: a capacity of one, and what is given back comes after what has come since. */
    @Test
    void f11_readsAtAGlance() {
        assertThat(told(new QueueComponent()))
                .containsExactly(
                        "enqueue  a1 | nothing dropped | queue: a1",
                        "drain | a1 | ",
                        "enqueue  a1 | nothing dropped | queue: a1",
                        "requeue  a1 (max 2) | nothing dropped | expected: dropped a1");
    }

    @Test
    void f12_readsAtAGlance() {
        assertThat(told(new WorkingSetComponent()))
                .containsExactly(
                        "upsert   r1 of e1 v0 t0 |  | e1: r1",
                        "upsert   r2 of e1 v0 t0 |  | e1: r2 + 1 older",
                        "trim     e1 | 0 removed | expected: 1 removed");
    }

    private static <C, S, O extends Operation<O>, R> List<String> told(Component<C, S, O, R> component) {
        Counterexample<C, S, O, R> shrunk = Shrinker.shrink(
                campaign(component, "published", 8).broken().get(0).first());
        return Timeline.of(shrunk.trial(), shrunk.schedule()).rows().stream()
                .map(row -> String.join(" | ", row.cells()) + " | " + row.note())
                .toList();
    }

    private static String rules(Tally<?, ?, ?, ?> tally) {
        return tally.broken().stream()
                .map(broken -> broken.first().violation().rule().id())
                .collect(Collectors.joining(" "));
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> campaign(
            Component<C, S, O, R> component, String subject, long seed) {
        Trial<C, S, O, R> trial = new Trial<>(component, subject, Contract.strict());
        return new Campaign<>(trial, seed, 2).run(3_000, Parallel.Stop.NEVER, Progress.NONE);
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> exploration(Component<C, S, O, R> component) {
        Trial<C, S, O, R> trial = new Trial<>(component, "published", Contract.strict());
        return new Explorer<>(trial, 4, 2, 2).run(Parallel.Stop.NEVER, Progress.NONE);
    }
}
