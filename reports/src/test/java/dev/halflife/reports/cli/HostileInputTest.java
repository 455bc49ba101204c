package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is given to read: a result, or one sentence and 2; never a stack trace, never a second line, never all memory. */
class HostileInputTest {

    private static final String HEADER =
            "{\"trace\":\"halflife/1\",\"subject\":\"heat-registry\",\"cap\":2147483647}\n";
    private static final String FORGED = "x\\nok  trusted: 5 steps\\u001b[2J\\u009b31m\\u202e";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static void isOneSentence(Cli result) {
        assertThat(result.status()).as(result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).hasLineCount(1).matches("\\P{Cntrl}+\\R");
        assertThat(result.err().length()).isLessThanOrEqualTo(302);
    }

    @Test
    void aTraceCannotForgeALine() throws IOException {
        for (String line : List.of(
                "{\"op\":\"" + FORGED + "\",\"at\":0}", "{\"op\":\"touch\",\"at\":0,\"key\":\"" + FORGED + "\"}")) {
            isOneSentence(Cli.run("check", file("t.jsonl", HEADER + line + "\n")));
        }
        isOneSentence(Cli.run("check", file("t.jsonl", "{\"trace\":\"halflife/1\",\"subject\":\"" + FORGED + "\"}\n")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFilesNameCannotForgeALine() throws IOException {
        Path file = file("a\nok  trusted: 5 steps\u001b[2J.jsonl", HEADER);
        Cli result = Cli.run("check", file);
        assertThat(result.status()).isZero();
        assertThat(result.out()).hasLineCount(1).contains("a\\u000aok  trusted");
        isOneSentence(Cli.run("replay", file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void anotherEncodingIsSaid(String charset) throws IOException {
        Path file = Files.write(directory.resolve("x.json"), HEADER.getBytes(Charset.forName(charset)));
        for (String command : List.of("check", "replay", "merge")) {
            Cli result = Cli.run(command, file);
            isOneSentence(result);
            assertThat(result.err()).contains("text in UTF-8 was expected");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "{\"records\":null}", "{\"records\":[null],\"unreadable\":[]}", ""})
    void aRecordThatIsNoneIsSaid(String text) throws IOException {
        for (String name : List.of("run.json", "previous.json", "stress.json")) {
            file(name, text);
        }
        isOneSentence(Cli.run("report", directory));
        file("x.json", text);
        isOneSentence(Cli.run("list", "--corpus", directory));
        assertThat(dev.halflife.reports.stress.StressRecords.in(directory).records())
                .allSatisfy(record -> assertThat(record).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "\ud800"})
    void whatIsNoFileToWriteIsSaid(String out) throws IOException {
        Path file = file("x.json", "{}");
        isOneSentence(Cli.run("shrink", file, "--out", out));
        isOneSentence(Cli.run("merge", file, "--out", out));
    }

    @Test
    void numbersAreOfTheDigitsOfAscii() {
        for (String option : List.of("--seed", "--jobs", "--schedules")) {
            isOneSentence(Cli.run("fuzz", option, "\u0663"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeInACorpusIsNotWaitedFor() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", directory.resolve("x.json").toString())
                        .start()
                        .waitFor())
                .isZero();
        isOneSentence(Cli.run("list", "--corpus", directory));
        Files.createSymbolicLink(directory.resolve("a.json"), Path.of("/dev/zero"));
        isOneSentence(Cli.run("list", "--corpus", directory));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSubjectCannotForgeALineByItsNameOrItsWords() {
        Cli result = Cli.run(
                "fuzz",
                "--component=arrivals",
                "--schedules=3",
                "--out=" + directory,
                "--subject=exec:printf '\u001b[2J\n::error::forged\n\u009b'");
        assertThat(result.status()).as(result.err()).isEqualTo(ExitCode.VIOLATED);
        assertThat((result.out() + result.err()).lines())
                .noneMatch(line -> line.startsWith("::error::"))
                .allMatch(line -> line.matches("\\P{Cntrl}*"));
        assertThat(result.out()).contains("--subject $'exec:printf \\'\\u001b[2J\\u000a::error::forged");
    }

    /** What a process with so little memory makes of this, which is written into its standard input. */
    private Cli small(Writing writing, String... arguments) throws IOException, InterruptedException {
        Process process = Forked.start(directory, List.of("-Xmx128m"), List.of(arguments));
        try (Writer in = new BufferedWriter(
                new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII), 1 << 16)) {
            writing.write(in);
        } catch (IOException e) {
            // It need not read to the end.
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Cli(process.waitFor(), out, Files.readString(directory.resolve("err")));
    }

    private interface Writing {
        void write(Writer in) throws IOException;
    }

    @Test
    void aLineOfEmptyObjectsIsRefused() throws IOException, InterruptedException {
        Cli result = small(
                in -> {
                    in.write(HEADER + "{\"a\":[");
                    for (int i = 0; i < 5_000_000; i++) {
                        in.write("{},");
                    }
                    in.write("{}]}\n");
                },
                "check",
                "-");
        isOneSentence(result);
        assertThat(result.err()).contains("standard input: line 2: JSON of at most 1048576 ");
    }

    @Test
    void keysThatMemoryCannotHoldLeaveTheTraceUndecided() throws IOException, InterruptedException {
        Cli result = small(
                in -> {
                    in.write(HEADER);
                    for (int i = 0; i < 2_000_000; i++) {
                        in.write("{\"op\":\"touch\",\"at\":0,\"key\":\"" + (4_000_000_000_000_000L + i)
                                + "\",\"evicted\":null}\n");
                    }
                },
                "check",
                "-");
        assertThat(result.status()).as(result.err()).isEqualTo(ExitCode.UNDECIDED);
        assertThat(result.out())
                .matches("standard input:\\d+: undecided: the judge ran out of memory: give the JVM more, -Xmx\\R");
    }
}
