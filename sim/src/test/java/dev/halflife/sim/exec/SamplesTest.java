package dev.halflife.sim.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shrink.Shrinker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples in other languages: one is right, one is not. Skipped where there is nothing to run or to compile them. */
class SamplesTest {

    /** However busy the machine is. */
    private static final Limits UNHURRIED =
            new Limits(3_600_000_000_000L, 3_600_000_000_000L, 10_000_000_000L, 1 << 16);

    private static final Contract PUBLISHED = Contract.published();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private static boolean runs(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static ForeignSubjects processes(String command) {
        return new ForeignSubjects(Command.parse(command), UNHURRIED, () -> 0, Parallel.Stop.NEVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heat-registry", "blob-heat-registry"})
    void thePythonRegistryHolds(String component) throws InterruptedException {
        assumeTrue(runs("python3", "--version"), "python3 is not there");
        try (ForeignSubjects processes = processes("python3 src/test/python/registry.py")) {
            Tally<?, ?, ?, ?> tally = fuzz(Components.named(component), processes, 200);
            assertThat(tally.broken()).isEmpty();
            assertThat(tally.undecided()).isZero();
            assertThat(tally.schedules()).isEqualTo(200);
        }
    }

    @Test
    void theRegistryInCEvictsTheWrongKey() throws InterruptedException {
        String program = directory.resolve("registry").toString();
        assumeTrue(runs("cc", "--version"), "cc is not there");
        assertThat(runs("cc", "-O2", "-o", program, "src/test/c/registry.c", "-lm"))
                .isTrue();
        try (ForeignSubjects processes = processes("'" + program + "'")) {
            Tally<?, ?, ?, ?> tally = fuzz(Components.named("heat-registry"), processes, 100);
            assertThat(tally.broken())
                    .filteredOn(broken -> broken.first().violation().rule().id().equals("R3"))
                    .singleElement()
                    .satisfies(broken -> assertThat(operations(broken)).hasSize(3));
            // Now and then a wrong victim looks as if a touch had made its counter anew.
            assertThat(tally.broken())
                    .extracting(broken -> broken.first().violation().rule().id())
                    .isSubsetOf("R3", "R1");
        }
    }

    private static <C, S, O extends Operation<O>, R> List<O> operations(Tally.Broken<C, S, O, R> broken) {
        return Shrinker.shrink(broken.first()).schedule().operations();
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> fuzz(
            Component<C, S, O, R> component, ForeignSubjects processes, int schedules) {
        Trial<C, S, O, R> trial = new Trial<>(processes.in(component, PUBLISHED), "exec:", PUBLISHED);
        return new Campaign<>(trial, 1, 1).run(schedules, Parallel.Stop.NEVER, Progress.NONE);
    }
}
