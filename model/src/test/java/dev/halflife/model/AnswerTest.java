package dev.halflife.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {

    /** Three rules. */
    enum Letter implements Rule {
        A,
        B,
        C;

        @Override
        public String id() {
            return name();
        }

        @Override
        public String text() {
            return "is a letter";
        }
    }

    @Test
    void anAnswerTestsTheRulesThatWereNamedAndNoOthers() {
        Answer<String, String> answer = Answer.of("state", "reply", Letter.A);

        assertThat(answer).isEqualTo(new Answer<>("state", "reply", 0b001));
        assertThat(answer.testing(Letter.C)).isEqualTo(new Answer<>("state", "reply", 0b101));
        assertThat(answer.testing(Letter.A)).isEqualTo(answer);
    }
}
