package dev.halflife.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no trace is refused in one sentence that names the line and what would be right. */
class MalformedTraceTest {

    private static final String HEADER =
            "{\"trace\":\"halflife/1\",\"subject\":\"heat-registry\",\"cap\":2,\"halfLifeNanos\":60}";
    private static final String KEY = "00000000000000a1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|line 1: empty; a trace begins with a header line",
                "{}|line 1: a header with \"trace\":\"halflife/1\" was expected",
                "{\"tra|line 1: the line is cut off or not JSON",
                "[1]|line 1: a JSON object was expected: [1]",
                "{\"trace\":\"halflife/1\"}|line 1: field subject is missing",
                "{\"trace\":\"halflife/1\",\"subject\":\"x\"}|line 1: component must be heat-registry or blob-heat-registry",
                "{\"trace\":\"halflife/1\",\"subject\":\"heat-registry\",\"cap\":-1}|line 1: cap must be within [0, 2147483647]: -1",
                "{\"trace\":\"halflife/1\",\"subject\":\"heat-registry\",\"halfLifeNanos\":0}|line 1: halfLifeNanos must be within [1, 9223372036854775807]: 0",
                "{\"trace\":\"halflife/1\",\"subject\":\"heat-registry\",\"policy\":{\"emitRatio\":NaN}}|line 1: the line is cut off or not JSON",
                "{\"trace\":\"halflife/1\",\"subject\":\"heat-registry\",\"policy\":{\"emitRatio\":\"NaN\"}}|line 1: emitRatio must be a number: \"NaN\"",
                "{\"trace\":\"halflife/1\",\"subject\":\"heat-registry\",\"policy\":{\"emitRatio\":1}}|line 1: emitRatio must be within [1.01, 10]: 1.0",
                "{\"trace\":\"halflife/1\",\"subject\":\"heat-registry\",\"contract\":\"loose\"}|line 1: contract must be published or strict: loose",
                "{\"trace\":\"halflife/1\",\"subject\":\"heat-registry\",\"contract\":{\"base\":\"strict\",\"recency\":\"x\"}}|line 1: contract choice recency must be decay or touch: x",
            })
    void aBadHeader(String text, String message) throws IOException {
        assertMalformed(text, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"at\":1,\"op\":\"jump\"}|line 2: op must be touch, bump, tick, commit, rollback, remove, observe or len: jump",
                "{\"at\":1}|line 2: field op is missing",
                "{\"op\":\"len\",\"len\":0}|line 2: field at is missing",
                "{\"at\":1.5,\"op\":\"len\",\"len\":0}|line 2: at must be a whole number of 64 bits: 1.5",
                "{\"at\":99999999999999999999,\"op\":\"len\",\"len\":0}|line 2: at must be a whole number of 64 bits",
                "{\"at\":1,\"op\":\"len\"}|line 2: field len is missing",
                "{\"at\":1,\"op\":\"bump\",\"key\":\"a1\",\"evicted\":null,\"rate\":1}|line 2: key must be a key of 16 lower-case hex digits: \"a1\"",
                "{\"at\":1,\"op\":\"bump\",\"key\":\"00000000000000A1\",\"evicted\":null,\"rate\":1}|line 2: key must be a key of 16 lower-case hex digits",
                "{\"at\":1,\"op\":\"bump\",\"key\":\"00000000000000a1\",\"evicted\":null}|line 2: field rate is missing",
                "{\"at\":1,\"op\":\"bump\",\"key\":\"00000000000000a1\",\"evicted\":null,\"rate\":\"1\"}|line 2: rate must be a number: \"1\"",
                "{\"at\":1,\"op\":\"commit\",\"tick\":7}|line 2: tick 7 was never issued",
                "{\"at\":1,\"op\":\"tick\",\"tick\":1}|line 2: field emissions is missing",
                "{\"at\":1,\"op\":\"observe\",\"key\":\"00000000000000a1\",\"tracked\":true,\"rate\":1,\"lastEmitted\":true}|line 2: lastEmitted must be null, a number or \"unknown\": true",
                "{\"at\":1,\"at\":2,\"op\":\"len\",\"len\":0}|line 2: the line is cut off or not JSON",
                "{\"at\":1,\"op\":\"le|line 2: the line is cut off or not JSON",
            })
    void aBadStep(String step, String message) throws IOException {
        assertMalformed(HEADER + "\n" + step, message);
    }

    @Test
    void aTickIssuedTwice() throws IOException {
        String tick = "{\"at\":1,\"op\":\"tick\",\"tick\":1,\"emissions\":[]}\n";

        assertMalformed(HEADER + "\n" + tick + tick, "line 3: tick 1 was issued before");
    }

    @Test
    void anEndlessLineIsRefusedWithoutBeingKept() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, from, from + length, (byte) 'x');
                return length;
            }
        };

        assertThat(new TraceChecker(Contract.published()).check("endless", endless))
                .isEqualTo(new TraceResult.Malformed(
                        "endless", "endless: line 1: a line must be at most 16777216 bytes long"));
    }

    @Test
    void aGzippedTraceIsReadAndADamagedOneRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((HEADER + "\n{\"at\":1,\"op\":\"len\",\"len\":0}\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = bytes.toByteArray();

        assertThat(check(whole)).isInstanceOf(TraceResult.Holds.class);
        assertThat(check(Arrays.copyOf(whole, whole.length - 12)))
                .isInstanceOfSatisfying(
                        TraceResult.Malformed.class,
                        malformed ->
                                assertThat(malformed.message()).contains("the gzipped file is cut off or damaged"));
    }

    @Test
    void unknownFieldsAndBlankLinesAreIgnoredAndTheLastNewlineIsOptional() throws IOException {
        String text = HEADER + "\n\n{\"at\":1,\"op\":\"bump\",\"key\":\"" + KEY
                + "\",\"evicted\":null,\"rate\":1,\"mood\":\"fine\"}\r\n{\"at\":1,\"op\":\"len\",\"len\":1}";

        assertThat(check(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        TraceResult.Holds.class,
                        holds -> assertThat(holds.steps()).isEqualTo(2));
    }

    private static void assertMalformed(String text, String message) throws IOException {
        assertThat(check(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        TraceResult.Malformed.class,
                        malformed -> assertThat(malformed.message())
                                .startsWith("t: " + message)
                                .doesNotContain("\n"));
    }

    private static TraceResult check(byte[] trace) throws IOException {
        return new TraceChecker(Contract.published()).check("t", new ByteArrayInputStream(trace));
    }
}
