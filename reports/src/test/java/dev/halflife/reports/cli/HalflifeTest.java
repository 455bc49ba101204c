package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.halflife.sim.Components;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same for every command. */
final class HalflifeTest {

    @ParameterizedTest
    @ValueSource(strings = {"gate", "explore", "fuzz", "replay", "shrink", "check", "report", "museum", "list"})
    void everyCommandHasHelpWithAnExample(String command) {
        Cli result = Cli.run(command, "--help");
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("Usage: halflife " + command)
                .contains("Example")
                .contains("--json");
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 90);
    }

    @Test
    void thereIsAVersionAndACompletion() {
        assertThat(Cli.run("--version").out()).startsWith("halflife ");
        assertThat(Cli.run("generate-completion").out()).contains("blob-heat-registry");
    }

    @Test
    void theListNamesRulesAndChoices() throws JsonProcessingException {
        assertThat(Cli.run("list").out())
                .contains("D4")
                .contains("F2        recency erased · recency: published decay, strict touch");
        assertThat(Cli.run("list").out())
                .contains("no-cap")
                .contains("R2        no-cap, historic: nothing is ever evicted")
                .contains("rules that no defect breaks, untested: P1, T6");
        assertThat(new JsonMapper().readTree(Cli.run("list", "--json").out()))
                .hasSameSizeAs(Components.withWorlds(Components.all()));
    }

    @Test
    void aMistypedWordIsGuessedOnlyWhenNear() {
        assertThat(Nearest.to("expolre", List.of("gate", "explore"))).contains("explore");
        assertThat(Nearest.to("museum", List.of("gate", "explore"))).isEmpty();
    }

    @Test
    void aBugOfOursEndsWithStatus70AndTheStack() {
        StringWriter err = new StringWriter();
        assertThat(Complaints.bug(new IllegalStateException("oops"), new PrintWriter(err)))
                .isEqualTo(70);
        assertThat(err.toString())
                .startsWith("this is a bug in halflife")
                .contains("oops")
                .contains("\tat ");
    }

    @Test
    void pathsAreToldFromWhereTheShellStands() {
        Places places = new Places(Path.of("/work"), Path.of("/work/reports"), "reports/target/halflife.jar");
        assertThat(places.replay(Path.of("target/a b.json"), "reference"))
                .isEqualTo("java -jar reports/target/halflife.jar replay 'reports/target/a b.json'");
        assertThat(places.told(Path.of("/elsewhere/x"))).isEqualTo("/elsewhere/x");
    }

    @Test
    void unreadableInputIsWorseThanAViolationThanAnOpenQuestion() {
        assertThat(ExitCode.worse(ExitCode.VIOLATED, ExitCode.USAGE)).isEqualTo(2);
        assertThat(ExitCode.worse(ExitCode.UNDECIDED, ExitCode.VIOLATED)).isEqualTo(1);
        assertThat(ExitCode.worse(ExitCode.HOLDS, ExitCode.UNDECIDED)).isEqualTo(3);
    }
}
