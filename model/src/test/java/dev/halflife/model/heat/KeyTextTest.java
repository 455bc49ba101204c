package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aKeyThatIsStillLongIsCut() {
        assertThat(KeyText.of("0123456789abcdef".repeat(4))).isEqualTo("01234567…");
        assertThat(KeyText.of("1".repeat(17))).isEqualTo("11111111…");
    }
}
