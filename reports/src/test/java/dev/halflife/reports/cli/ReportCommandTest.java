package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is a function of the records beside it. */
final class ReportCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    /** The files below a directory, their bytes as text of one character each. */
    private static Map<String, String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            path -> folder.relativize(path).toString(),
                            ReportCommandTest::content,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSameRecordsElsewhereGiveTheSameBytes() throws IOException {
        Path here = directory.resolve("here");
        Path there = Files.createDirectories(directory.resolve("there"));
        assertThat(Cli.stopped("gate", "--component", "working-set", "--out", here)
                        .status())
                .isEqualTo(3);
        Path stress = Files.createDirectories(directory.resolve("stress"));
        Files.writeString(stress.resolve("a.json"), "{\"case\":\"claim\",\"kind\":\"jcstress\",\"verdict\":\"holds\"}");
        Files.writeString(stress.resolve("b.json"), "{");
        assertThat(Cli.run("gate", "--component", "working-set", "--seed", "7", "--stress", stress, "--out", here)
                        .status())
                .isZero();
        for (String record : new String[] {"run.json", "previous.json", "stress.json"}) {
            Files.copy(here.resolve(record), there.resolve(record));
        }
        assertThat(Cli.run("report", there).status()).isZero();
        assertThat(files(there)).isEqualTo(files(here));
        assertThat(files(here)).containsKeys("index.html", "junit.xml", "summary.md");
    }

    @Test
    void theStatusIsTheRunsOwn() {
        Cli.stopped("gate", "--component", "arrivals", "--out", directory);
        Cli result = Cli.stopped("report", directory);
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).contains("? Undecided: 6 of 6 checks open").contains("report   " + directory);
    }

    @Test
    void asJsonWhatChangedStandsAlone() throws JsonProcessingException {
        Cli.stopped("gate", "--component", "arrivals", "--out", directory);
        Cli result = Cli.stopped("report", "--json", directory);
        assertThat(new JsonMapper().readTree(result.out()).path("summary").asText())
                .isEqualTo("This is the first run in this folder.");
    }

    @Test
    void aRecordThatIsNoneGetsOneSentence() throws IOException {
        Path file = directory.resolve("run.json");
        for (String text :
                new String[] {"", "[]", "{", "{\"format\":\"music/1\"}", "{\"format\":\"halflife-run/1\"}"}) {
            Files.writeString(file, text);
            Cli result = Cli.run("report", directory);
            assertThat(result.status()).as(text).isEqualTo(2);
            assertThat(result.err())
                    .startsWith(file + ": ")
                    .doesNotContain("creator")
                    .hasLineCount(1);
        }
    }

    @Test
    void aRecordOfTheFormatBeforeThisOneIsStillRead() throws IOException {
        Cli.stopped("gate", "--component", "arrivals", "--out", directory);
        Path file = directory.resolve("run.json");
        String before = Files.readString(file)
                .replace("halflife-run/2", "halflife-run/1")
                .replaceAll("\\s*\"echoOf\" *: *\"\",", "");
        Files.writeString(file, before);
        assertThat(Cli.stopped("report", directory).status()).isEqualTo(3);
    }

    @Test
    void aGateThatFindsNoReadableRecordHasNothingToCompareWithAndRuns() throws IOException {
        Files.writeString(directory.resolve("run.json"), "{");
        Files.writeString(directory.resolve("previous.json"), "{");
        Cli result = Cli.stopped("gate", "--component", "arrivals", "--out", directory);
        assertThat(result.err()).contains("nothing to compare with: " + directory.resolve("run.json"));
        assertThat(result.out()).contains("first run in this folder");
        assertThat(directory.resolve("previous.json")).doesNotExist();
        assertThat(Cli.stopped("report", directory).status()).isEqualTo(3);
    }

    @Test
    void counterexamplesOfTheRunBeforeGoUnlessSomebodyHasEditedThem() throws IOException {
        Cli.stopped("gate", "--component", "arrivals", "--out", directory);
        Path record = directory.resolve("run.json");
        String found = new JsonMapper()
                .writeValueAsString(dev.halflife.reports.text.Samples.run(
                        false, dev.halflife.reports.text.Samples.counterexample()));
        Files.writeString(
                record,
                found.substring(0, found.length() - 1)
                        + ",\"commands\":{\"halflife\":\"java -jar x.jar\",\"folder\":\"x\"}}");
        Path counterexample = directory.resolve("counterexamples/T4-published-lamp.json");
        assertThat(Cli.stopped("report", directory).status()).isEqualTo(1);
        assertThat(counterexample).hasContent("{}");

        String saved = Files.readString(record);
        Cli.stopped("gate", "--component", "arrivals", "--out", directory);
        assertThat(counterexample).doesNotExist();

        Files.writeString(record, saved);
        Files.writeString(counterexample, "edited");
        Cli.stopped("gate", "--component", "arrivals", "--out", directory);
        assertThat(counterexample).hasContent("edited");
    }
}
