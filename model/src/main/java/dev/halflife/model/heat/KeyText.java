package dev.halflife.model.heat;

/** A key in a few characters, for people: without leading zeros, or without trailing ones, or cut. */
public final class KeyText {

    private static final int LONGEST = 16;

    private KeyText() {}

    /** The short form; two keys may share one. */
    public static String of(String key) {
        String leading = key.replaceFirst("^0+(?=.)", "");
        if (leading.length() <= LONGEST) {
            return leading;
        }
        String trailing = key.replaceFirst("(?<=.)(00)+$", "");
        return trailing.length() <= LONGEST ? trailing + "…" : key.substring(0, LONGEST / 2) + "…";
    }
}
