package dev.halflife.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameTextTest {

    @Test
    void aPlainNameStandsAsItIs() {
        assertThat(NameText.of("a1")).isEqualTo("a1");
        assertThat(NameText.of("realm/ns/~model-1")).isEqualTo("realm/ns/~model-1");
    }

    @Test
    void whatCouldBeOverlookedOrMistakenIsQuoted() {
        assertThat(NameText.of("")).isEqualTo("\"\"");
        assertThat(NameText.of("a ")).isEqualTo("\"a \"");
        assertThat(NameText.of("a\t\u007f")).isEqualTo("\"a\\u0009\\u007f\"");
        assertThat(NameText.of("a\"\\")).isEqualTo("\"a\\\"\\\\\"");
        assertThat(NameText.of("é\uD83D")).isEqualTo("\"\\u00e9\\ud83d\"");
        assertThat(NameText.of("none")).isEqualTo("\"none\"");
        assertThat(NameText.list(List.of("a,b", "c"))).isEqualTo("\"a,b\", c");
    }

    @Test
    void textsAreOrderedByCodePointsAsByTheirBytes() {
        List<String> texts =
                new ArrayList<>(List.of("\uD83D\uDE00", "\uFF61", "b", "ab", "a", "", "a\uD83D\uDE00", "a\uFF61"));
        texts.sort(CodePoints.ORDER);
        assertThat(texts).containsExactly("", "a", "ab", "a\uFF61", "a\uD83D\uDE00", "b", "\uFF61", "\uD83D\uDE00");
        assertThat(texts)
                .isNotEqualTo(texts.stream().sorted(Comparator.naturalOrder()).toList());
    }
}
