package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real file system, under a process that is killed while it saves. */
class KilledProcessTest {

    private static final int KILLS = 16;
    private static final int MOST_STEPS = 12;

    @TempDir
    private Path directory;

    @Test
    void w6_aKilledProcessLeavesAWholeSnapshotNoOlderThanTheLastAcknowledged() throws Exception {
        Random random = new Random(7);
        long found = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = acknowledgedBeforeKill(found, 1 + random.nextInt(MOST_STEPS));
            Loaded loaded = new SnapshotStore(DirectorySnapshotFiles.in(directory)).load();
            assertThat(loaded).isNotInstanceOf(Loaded.Damaged.class);
            found = EndlessSaver.numberOf(loaded);
            assertThat(found).isBetween(acknowledged, acknowledged + 1);
            assertThat(loaded.partitions()).isEqualTo(found == 0 ? Map.of() : EndlessSaver.snapshot(found));
        }
        assertThat(directory).isDirectoryNotContaining("glob:**damaged*");
    }

    /** Starts the process, kills it within so many steps, and returns the last number that it managed to print. */
    private long acknowledgedBeforeKill(long found, int steps) throws IOException, InterruptedException {
        Process process = start();
        long last = found;
        int step = 0;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!line.equals(EndlessSaver.STEP)) {
                    assertThat(line).isEqualTo(Long.toString(last + 1));
                    last++;
                } else if (step < steps) {
                    step++;
                    process.getOutputStream().write('\n');
                    process.getOutputStream().flush();
                    if (step == steps) {
                        process.toHandle().destroyForcibly(); // the process's own method would close its output
                    }
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(step).isEqualTo(steps);
        return last;
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
