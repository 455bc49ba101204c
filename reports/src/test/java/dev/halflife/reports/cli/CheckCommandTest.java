package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces are judged wherever they come from. */
final class CheckCommandTest {

    private static final String GOOD = """
            {"trace":"halflife/1","subject":"heat-registry","cap":4,"halfLifeNanos":60000000000}
            {"at":0,"op":"bump","key":"00000000000000a1","evicted":null,"rate":1.0}
            {"at":60000000000,"op":"bump","key":"00000000000000a1","evicted":null,"rate":1.5}
            """;

    private static final String BAD = GOOD.replace("1.5", "2.5");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void aGoodTraceIsOk() {
        Cli result = Cli.piped(GOOD, "check", "-");
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .startsWith("ok  standard input: 2 steps, contract published, ")
                .contains(" rules exercised: D1 ");
    }

    @Test
    void theContractOfTheCommandLineCountsWhereTheHeaderNamesNone() {
        assertThat(Cli.piped(GOOD, "check", "--contract", "strict", "-").out()).contains("contract strict");
        String header = GOOD.replaceFirst("\"cap\"", "\"contract\":\"published\",\"cap\"");
        assertThat(Cli.piped(header, "check", "--contract", "strict", "-").out())
                .contains("contract published");
    }

    @Test
    void aWrongReplyIsNamedByLineAndRule() {
        Cli result = Cli.piped(BAD, "check", "-");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .isEqualToNormalizingNewlines("standard input:3: D3 violated: expected rate 1.5 after the bump,"
                        + " seen rate 2.5 (bump a1)\n");
    }

    @Test
    void gzippedTracesAreReadAsTheyAre() throws IOException {
        Path file = directory.resolve("trace.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Cli.run("check", file).status()).isZero();
    }

    @Test
    void aRecordingThatWasCutOffIsJudgedUpToThereAndThatIsSaid() throws JsonProcessingException {
        String recording = GOOD.replaceFirst(
                "\"cap\"", "\"recording\":\"r\",\"segment\":1,\"continues\":false,\"dropped\":0,\"cap\"");
        String cutOff = recording.substring(0, recording.length() - 9);
        Cli result = Cli.piped(cutOff, "check", "-");
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .startsWith("ok  standard input: 1 step, ")
                .endsWith("\n    cut off in line 3: judged up to there, what followed is missing\n");
        JsonNode asJson = new JsonMapper()
                .readTree(Cli.piped(cutOff, "check", "--json", "-").out())
                .get(0);
        assertThat(asJson.get("line").intValue()).isEqualTo(3);
        assertThat(asJson.get("message").textValue()).startsWith("cut off in line 3");

        assertThat(Cli.piped(recording, "check", "-").out()).doesNotContain("cut off");
        assertThat(Cli.piped(GOOD.substring(0, GOOD.length() - 9), "check", "-").status())
                .isEqualTo(2);
    }

    @Test
    void allFilesAreCheckedAndTheWorstDecides() throws IOException {
        Path good = Files.writeString(directory.resolve("good"), GOOD);
        Path bad = Files.writeString(directory.resolve("bad"), BAD);
        assertThat(Cli.run("check", bad, good).status()).isEqualTo(1);
        Cli result = Cli.run("check", "no-such-file", bad, good);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).contains("D3 violated").contains("ok  ");
    }

    @Test
    void asJsonThereIsOneResultAFile() throws JsonProcessingException {
        Cli result = Cli.piped(BAD, "check", "--json", "-", "no-such-file");
        JsonNode results = new JsonMapper().readTree(result.out());
        assertThat(results.get(0).get("rule").textValue()).isEqualTo("D3");
        assertThat(results.get(0).get("line").intValue()).isEqualTo(3);
        assertThat(results.get(1).get("verdict").textValue()).isEqualTo("malformed");
    }
}
