package dev.halflife.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces of the heat registries that were judged wrongly once. */
class HeatCasesTest {

    @Test
    void f3_aKeyThatComesBackLeavesWhatIsOwedBeforeItsEviction() throws IOException {
        assertThat(check("owed-right.jsonl")).isInstanceOf(TraceResult.Holds.class);
    }

    @ParameterizedTest
    @CsvSource({"owed-wrong.jsonl, F3", "wrong-rule-D1-for-D4.jsonl, D4"})
    void theBrokenRuleIsNamed(String name, String rule) throws IOException {
        assertThat(check(name))
                .isInstanceOfSatisfying(
                        TraceResult.Violated.class,
                        violated -> assertThat(violated.violation().rule().id()).isEqualTo(rule));
    }

    private static TraceResult check(String name) throws IOException {
        try (InputStream in = HeatCasesTest.class.getResourceAsStream("/judge/" + name)) {
            return new TraceChecker(Contract.published()).check(name, in);
        }
    }
}
