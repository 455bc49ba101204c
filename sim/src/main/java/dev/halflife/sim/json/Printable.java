package dev.halflife.sim.json;

/**
 * Text from outside, fit for a terminal, a log and a page: nothing in it is obeyed, hidden or taken for another line. What
 * is not shown as it is becomes an escape, as in JSON: {@code \u001b}. The same on any JVM: the tables are our own.
 */
public final class Printable {

    /** How long a line of text from outside is at most, in characters. */
    public static final int LONGEST = 200;

    private Printable() {}

    /** Whether this character is shown as it is; of a pair, either half is asked for by itself. */
    private static boolean isShown(char c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        if (c < 0xa0 || c == 0xad || c == 0x61c || c == 0x180e || c == 0xfeff) {
            return false;
        }
        boolean format = (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f);
        boolean none = (c >= 0xfdd0 && c <= 0xfdef) || (c >= 0xfff9 && c <= 0xfffb) || c >= 0xfffe;
        return !format && !none;
    }

    /** The whole text in one line: controls, line ends, overrides of direction, halves of pairs are escaped. */
    public static String inOneLine(String text) {
        return escaped(text, false);
    }

    /** The same, but that line ends and tabs stay: for text of ours that is made of lines. */
    public static String inLines(String text) {
        return escaped(text, true);
    }

    /** Text from outside in one line of at most {@link #LONGEST} characters; of a longer one the middle is cut. */
    public static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    /** The same with another length, at least 8. */
    public static String shortened(String text, int longest) {
        if (text.length() > 4 * longest) {
            text = text.substring(0, 2 * longest) + text.substring(text.length() - 2 * longest);
        }
        String line = inOneLine(text);
        if (line.length() <= longest) {
            return line;
        }
        int head = longest * 2 / 3;
        int tail = line.length() - (longest - head - 1);
        return line.substring(0, isInPair(line, head) ? head - 1 : head)
                + "…"
                + line.substring(isInPair(line, tail) ? tail + 1 : tail);
    }

    private static boolean isInPair(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String escaped(String text, boolean lines) {
        int i = 0;
        while (i < text.length() && width(text, i, lines) != 0) {
            i += width(text, i, lines);
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
        while (i < text.length()) {
            int width = width(text, i, lines);
            if (width == 0) {
                escaped.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    escaped.append(Character.forDigit(text.charAt(i) >> shift & 0xf, 16));
                }
                i++;
            } else {
                escaped.append(text, i, i + width);
                i += width;
            }
        }
        return escaped.toString();
    }

    /** How many characters from here on are shown as they are, one or a pair; 0 where the next is not. */
    private static int width(String text, int at, boolean lines) {
        char c = text.charAt(at);
        if (lines && (c == '\n' || c == '\t')) {
            return 1;
        }
        if (!Character.isSurrogate(c)) {
            return isShown(c) ? 1 : 0;
        }
        boolean pair =
                Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        // Tags (U+E0000 on) show nothing.
        return pair && text.codePointAt(at) >> 12 != 0xe0 ? 2 : 0;
    }
}
