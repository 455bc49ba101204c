package dev.halflife.sim.text;

import java.util.ArrayList;
import java.util.List;

/** Text side by side: padding and wrapping. */
public final class Columns {

    /** How many columns a screen has at least. */
    public static final int SCREEN = 80;

    private Columns() {}

    /** The text followed by blanks up to {@code width}. */
    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** The text preceded by blanks up to {@code width}. */
    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** The text broken between words into lines of at most {@code width}; longer words stand alone. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
