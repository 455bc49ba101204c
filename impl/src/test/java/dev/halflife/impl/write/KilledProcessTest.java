package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real file system, under a process that is killed while it saves. */
class KilledProcessTest {

    private static final int KILLS = 20;
    private static final int MOST_LINES = 40;

    @TempDir
    private Path directory;

    @Test
    void w6_aKilledProcessLeavesAWholeSnapshotNoOlderThanTheLastAcknowledged() throws Exception {
        Random random = new Random(7);
        long found = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = acknowledgedBeforeKill(found, 1 + random.nextInt(MOST_LINES));
            Loaded loaded = new SnapshotStore(DirectorySnapshotFiles.in(directory)).load();
            assertThat(loaded).isInstanceOf(Loaded.Restored.class);
            found = EndlessSaver.numberOf(loaded);
            assertThat(found).isBetween(acknowledged, acknowledged + 1);
            assertThat(loaded.partitions()).isEqualTo(EndlessSaver.snapshot(found));
        }
        assertThat(directory).isDirectoryNotContaining("glob:**damaged*");
    }

    /** Starts the process, kills it after so many lines, and returns the last number that it managed to print. */
    private long acknowledgedBeforeKill(long found, int lines) throws IOException, InterruptedException {
        Process process = start();
        long last = found;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (int line = 0; line < lines; line++) {
                String text = output.readLine();
                assertThat(text).isEqualTo(Long.toString(last + 1));
                last++;
            }
            process.toHandle().destroyForcibly(); // the process's own method would close its output
            return last + wholeLines(output); // each number is one more than the one before
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static long wholeLines(BufferedReader output) throws IOException {
        long lines = 0;
        for (int character = output.read(); character >= 0; character = output.read()) {
            if (character == '\n') {
                lines++;
            }
        }
        return lines;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessSaver.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
    }
}
