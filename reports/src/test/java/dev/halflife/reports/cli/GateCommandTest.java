package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.halflife.sim.gate.RunRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate as a command; it is asked to stop at once, as a whole one belongs to the main job. */
final class GateCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void evenAStoppedGateLeavesItsReport() {
        Cli result = Cli.stopped("gate", "--out", directory);
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).contains("undecided · ").contains("seed 0x1").contains("report   " + directory);
        assertThat(directory.resolve("index.html")).content().contains("Undecided");
        assertThat(directory.resolve("run.json")).content().contains("\"verdict\" : \"undecided\"");
    }

    @Test
    void asJsonTheRecordStandsAloneOnStandardOutput() throws JsonProcessingException {
        Cli result =
                Cli.stopped("gate", "--json", "--seed", "0x2A", "--component", "heat-registry", "--out", directory);
        RunRecord run = new JsonMapper().readValue(result.out(), RunRecord.class);
        assertThat(run.seed()).isEqualTo("0x2a");
        assertThat(run.components())
                .extracting(RunRecord.ComponentRecord::name)
                .containsExactly("heat-registry", "heat-registry/world");
    }
}
