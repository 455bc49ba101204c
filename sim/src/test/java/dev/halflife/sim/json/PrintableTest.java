package dev.halflife.sim.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void whatATerminalObeysIsShownAsAnEscape() {
        assertThat(Printable.inOneLine("\u001b[2J\u009b31m\u0000\u007f"))
                .isEqualTo("\\u001b[2J\\u009b31m\\u0000\\u007f");
        assertThat(Printable.inOneLine("a\nok  trusted: 5 steps\r::error::"))
                .isEqualTo("a\\u000aok  trusted: 5 steps\\u000d::error::");
        assertThat(Printable.inOneLine("\u202Eevil\u2028\u2066\u200B\uFEFF"))
                .isEqualTo("\\u202eevil\\u2028\\u2066\\u200b\\ufeff");
    }

    @Test
    void lettersOfAnyScriptStay() {
        String text = "né → 漢字 · \uD83D\uDD25 العربية";
        assertThat(Printable.inOneLine(text)).isSameAs(text);
    }

    @Test
    void halvesOfPairsAndTagsAreEscaped() {
        assertThat(Printable.inOneLine("\uD800a\uDC00")).isEqualTo("\\ud800a\\udc00");
        assertThat(Printable.inOneLine("\uDB40\uDC41")).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void linesStayOnlyInTextThatIsMadeOfThem() {
        assertThat(Printable.inLines("a\n\tb\r")).isEqualTo("a\n\tb\\u000d");
    }

    @Test
    void ofALongTextTheMiddleIsCut() {
        String text = "begin" + "x".repeat(10_000) + "end";
        assertThat(Printable.shortened(text))
                .hasSize(Printable.LONGEST)
                .startsWith("beginxxx")
                .contains("…")
                .endsWith("xxxend");
        assertThat(Printable.shortened("\u0000".repeat(1_000_000))).hasSizeLessThanOrEqualTo(Printable.LONGEST);
        assertThat(Printable.inOneLine(Printable.shortened("\uD83D\uDD25".repeat(300), 8)))
                .doesNotContain("\\u");
        assertThat(Printable.inOneLine(Printable.shortened("a" + "\uD83D\uDD25".repeat(300), 9)))
                .doesNotContain("\\u");
    }

    @Test
    void aComplaintIsOneShortLine() {
        assertThat(new MalformedInput("x\ny" + "z".repeat(1000)).getMessage())
                .hasSize(MalformedInput.LONGEST)
                .startsWith("x\\u000ay");
    }
}
