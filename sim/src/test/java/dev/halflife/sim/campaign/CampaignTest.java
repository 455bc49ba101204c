package dev.halflife.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CampaignTest {

    private static final int SCHEDULES = 1_000;

    /** Enough to tell campaigns apart: all of another seed's schedules are others. */
    private static final int FEW = 200;

    static Stream<Component<?, ?, ?, ?>> components() {
        return Components.all().stream();
    }

    @ParameterizedTest
    @MethodSource("components")
    void theReferenceHoldsUnderTheStrictContract(Component<?, ?, ?, ?> component) {
        Tally<?, ?, ?, ?> tally = campaign(component, "reference", Contract.strict(), 11, 2);

        assertThat(tally.broken()).isEmpty();
        assertThat(tally.undecided()).isZero();
        assertThat(tally.schedules()).isEqualTo(SCHEDULES);
        assertThat(tally.steps()).isGreaterThan(20L * SCHEDULES);
        assertThat(tally.simulated()).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @MethodSource("components")
    void thePublishedPortHoldsUnderThePublishedContract(Component<?, ?, ?, ?> component) {
        Tally<?, ?, ?, ?> tally = campaign(component, "published", Contract.published(), 12, 2);

        assertThat(tally.broken()).isEmpty();
        assertThat(tally.undecided()).isZero();
    }

    @Test
    void aCampaignOfStepsJudgesSoManyWhateverTheNumberOfJobs() {
        Component<?, ?, ?, ?> component = Components.named("blob-heat-registry");
        Tally<?, ?, ?, ?> one = ofSteps(component, "reference", 1);
        Tally<?, ?, ?, ?> three = ofSteps(component, "reference", 3);
        assertThat(one.steps()).isBetween(20_000L, 30_000L);
        assertThat(three.sums()).isEqualTo(one.sums());
    }

    @Test
    void aCampaignOfStepsEndsWithTheFirstBrokenRule() {
        Tally<?, ?, ?, ?> tally = ofSteps(Components.named("blob-heat-registry"), "published", 2);
        assertThat(tally.broken()).isNotEmpty();
        assertThat(tally.steps()).isLessThan(20_000);
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> ofSteps(
            Component<C, S, O, R> component, String subject, int jobs) {
        Trial<C, S, O, R> trial = new Trial<>(component, subject, Contract.strict());
        return new Campaign<>(trial, 3, jobs).runSteps(20_000, Parallel.Stop.NEVER, Progress.NONE);
    }

    @ParameterizedTest
    @MethodSource("components")
    void theSameSeedGivesTheSameTallyForAnyNumberOfJobs(Component<?, ?, ?, ?> component) {
        Tally<?, ?, ?, ?> one = campaign(component, "published", Contract.strict(), 5, 1);
        Tally<?, ?, ?, ?> three = campaign(component, "published", Contract.strict(), 5, 3);

        assertThat(three.digest()).isEqualTo(one.digest());
        assertThat(three.steps()).isEqualTo(one.steps());
        assertThat(three.simulated()).isEqualTo(one.simulated());
        assertThat(three.broken()).isEqualTo(one.broken());
    }

    @ParameterizedTest
    @MethodSource("components")
    void anotherSeedGivesAnotherCampaign(Component<?, ?, ?, ?> component) {
        assertThat(typed(component, "reference", Contract.strict(), 2, 2, FEW).digest())
                .isNotEqualTo(typed(component, "reference", Contract.strict(), 1, 2, FEW)
                        .digest());
    }

    /** A JVM that only interprets computes every power and iterates every map as a compiling one does. */
    @Test
    void anotherKindOfJvmGivesTheSameDigest() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xint",
                        "-cp",
                        System.getProperty("java.class.path")
                                + File.pathSeparator
                                + System.getProperty("surefire.test.class.path", ""),
                        DigestMain.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(other.waitFor()).as(printed).isZero();
        assertThat(printed).isEqualTo(DigestMain.digests());
    }

    static Tally<?, ?, ?, ?> campaign(
            Component<?, ?, ?, ?> component, String subject, Contract contract, long seed, int jobs) {
        return typed(component, subject, contract, seed, jobs, SCHEDULES);
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> typed(
            Component<C, S, O, R> component, String subject, Contract contract, long seed, int jobs, long schedules) {
        Trial<C, S, O, R> trial = new Trial<>(component, subject, contract);
        return new Campaign<>(trial, seed, jobs).run(schedules, Parallel.Stop.NEVER, Progress.NONE);
    }

    /** Prints the digests of a small campaign per component. */
    static final class DigestMain {

        private DigestMain() {}

        public static void main(String[] args) {
            System.out.println(digests());
        }

        static String digests() {
            List<String> digests = Components.all().stream()
                    .map(component -> typed(component, "reference", Contract.strict(), 3, 1, 60))
                    .map(tally -> Digest.hex(tally.digest()))
                    .toList();
            return String.join(" ", digests);
        }
    }
}
