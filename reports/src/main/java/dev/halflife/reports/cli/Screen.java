package dev.halflife.reports.cli;

import dev.halflife.sim.json.Printable;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is printed on its way to a terminal, a file or a pipe: the second wall behind {@link Printable}. Lets through
 * letters, line ends and, where the terminal has them, colours and the erasing of a line; everything else that a terminal
 * would obey is shown as an escape. Remembers why something could not be written, which a {@link PrintWriter} forgets.
 */
final class Screen extends PrintWriter {

    /** Takes back a line that was not ended. */
    static final String CLEAR = "\r\u001b[2K";

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern COLOUR_OR_CLEAR = Pattern.compile(COLOUR + "|\r\u001b\\[2K");
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final Filter filter;

    private Screen(Filter filter) {
        super(filter);
        this.filter = filter;
    }

    /** In front of this writer. */
    static Screen before(Writer out, Terminal terminal) {
        return out instanceof Screen screen ? screen : new Screen(new Filter(out, obeyed(terminal)));
    }

    private static Pattern obeyed(Terminal terminal) {
        if (terminal.interactive()) {
            return COLOUR_OR_CLEAR;
        }
        return terminal.coloured() ? COLOUR : NOTHING;
    }

    /** Why something could not be written; empty where all was. */
    Optional<IOException> failure() {
        return Optional.ofNullable(filter.failure);
    }

    private static final class Filter extends FilterWriter {

        private final Pattern obeyed;
        private @Nullable IOException failure;

        Filter(Writer out, Pattern obeyed) {
            super(out);
            this.obeyed = obeyed;
        }

        @Override
        public void write(int c) throws IOException {
            write(String.valueOf((char) c), 0, 1);
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            write(new String(text, from, length), 0, length);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            String part = text.substring(from, from + length);
            Matcher ours = obeyed.matcher(part);
            StringBuilder shown = new StringBuilder(length);
            int at = 0;
            while (ours.find()) {
                shown.append(Printable.inLines(part.substring(at, ours.start())))
                        .append(ours.group());
                at = ours.end();
            }
            shown.append(Printable.inLines(part.substring(at)));
            try {
                out.write(shown.toString());
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
