package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JmhMainTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "operations --forks 0        | --forks must be a whole number within [1, 100]: 0",
                "operations --iterations 2   | --iterations must be a whole number within [3, 1000]: 2",
                "operations --only bmp       | --only must begin one of bump, 8192 keys; bump, 8192 keys, 32 stripes; tick",
                "harness --seconds 0          | --seconds must be a whole number within [1, 3600]: 0",
                "memory --keys 5             | jmh memory has no option --keys",
                "all                         | jmh has no command all; it has operations, memory, harness",
            })
    void argumentsThatMakeNoSense(String arguments, String reason) {
        Cli result = Cli.of(JmhMain::in, (Object[]) arguments.split(" "));
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(reason).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operations", "memory", "harness"})
    void everyCommandHasHelpWithAnExample(String command) {
        Cli result = Cli.of(JmhMain::in, command, "--help");
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("Usage: jmh " + command)
                .contains("Example")
                .doesNotContain("%%");
    }

    @Test
    void noCommandAtAll() {
        Cli result = Cli.of(JmhMain::in);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("a command is missing: one of operations, memory, harness");
    }
}
