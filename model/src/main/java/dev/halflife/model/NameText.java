package dev.halflife.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A name (an id, a namespace, a partition) as a person reads it, different for different names. Plain ones stand as they
 * are; one that holds blanks, controls, quotes or letters beyond ASCII, that is empty or could be taken for no name at all, is
 * quoted, with all but printable ASCII escaped as in JSON.
 */
public final class NameText {

    private static final List<String> MEAN_NO_NAME = List.of("none", "nothing", "null");

    private NameText() {}

    /** Such as {@code a1}, {@code "a "}, {@code ""}, {@code "\u00e9"}. */
    public static String of(String name) {
        boolean plain =
                !name.isEmpty() && !MEAN_NO_NAME.contains(name) && name.chars().allMatch(NameText::isPlain);
        return plain ? name : quoted(name);
    }

    /** The names in their order, such as {@code a1, "a ", b}. */
    public static String list(Collection<String> names) {
        return names.stream().map(NameText::of).collect(Collectors.joining(", "));
    }

    private static boolean isPlain(int letter) {
        return letter > ' ' && letter < 0x7f && letter != '"' && letter != '\\' && letter != ',';
    }

    private static String quoted(String name) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else if (letter >= ' ' && letter < 0x7f) {
                text.append(letter);
            } else {
                text.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    text.append(Character.forDigit(letter >> shift & 0xf, 16));
                }
            }
        }
        return text.append('"').toString();
    }
}
