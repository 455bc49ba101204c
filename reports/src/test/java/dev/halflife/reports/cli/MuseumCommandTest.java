package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The museum as a command, and its defects as subjects of the others. */
final class MuseumCommandTest {

    private static final String[] ONE = {"museum", "--defect", "no-cap", "--seeds", "2", "--jobs", "1"};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Cli one(String... more) {
        Object[] arguments = new Object[ONE.length + 2 + more.length];
        System.arraycopy(ONE, 0, arguments, 0, ONE.length);
        arguments[ONE.length] = "--out";
        arguments[ONE.length + 1] = directory;
        System.arraycopy(more, 0, arguments, ONE.length + 2, more.length);
        return Cli.run(arguments);
    }

    @Test
    void aDefectIsShownByTheScheduleThatConvictsIt() {
        Cli result = one();
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("no-cap, historic: nothing is ever evicted")
                .contains("R2 violated by defect:no-cap (heat-registry, contract strict)")
                .contains("1 of 1 defect caught with each of 2 seeds · seed 0x1")
                .doesNotContain("\u001b");
    }

    @Test
    void whatIsShownCanBeReplayed() {
        one();
        Cli replayed =
                Cli.run("replay", directory.resolve("counterexamples").resolve("R2-defect-no-cap-heat-registry.json"));
        assertThat(replayed.status()).isEqualTo(1);
        assertThat(replayed.out()).contains("R2 violated by defect:no-cap").contains("\nends as recorded · digest ");
    }

    @Test
    void asJsonTheRecordsStandAloneOnStandardOutput() throws JsonProcessingException {
        JsonNode result = new JsonMapper().readTree(one("--json").out());
        assertThat(result.get("verdict").textValue()).isEqualTo("holds");
        assertThat(result.get("defects").get(0).get("rule").textValue()).isEqualTo("R2");
        assertThat(result.get("defects").get(0).get("seeds").intValue()).isEqualTo(2);
        assertThat(result.get("defects")
                        .get(0)
                        .get("schedulesToCatch")
                        .get("median")
                        .doubleValue())
                .isPositive();
    }

    @Test
    void aDefectIsASubjectOfItsOwnComponentOnly() {
        Cli result = Cli.run("explore", "--subject", "defect:no-cap", "--depth", 2, "--out", directory);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .contains("heat-registry")
                .doesNotContain("world")
                .doesNotContain("blob");
    }

    @Test
    void whatWasStoppedIsUndecided() {
        Cli result = Cli.stopped("museum");
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).contains("0 of 0 defects caught").contains("stopped early");
    }
}
