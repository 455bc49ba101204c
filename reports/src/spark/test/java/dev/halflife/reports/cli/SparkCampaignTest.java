package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On two threads of this machine, as {@code spark.master} says. */
final class SparkCampaignTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void sparkLeavesTheBytesOfOneMachineAndPrintsWhatItWould() throws IOException {
        Object[] campaign = {
            "--component", "retry-queue", "--subject", "published", "--schedules", 3000, "--seed", "0x2a5f", "--out"
        };
        assertThat(System.getProperty("spark.master")).isEqualTo("local[2]");
        Path merged = directory.resolve("campaign.json");
        Cli spark = Cli.of(SparkCampaign::in, with(campaign, merged, "--shards", 5));
        assertThat(spark.err()).isEmpty();
        assertThat(spark.status()).isEqualTo(1);

        Cli alone = Cli.run(with(with(new Object[] {"fuzz"}, campaign), directory, "--shard", "0/1"));
        assertThat(alone.status()).isZero();
        assertThat(Files.mismatch(merged, directory.resolve("shard-0-of-1.json")))
                .isEqualTo(-1);
        Cli whole = Cli.run(with(with(new Object[] {"fuzz"}, campaign), directory));
        assertThat(spark.out()).startsWith(whole.out()).contains("F11 violated by published");
    }

    @Test
    void badInputIsOneSentence() {
        Cli result = Cli.of(SparkCampaign::in, "--shards", 0);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("--shards must be a whole number within [1, 1024]: 0\n");
    }

    @Test
    void aMasterThatIsNoneIsOneSentence() {
        String master = System.setProperty("spark.master", "nowhere");
        try {
            Cli result = Cli.of(
                    SparkCampaign::in,
                    "--component",
                    "retry-queue",
                    "--schedules",
                    10,
                    "--out",
                    directory + "/all.json");
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err())
                    .startsWith("Spark cannot be started: ")
                    .contains("nowhere")
                    .hasLineCount(1);
        } finally {
            System.setProperty("spark.master", master);
        }
    }

    private static Object[] with(Object[] some, Object... more) {
        Object[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
