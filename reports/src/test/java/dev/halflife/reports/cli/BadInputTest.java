package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with the input gets one sentence and exit status 2. */
final class BadInputTest {

    private static final String HEADER = "{\"trace\":\"halflife/1\",\"subject\":\"heat-registry\"}\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private static void refuses(String reason, Object... arguments) {
        Cli result = Cli.run(arguments);
        assertThat(result.status()).as(Arrays.toString(arguments)).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(reason).doesNotContain("Exception").hasLineCount(1);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("input"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gat                              | did you mean gate?",
                "xyzzy                            | it has gate, explore, fuzz",
                "explore --depht 3                | did you mean --depth?",
                "explore --depth 0                | --depth must be a whole number within [1, 64]: 0",
                "explore --depth many             | --depth must be a whole number within [1, 64]: many",
                "explore --keys 33                | --keys must be a whole number within [1, 32]: 33",
                "explore --jobs 0                 | --jobs must be a whole number within [1, 1024]: 0",
                "fuzz --schedules -1              | --schedules must be a whole number within",
                "fuzz --for banana                | --for must be a span of time such as 90s, 5m or 2h: banana",
                "fuzz --for 0s                    | --for must be a span of time",
                "fuzz --for 5s --schedules 5      | mutually exclusive",
                "fuzz --shard 3                   | --shard must be I/N, such as 3/64, or env/N: 3",
                "fuzz --shard 64/64               | --shard 64/64: shard must be within [0, 63]: 64",
                "fuzz --shard 0/1025              | --shard 0/1025: shards must be within [1, 1024]: 1025",
                "fuzz --shard 0/2 --for 5s        | --shard must not be given with --for: all shards must know",
                "fuzz --shard 0/2 --corpus kept   | --shard must not be given with --corpus: merge takes it",
                "merge                            | missing required parameter: 'FILE'",
                "merge no/such/file               | no/such/file cannot be read: there is no such file",
                "fuzz --seed banana               | --seed must be a whole number of 64 bits",
                "fuzz --seed 0x12345678901234567  | --seed must be a whole number of 64 bits",
                "fuzz --component heat            | --component must be heat-registry, blob-heat-registry,",
                "fuzz --subject refrence          | did you mean reference?",
                "fuzz --subject defect:no-cpa     | did you mean defect:no-cap?",
                "museum --defect no-cpa           | --defect must be the id of a defect that list names: no-cpa; did you mean no-cap?",
                "museum --seeds 0                 | --seeds must be a whole number within [1, 10000]: 0",
                "fuzz --contract strickt          | did you mean strict?",
                "gate --budget quik               | --budget must be quick or full: quik; did you mean quick?",
                "fuzz --shrink-for soon          | --shrink-for must be a span of time such as 90s, 5m or 2h: soon",
                "bench --only operation           | --only must be operations, simulator or growth: operation; did you mean operations?",
                "bench --only operations --out x  | --out must not be given with --only operations: only growth is drawn",
                "gate extra                       | takes no such word: extra",
                "check --contract lax x.jsonl     | --contract must be published or strict: lax",
                "check                            | missing required parameter: 'TRACE'",
                "check no/such/file               | no/such/file cannot be read: there is no such file",
                "replay no/such/file              | no/such/file cannot be read: there is no such file",
                "shrink no/such/file              | no/such/file cannot be read: there is no such file",
                "report no/such/folder            | run.json cannot be read: there is no such file",
                "list --nope                      | halflife list has no option --nope",
            })
    void argumentsThatMakeNoSense(String arguments, String reason) {
        refuses(reason, (Object[]) arguments.split(" "));
    }

    @Test
    void noCommandAtAll() {
        refuses("a command is missing: one of gate, explore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "replay", "shrink"})
    void aDirectory(String command) {
        refuses("is a directory; a file was expected", command, directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "replay", "shrink"})
    void anEmptyFile(String command) throws IOException {
        refuses("empty", command, file(""));
    }

    @Test
    void halfALine() throws IOException {
        refuses("line 2: the line is cut off", "check", file(HEADER + "{\"at\":0,\"op\":\"bu"));
    }

    @Test
    void anUnknownOperation() throws IOException {
        refuses("line 2: op must be touch, bump", "check", file(HEADER + "{\"at\":0,\"op\":\"dance\"}\n"));
    }

    @Test
    void aKeyOfTheWrongWidth() throws IOException {
        refuses(
                "line 2: key must be a key of 16 lower-case hex digits",
                "check",
                file(HEADER + "{\"at\":0,\"op\":\"bump\",\"key\":\"a1\",\"evicted\":null,\"rate\":1.0}\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"cap\":-1 | cap must be within", "\"policy\":{\"emitRatio\":NaN} | line 1: not JSON"})
    void aHeaderOutOfRange(String field, String reason) throws IOException {
        refuses(reason, "check", file(HEADER.replace("}", "," + field + "}")));
    }

    @Test
    void aLineOfAHundredMegabytes() throws IOException {
        Path file = directory.resolve("long");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 100; i++) {
                out.write(new byte[1_000_000]);
            }
        }
        refuses("a line must be at most", "check", file);
        refuses("a document must be at most", "replay", file);
    }

    @Test
    void aDamagedArchive() throws IOException {
        Path file = Files.write(directory.resolve("x.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
        refuses("the gzipped file is cut off or damaged", "check", file);
    }

    @Test
    void aDocumentOfAnotherFormat() throws IOException {
        refuses("halflife-schedule/1", "replay", file("{\"schedule\":\"music/1\"}"));
        refuses("a header with \"trace\":\"halflife/1\"", "check", file("{\"trace\":\"music/1\"}\n"));
    }

    @Test
    void aDirectoryToWriteToThatIsAFile() throws IOException {
        Path file = file("");
        refuses("--out must be a directory", "gate", "--out", file);
        refuses("--out must be a directory", "bench", "--only", "growth", "--out", file);
        refuses("--out must be a directory", "fuzz", "--schedules", "1", "--out", file.resolve("below"));
    }
}
