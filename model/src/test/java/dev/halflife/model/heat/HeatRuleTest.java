package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeatRuleTest {

    @ParameterizedTest
    @EnumSource
    void aRuleIsASentenceWithoutItsFullStop(HeatRule rule) {
        assertThat(rule.text()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void theRuleOfAFindingIsItsStrictChoice() {
        assertThat(HeatSpec.FINDINGS)
                .allSatisfy(finding ->
                        assertThat(HeatRule.valueOf(finding.name()).text()).isEqualTo(finding.strictText()))
                .contains(Finding.F1);
    }
}
