package dev.halflife.sim.exec;

import java.nio.charset.StandardCharsets;

/** What a foreign process has said, fit to be shown: one short line without anything that a terminal would obey. */
final class Printable {

    private static final int LONGEST = 240;

    private Printable() {}

    /** The beginning of these bytes as text. */
    static String of(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, 4 * LONGEST), StandardCharsets.UTF_8).strip();
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
        String plain = shown.replaceAll("\\p{Cntrl}", "\uFFFD");
        return plain.isEmpty() ? "an empty line" : plain;
    }
}
