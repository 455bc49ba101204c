package dev.halflife.model.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.write.arrivals.ArrivalsSpec;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerSpec;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsSpec;
import dev.halflife.model.write.cursor.CursorSpec;
import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceSpec;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueSpec;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsSpec;
import dev.halflife.model.write.workingset.WorkingSetSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the rules of every part of the write path: whom a report names, and in what words. */
class RulesTest {

    static Stream<Arguments> specs() {
        Contract strict = Contract.strict();
        return Stream.of(
                Arguments.of(new ArrivalsSpec(), List.of("N1", "N2")),
                Arguments.of(new BreakerSpec(new BreakerConfig(5, 30), strict), List.of("B1", "B2", "B3", "F8")),
                Arguments.of(
                        new CreditsSpec(new CreditsConfig(2, 1), strict),
                        List.of("A1", "A2", "A3", "A4", "A5", "A6", "F6")),
                Arguments.of(new CursorSpec(), List.of("K1")),
                Arguments.of(
                        new InterferenceSpec(new InterferenceConfig(1), strict),
                        List.of("I1", "I2", "I3", "I4", "I5", "F9")),
                Arguments.of(new QueueSpec(new QueueConfig(1), strict), List.of("Q1", "Q2", "F11")),
                Arguments.of(
                        new StatisticsSpec(new StatisticsConfig(1, true), strict),
                        List.of("W1", "W2", "W3", "W4", "W5", "W6", "F7", "F14")),
                Arguments.of(new WorkingSetSpec(strict), List.of("C1", "C2", "F12")));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aSpecificationNamesItsRulesInTheOrderOfTheirBits(Spec<?, ?, ?> spec, List<String> ids) {
        assertThat(spec.rules().stream().map(Rule::id).toList()).isEqualTo(ids);
        assertThat(spec.rules())
                .allSatisfy(rule ->
                        assertThat(rule.ordinal()).isEqualTo(spec.rules().indexOf(rule)));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void eachRuleIsOneSentenceThatNoOtherRuleSays(Spec<?, ?, ?> spec, List<String> ids) {
        assertThat(spec.rules().stream().map(Rule::text).toList())
                .hasSameSizeAs(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(text ->
                        assertThat(text).isNotBlank().doesNotContain(". ").doesNotEndWith("."));
    }
}
