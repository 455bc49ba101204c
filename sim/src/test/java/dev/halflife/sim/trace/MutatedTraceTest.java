package dev.halflife.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.sim.random.Rng;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is done to the bytes of a recording, its check ends with a verdict in words, and never with one on a line before
 * the first that was changed. {@code -Dhalflife.mutations=100000 -Dhalflife.mutations.seed=1} takes that many, and others
 * than another seed.
 */
class MutatedTraceTest {

    private static final int RECORDINGS = 34;
    private static final long MUTATIONS = Long.getLong("halflife.mutations", 3400);
    private static final long SEED = Long.getLong("halflife.mutations.seed", 0);
    private static final int LONGEST = 48;

    private static final String[] TOKENS = {
        "null",
        "true",
        "-1",
        "0",
        "-0.0",
        "1e999",
        "NaN",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "5e-324",
        "1.7976931348623157e308",
        "\"\"",
        "\"unknown\"",
        "[]",
        "{}",
        "[{}]",
        "{\"a\":{\"a\":[[[[]]]]}}",
        "\\u0000"
    };

    @ParameterizedTest
    @MethodSource("dev.halflife.sim.trace.Golden#names")
    void aMutatedRecordingIsJudgedInWordsAndNotBeforeTheMutation(String name) throws IOException {
        List<String> lines =
                new String(Golden.bytes(name), StandardCharsets.UTF_8).lines().toList();
        Rng rng = new Rng(Rng.split(SEED, name.hashCode()));
        for (long i = 0; i < MUTATIONS / RECORDINGS + 1; i++) {
            List<byte[]> cut = new ArrayList<>();
            for (String line : lines.subList(0, 2 + rng.nextInt(Math.min(LONGEST, lines.size()) - 2))) {
                cut.add(line.getBytes(StandardCharsets.UTF_8));
            }
            int first = mutate(cut, rng);
            byte[] trace = joined(cut, rng);

            TraceResult result = new TraceChecker(Contract.published()).check(name, new ByteArrayInputStream(trace));

            if (result instanceof TraceResult.Malformed malformed) {
                assertThat(malformed.message())
                        .as("%s", new String(trace, StandardCharsets.UTF_8))
                        .startsWith(name + ": line ")
                        .doesNotContain("\n")
                        .doesNotContain("Exception");
                long line = Long.parseLong(malformed
                        .message()
                        .substring((name + ": line ").length())
                        .split(":", 2)[0]);
                assertThat(line).as("%s", malformed.message()).isGreaterThanOrEqualTo(first);
            } else if (result instanceof TraceResult.Violated violated) {
                assertThat(violated.line())
                        .as("%s in %s", violated, new String(trace, StandardCharsets.UTF_8))
                        .isGreaterThanOrEqualTo(first);
            } else if (result instanceof TraceResult.Undecided undecided) {
                assertThat(undecided.line()).isGreaterThanOrEqualTo(first);
            } else if (result instanceof TraceResult.Holds holds) {
                assertThat(holds.steps())
                        .as("%s", new String(trace, StandardCharsets.UTF_8))
                        .isEqualTo(written(trace) - 1);
            }
        }
    }

    /** How many lines say anything: each of them was judged. */
    private static long written(byte[] trace) {
        return Stream.of(new String(trace, StandardCharsets.ISO_8859_1).split("\n"))
                .filter(line -> !line.matches("[ \t\r]*"))
                .count();
    }

    /** Changes one to three things and returns the number of the first line that differs, from 1. */
    private static int mutate(List<byte[]> lines, Rng rng) {
        int first = Integer.MAX_VALUE;
        for (int i = rng.oneOf(1, 1, 1, 2, 3); i > 0; i--) {
            int at = rng.nextInt(lines.size());
            first = Math.min(first, at + 1);
            byte[] line = lines.get(at);
            switch (rng.nextInt(8)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, line);
                case 2 -> {
                    int other = rng.nextInt(lines.size());
                    lines.set(at, lines.get(other));
                    lines.set(other, line);
                    first = Math.min(first, other + 1);
                }
                case 3 -> lines.set(at, cut(line, rng.nextInt(line.length + 1)));
                case 4, 5 -> lines.set(at, withToken(line, rng));
                default -> lines.set(at, withByte(line, rng));
            }
            if (lines.isEmpty()) {
                return 1;
            }
        }
        return first;
    }

    private static byte[] cut(byte[] line, int length) {
        return java.util.Arrays.copyOf(line, length);
    }

    private static byte[] withByte(byte[] line, Rng rng) {
        if (line.length == 0) {
            return new byte[] {(byte) rng.nextInt(256)};
        }
        byte[] copy = line.clone();
        int at = rng.nextInt(line.length);
        copy[at] = (byte) (rng.nextInt(2) == 0 ? copy[at] ^ (1 << rng.nextInt(8)) : rng.nextInt(256));
        return copy;
    }

    /** Replaces one value by something that may be none. */
    private static byte[] withToken(byte[] line, Rng rng) {
        String text = new String(line, StandardCharsets.UTF_8);
        List<Integer> colons = new ArrayList<>();
        for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
            colons.add(at);
        }
        if (colons.isEmpty()) {
            return withByte(line, rng);
        }
        int from = colons.get(rng.nextInt(colons.size())) + 1;
        int to = from;
        while (to < text.length() && ",}]".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        String token = TOKENS[rng.nextInt(TOKENS.length)];
        return (text.substring(0, from) + token + text.substring(to)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(List<byte[]> lines, Rng rng) {
        ByteArrayOutputStream trace = new ByteArrayOutputStream();
        for (int i = 0; i < lines.size(); i++) {
            trace.writeBytes(lines.get(i));
            if (i + 1 < lines.size() || rng.nextInt(2) == 0) {
                trace.write('\n');
            }
        }
        return trace.toByteArray();
    }
}
