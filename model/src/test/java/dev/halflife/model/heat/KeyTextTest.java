package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTextTest {

    @Test
    void leadingZerosAreLeftOut() {
        assertThat(KeyText.of("000000000000000a")).isEqualTo("a");
        assertThat(KeyText.of("0000000000000000")).isEqualTo("0");
        assertThat(KeyText.of("0".repeat(48) + "123456789abcdef0")).isEqualTo("123456789abcdef0");
    }

    @Test
    void trailingZerosOfALongKeyAreLeftOut() {
        assertThat(KeyText.of("a1" + "0".repeat(62))).isEqualTo("a1…");
        assertThat(KeyText.of("123456789abcdef1" + "0".repeat(48))).isEqualTo("123456789abcdef1…");
    }

    @Test
    void aKeyThatIsLongAllTheSameStaysWhole() {
        assertThat(KeyText.of("0123456789abcdef".repeat(4)))
                .isEqualTo("0123456789abcdef".repeat(4).substring(1));
        assertThat(KeyText.of("1".repeat(64))).isEqualTo("1".repeat(64));
    }

    @Test
    void twoKeysThatDifferInOneDigitHaveTwoTexts() {
        for (String key : List.of("0".repeat(64), "1".repeat(64), "a1" + "0".repeat(62), "0".repeat(62) + "a1")) {
            Set<String> texts = new HashSet<>(Set.of(KeyText.of(key)));
            for (int i = 0; i < key.length(); i++) {
                for (String digit : List.of("0", "1", "f")) {
                    String other = key.substring(0, i) + digit + key.substring(i + 1);
                    assertThat(other.equals(key) || texts.add(KeyText.of(other)))
                            .as(other)
                            .isTrue();
                }
            }
        }
    }
}
