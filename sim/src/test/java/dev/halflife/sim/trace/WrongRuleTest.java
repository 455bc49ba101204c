package dev.halflife.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Traces of subjects that break one rule, shown late, elsewhere, or with other things in between. The file's name begins with
 * the rule.
 */
class WrongRuleTest {

    private static final Path TRACES = Path.of("src", "test", "resources", "wrong-rule");

    static List<Path> traces() throws IOException {
        try (Stream<Path> files = Files.list(TRACES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theRuleThatIsBrokenIsNamed(Path trace) throws IOException {
        try (InputStream in = Files.newInputStream(trace)) {
            TraceResult result = new TraceChecker(Contract.strict()).check(trace.toString(), in);

            assertThat(result).isInstanceOfSatisfying(TraceResult.Violated.class, violated -> {
                String name = trace.getFileName().toString();
                assertThat(name).startsWith(violated.violation().rule().id() + "-");
            });
        }
    }
}
