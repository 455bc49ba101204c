package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.halflife.sim.Components;
import dev.halflife.sim.gate.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Exploring and fuzzing, and what comes of what they find. */
final class HuntTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Cli findF4() {
        return Cli.run(
                "explore", "--component", "heat-registry", "--subject", "published", "--depth", 2, "--out", directory);
    }

    private Path f4() {
        return directory.resolve("counterexamples").resolve("F4-published-heat-registry.json");
    }

    @Test
    void whatHoldsEndsWithStatus0AndLeavesNothing() throws IOException {
        Cli result = Cli.run("explore", "--depth", 2, "--out", directory);
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("holds · ").contains("digest   ");
        assertThat(result.err()).isEmpty();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aViolationIsPrintedSavedAndReplayed() {
        Cli found = findF4();
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.out())
                .contains("F4 violated by published (heat-registry, contract strict)\n")
                .contains("replay   java -jar halflife.jar replay " + f4());
        Cli replayed = Cli.run("replay", f4());
        assertThat(replayed.status()).isEqualTo(1);
        assertThat(replayed.out()).contains("F4 violated by published").contains("\nends as recorded · digest ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theTraceOfALiveSubjectThatDiesIsKeptAndNamed() {
        Cli found = Cli.run(
                "explore",
                "--component",
                "heat-registry",
                "--subject",
                "exec:sh -c 'read h; read l; echo {\\\"evicted\\\":null,\\\"rate\\\":1.0}; exit 3'",
                "--depth",
                2,
                "--out",
                directory);
        assertThat(found.status()).isEqualTo(1);
        Path trace = directory.resolve("counterexamples").resolve("crash-exec-heat-registry.jsonl");
        assertThat(found.out())
                .contains("subject failed (crash): exec:sh")
                .contains("trace    " + trace + " (1 reply up to there)\n");
        Cli checked = Cli.run("check", trace);
        assertThat(checked.status()).isZero();
        assertThat(checked.out()).contains(": 1 step, contract strict, ");
    }

    @Test
    void aReplayOfAnotherSubjectIsJudgedByItself() {
        findF4();
        Cli result = Cli.run("replay", "--subject", "reference", f4());
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("holds for reference").contains("not compared with the recording");
    }

    @Test
    void aReplayThatEndsDifferentlySaysHow() throws IOException {
        findF4();
        String document = Files.readString(f4());
        Path changed = directory.resolve("changed.json");
        Files.writeString(changed, document.replaceAll("\"digest\":\"\\w+\"", "\"digest\":\"0000000000000000\""));
        assertThat(Cli.run("replay", changed).out())
                .contains("does not end as recorded: the replies differ, digest 0000000000000000 was recorded");
        Files.writeString(changed, document.replace("\"published\"", "\"reference\""));
        Cli result = Cli.run("replay", changed);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .contains("does not end as recorded: a violation of F4 was recorded and this is no violation");
    }

    @Test
    void theWorstOfSeveralFilesDecidesAndAllAreRead() {
        findF4();
        Cli result = Cli.run("replay", "no-such-file", f4());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).contains("F4 violated");
        assertThat(result.err()).hasLineCount(1);
    }

    @Test
    void fuzzingFindsTheSameForAnyNumberOfJobs() {
        Cli one = fuzz(1);
        Cli two = fuzz(2);
        assertThat(one.status()).isEqualTo(1);
        assertThat(one.out()).contains("F2 violated by published").isEqualTo(two.out());
    }

    private Cli fuzz(int jobs) {
        return Cli.run(
                "fuzz",
                "--component",
                "blob-heat-registry",
                "--subject",
                "published",
                "--schedules",
                640,
                "--seed",
                "0x2a5f",
                "--jobs",
                jobs,
                "--out",
                directory);
    }

    @Test
    void shrinkingPrintsADocumentOrWritesANewFile() {
        findF4();
        Cli printed = Cli.run("shrink", f4());
        assertThat(printed.status()).isZero();
        assertThat(printed.out()).startsWith("{\n  \"schedule\": \"halflife-schedule/2\"");
        Path small = directory.resolve("small.json");
        assertThat(Cli.run("shrink", f4(), "--out", small).out()).contains("F4 violated by published");
        assertThat(small).hasContent(printed.out());
        Cli again = Cli.run("shrink", f4(), "--out", small);
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("--out must be a new file");
    }

    @Test
    void whatHoldsCannotBeShrunk() throws IOException {
        findF4();
        Path changed = directory.resolve("changed.json");
        Files.writeString(changed, Files.readString(f4()).replace("\"published\"", "\"reference\""));
        Cli result = Cli.run("shrink", changed);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("only a schedule that breaks a rule can be shrunk");
    }

    @Test
    void asJsonTheRecordStandsAloneOnStandardOutput() throws JsonProcessingException {
        Cli result = Cli.run("explore", "--json", "--subject", "published", "--depth", 2, "--out", directory);
        RunRecord run = new JsonMapper().readValue(result.out(), RunRecord.class);
        assertThat(run.verdict()).isEqualTo("violated");
        assertThat(run.engines()).hasSameSizeAs(Components.withWorlds(Components.all()));
        assertThat(result.err()).isEmpty();
    }

    @Test
    void coloursOnlyOnATerminal() {
        assertThat(findF4().out()).doesNotContain("\u001b");
        assertThat(Cli.onTerminal("explore", "--depth", 1, "--out", directory).out())
                .contains("\u001b[32mholds");
    }

    @Test
    void oneViolationIsEnoughForWhoFailsFast() {
        for (String command : List.of("fuzz", "explore")) {
            Cli result =
                    Cli.run(command, "--subject", "published", "--component", "all", "--fail-fast", "--out", directory);
            assertThat(result.status()).isEqualTo(1);
            assertThat(result.out().lines().filter(line -> line.contains("violated by published")))
                    .hasSize(1);
        }
    }

    /** A second goes by whenever the clock is asked. */
    @Test
    void whatThereIsNoTimeToShrinkIsToldAsCutShort() {
        AtomicLong now = new AtomicLong();
        Object[] fuzz = {
            "fuzz", "--component", "heat-registry", "--subject", "published", "--schedules", 64, "--out", directory
        };
        Object[] brief = Arrays.copyOf(fuzz, fuzz.length + 2);
        brief[fuzz.length] = "--shrink-for";
        brief[fuzz.length + 1] = "20s";
        assertThat(Cli.run(fuzz).out()).contains("shrunk from").doesNotContain("cut short");
        Cli result = Cli.timed(() -> now.addAndGet(1_000_000_000), brief);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains(", cut short · seed 0x1");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSubjectThatIsSilentUntilTheTimeIsUpIsUndecidedAndNotBlamed() {
        AtomicLong now = new AtomicLong();
        Cli result = Cli.timed(
                () -> now.addAndGet(10_000_000),
                "fuzz",
                "--component",
                "heat-registry",
                "--subject",
                "exec:sh -c 'cat > /dev/null'",
                "--for",
                "2s",
                "--out",
                directory);
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).contains("undecided · 0 schedules · 0 steps");
        assertThat(result.err()).isEqualTo("undecided: heat-registry: no schedule was run to its end\n");
    }

    @Test
    void whatWasStoppedIsUndecided() {
        Cli result = Cli.stopped("fuzz", "--out", directory);
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).contains("stopped early").contains("undecided · 0 schedules");
    }
}
