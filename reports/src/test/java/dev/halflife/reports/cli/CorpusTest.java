package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.gate.Corpus;
import dev.halflife.sim.gate.Gate;
import dev.halflife.sim.gate.Records;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures kept from one run to the next. */
final class CorpusTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Path corpus() {
        return directory.resolve("corpus");
    }

    private Cli fuzz(String subject, int schedules) {
        return Cli.run(
                "fuzz",
                "--component",
                "retry-queue",
                "--subject",
                subject,
                "--schedules",
                schedules,
                "--corpus",
                corpus(),
                "--out",
                directory);
    }

    @Test
    void whatFuzzingFindsIsKeptListedAndTriedFirst() {
        assertThat(fuzz("published", 320).out()).contains("fuzz     published  strict     violated");

        assertThat(Cli.run("list", "--corpus", corpus()).out())
                .contains("retry-queue-F11-")
                .contains("F11 by published, contract strict, 4 operations")
                .containsPattern("found \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ by fuzz, seed 0x1, schedule ")
                .endsWith("1 failure\n");
        assertThat(fuzz("published", 1).out()).containsSubsequence("corpus   published  strict     violated", "fuzz ");
        assertThat(fuzz("published", 320).out())
                .containsOnlyOnce("F11 violated by published")
                .contains("kept in the corpus with 4 operations\n")
                .contains("\nagain    found by fuzz · seed 0x1 · schedule ");
        assertThat(fuzz("reference", 1).out()).contains("corpus   reference  strict     holds              1");
        assertThat(Cli.run("list", "--corpus", corpus()).out()).endsWith("1 failure\n");
    }

    @Test
    void theGateTriesItFirstAndKeepsNothingThatWasToBeShown() {
        fuzz("published", 320);
        Cli gate = Cli.run(
                "gate",
                "--component",
                "retry-queue",
                "--subject",
                "reference",
                "--corpus",
                corpus(),
                "--out",
                directory,
                "--json");
        assertThat(gate.status()).isZero();
        assertThat(gate.out()).containsSubsequence("\"engine\" : \"corpus\"", "\"engine\" : \"explore\"");
        assertThat(new Corpus(corpus()).entries()).hasSize(1);
    }

    @Test
    void aCorpusThatCannotBeReadEndsTheRunBeforeItBegins() throws IOException {
        Files.createDirectories(corpus());
        Files.writeString(corpus().resolve("x.json"), "{");
        Cli result = fuzz("reference", 1);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .startsWith(corpus().resolve("x.json") + ": not JSON")
                .hasLineCount(1);
        assertThat(result.out()).isEmpty();
        assertThat(Cli.run("list", "--corpus", directory.resolve("none")).err())
                .isEqualTo("--corpus must be a directory: " + directory.resolve("none") + "\n");
    }

    @Test
    void aFailureIsKeptBeforeAnybodyIsToldOfIt() {
        Corpus corpus = new Corpus(corpus());
        List<Integer> keptWhenTold = new ArrayList<>();
        new Keeper(corpus, told(record -> keptWhenTold.add(corpus.entries().size())))
                .done(found(Components.named("retry-queue"), List.of()));
        assertThat(keptWhenTold).containsExactly(1);
    }

    @Test
    void whatWasToBeShownIsNoFailure() {
        Corpus corpus = new Corpus(corpus());
        new Keeper(corpus, told(record -> {})).done(found(Components.named("retry-queue"), List.of("F11")));
        assertThat(corpus.entries()).isEmpty();
    }

    private static Gate.Listener told(Consumer<EngineRecord> done) {
        return new Gate.Listener() {
            @Override
            public Progress begins(String component, String engine, String subject, String contract) {
                return Progress.NONE;
            }

            @Override
            public void done(EngineRecord record) {
                done.accept(record);
            }
        };
    }

    private static <C, S, O extends Operation<O>, R> EngineRecord found(
            Component<C, S, O, R> component, List<String> toShow) {
        Trial<C, S, O, R> trial = new Trial<>(component, "published", Contract.strict());
        Tally<C, S, O, R> tally = new Campaign<>(trial, 1, 1).run(64, Parallel.Stop.NEVER, Progress.NONE);
        return Records.engine(trial, "fuzz", "64 schedules", tally, tally.broken(), toShow, 0);
    }
}
