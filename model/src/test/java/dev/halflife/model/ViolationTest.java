package dev.halflife.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViolationTest {

    @Test
    void aViolationIsToldAsTheRuleWhatWasExpectedAndWhatWasSeen() {
        assertThat(new Violation(AnswerTest.Letter.B, "rate 1.0", "rate 2.0"))
                .hasToString("B: expected rate 1.0, seen rate 2.0");
    }
}
