package dev.halflife.model.heat;

/** A key for people: without leading zeros, or a long one without trailing ones. No two keys of one width share a text. */
public final class KeyText {

    private static final int SHORT = 16;

    private KeyText() {}

    /** The text, whole where nothing can be left out. */
    public static String of(String key) {
        String leading = key.replaceFirst("^0+(?=.)", "");
        String trailing = key.replaceFirst("(?<=.)(00)+$", "");
        return leading.length() > SHORT && trailing.length() <= SHORT ? trailing + "…" : leading;
    }
}
