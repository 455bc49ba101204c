package dev.halflife.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static String shown(Terminal terminal, String text) {
        StringWriter out = new StringWriter();
        Screen screen = Screen.before(out, terminal);
        screen.print(text);
        screen.flush();
        return out.toString();
    }

    @Test
    void nothingThatATerminalObeysGetsThrough() {
        assertThat(shown(Terminal.NONE, "a\u001b[31mb\u009b2J\u0007\rc\n"))
                .isEqualTo("a\\u001b[31mb\\u009b2J\\u0007\\u000dc\n");
    }

    @Test
    void aTerminalGetsItsColoursAndAnInteractiveOneItsMeter() {
        assertThat(shown(new Terminal(false, true), "\u001b[31mred\u001b[0m\u001b[2J"))
                .isEqualTo("\u001b[31mred\u001b[0m\\u001b[2J");
        assertThat(shown(new Terminal(true, true), Screen.CLEAR + "50 %\u001b]0;title\u0007"))
                .isEqualTo(Screen.CLEAR + "50 %\\u001b]0;title\\u0007");
    }

    @Test
    void whyNothingCouldBeWrittenIsRemembered() {
        Screen screen = Screen.before(
                new Writer() {
                    @Override
                    public void write(char[] text, int from, int length) throws IOException {
                        throw new IOException("no room");
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                },
                Terminal.NONE);
        assertThat(screen.failure()).isEmpty();
        screen.println("text");
        assertThat(screen.failure()).hasValueSatisfying(e -> assertThat(e).hasMessage("no room"));
    }
}
