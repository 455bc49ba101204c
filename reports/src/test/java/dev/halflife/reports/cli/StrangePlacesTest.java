package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whole processes in folders and with outputs that a test's own process does not have. */
@EnabledOnOs(OS.LINUX)
class StrangePlacesTest {

    private static final String TRACE =
            "{\"trace\":\"halflife/1\",\"subject\":\"consolidation-cursor\"}\n{\"op\":\"position\",\"at\":0,\"position\":0}\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    /** Runs a shell's line, {@code $HALFLIFE} in it, in the folder {@code sub} of the directory; its output and its status. */
    private String shell(String folder, String line) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String halflife = "'" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                + Main.class.getName();
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                "-c",
                "mkdir -p " + folder + "; cd " + folder + " || exit 9; " + line.replace("$HALFLIFE", halflife)
                        + "; echo status $?");
        Process process = builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    @Test
    void aFolderThatTheLocaleHasNoNameForIsAFolderLikeAnyOther() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("t.jsonl"), TRACE);
        String folder = "\"$(printf 'n\\303\\251')\"";
        assertThat(shell(folder, "cp ../t.jsonl . && LC_ALL=C $HALFLIFE check t.jsonl"))
                .contains("ok  t.jsonl: 1 step");
        assertThat(shell(folder, "LC_ALL=C $HALFLIFE fuzz --component arrivals --schedules 10 --out found"))
                .contains("holds · 10 schedules")
                .contains("status 0");
    }

    @Test
    void noArgumentIsReadFromAFile() throws IOException {
        Files.writeString(directory.resolve("x.json"), "--subject=exec:touch pwned\n");
        Cli result = Cli.run("replay", "@" + directory.resolve("x.json"));
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .contains("x.json cannot be read: there is no such file")
                .hasLineCount(1);
    }

    @Test
    void whatCannotBePrintedIsSaidAndIsNoVerdict() throws IOException, InterruptedException {
        assertThat(shell(".", "$HALFLIFE list > /dev/full"))
                .contains("standard output cannot be written: ")
                .contains("status 2");
        assertThat(shell(".", "{ $HALFLIFE list; echo status $? >&2; } | head -n 1; true"))
                .startsWith("heat-registry\n")
                .doesNotContain("cannot be written");
    }

    @Test
    void aPipeIsATraceLikeAnyOther() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("t.jsonl"), TRACE);
        assertThat(shell(".", "mkfifo p; (sleep 0; cat t.jsonl) > p & $HALFLIFE check p; wait"))
                .contains("ok  p: 1 step");
    }
}
