package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A subject that says more than any memory or disk holds costs the harness little of both, and is told for what it is: the
 * heap of the process is too small for what is said in a second.
 */
@DisabledOnOs(OS.WINDOWS)
final class FloodTest {

    private static final long MOST_BYTES = 1 << 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "read h; read l; yes                               | (garbage) | y to {\"at\":0,",
                "yes {}                                            | (garbage) | {} to {\"at\":0,",
                "read h; read l; cat /dev/zero                     | (garbage) | a reply of more than 1048576 bytes to",
                "read h; read l; echo []; cat /dev/zero            | (garbage) | a JSON object was expected",
                "read h; echo {\\\"reset\\\":true}; yes >&2                 | (timeout) | complaining: y",
                "yes >&2 & read h; read l; exit 7                  | (crash)   | ended with status 7 before any reply",
                "yes & exit 7                                      | exec:sh   | {\"at\":",
            })
    void aFloodIsBoundedAndSaid(String script, String rule, String seen) throws IOException, InterruptedException {
        Process process = Forked.start(
                directory,
                List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=" + directory),
                List.of(
                        "fuzz",
                        "--component",
                        "heat-registry",
                        "--subject",
                        "exec:sh -c '" + script + "'",
                        "--schedules",
                        "8",
                        "--jobs",
                        "1",
                        "--reply-limit",
                        rule.equals("(timeout)") ? "3s" : "60s"));
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(out).isEqualTo(1);
        assertThat(Files.readString(directory.resolve("err"))).doesNotContain("OutOfMemory");
        assertThat(out).contains("subject failed (").contains(rule).contains(seen);
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(MOST_BYTES);
        }
    }
}
