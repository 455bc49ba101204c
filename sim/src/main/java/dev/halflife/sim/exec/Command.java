package dev.halflife.sim.exec;

import dev.halflife.sim.json.MalformedInput;
import java.util.ArrayList;
import java.util.List;

/**
 * A command as it is typed: words, parted by blanks. Quotes and backslashes keep blanks in a word, as in a shell; nothing
 * else is special, as no shell is asked. {@code sh -c '…'} asks one.
 *
 * @param text as typed
 * @param words the program and its arguments; at least one
 */
public record Command(String text, List<String> words) {

    public Command {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("words must be the program and its arguments: " + words);
        }
    }

    /**
     * The command that this text says.
     *
     * @throws MalformedInput if it says none
     */
    public static Command parse(String text) {
        List<String> words = new Words(text).split();
        if (words.isEmpty()) {
            throw new MalformedInput("a command is missing, such as exec:./registry or exec:'python3 registry.py'");
        }
        return new Command(text, words);
    }

    /** Takes a text apart, character by character. */
    private static final class Words {
        private final String text;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean begun;
        private char quote;

        Words(String text) {
            this.text = text;
        }

        List<String> split() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean escapes = c == '\\' && quote != '\'' && i + 1 < text.length();
                take(escapes ? text.charAt(++i) : c, escapes);
            }
            if (quote != 0) {
                throw new MalformedInput("a command must close its quotes: " + text);
            }
            end();
            return words;
        }

        private void take(char c, boolean escaped) {
            if (!escaped && quote == 0 && (c == ' ' || c == '\t')) {
                end();
            } else if (!escaped && quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                begun = true;
            } else if (!escaped && quote != 0 && c == quote) {
                quote = 0;
            } else {
                word.append(c);
                begun = true;
            }
        }

        private void end() {
            if (begun) {
                words.add(word.toString());
            }
            word.setLength(0);
            begun = false;
        }
    }
}
