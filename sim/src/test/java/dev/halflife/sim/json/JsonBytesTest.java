package dev.halflife.sim.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {

    @Test
    void utf8MayHaveAMark() {
        assertThat(JsonBytes.object("\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8))
                        .path("a")
                        .intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void anotherEncodingIsRefused(String charset) {
        for (String mark : new String[] {"", "\uFEFF"}) {
            assertThatThrownBy(() -> JsonBytes.object((mark + "{\"a\":1}").getBytes(Charset.forName(charset))))
                    .isInstanceOf(MalformedInput.class)
                    .hasMessage("text in UTF-8 was expected; this is UTF-16, UTF-32 or none");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{} {}", "{\"a\":1,\"a\":2}", "{\"a\":\"\u0001\"}"})
    void whatIsNoObjectIsRefused(String text) {
        assertThatThrownBy(() -> JsonBytes.object(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedInput.class);
    }

    @Test
    void aTreeIsBoundedInTokensAndInDepth() {
        assertThatThrownBy(() -> JsonBytes.object(
                        ("{\"a\":[" + "{},".repeat(600_000) + "{}]}").getBytes(StandardCharsets.UTF_8)))
                .hasMessage("JSON of at most 1048576 brackets, names and values was expected");
        assertThatThrownBy(() -> JsonBytes.object(("{\"a\":" + "[".repeat(501)).getBytes(StandardCharsets.UTF_8)))
                .hasMessage("JSON of at most 500 brackets in each other was expected");
    }
}
