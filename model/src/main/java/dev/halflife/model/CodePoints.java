package dev.halflife.model;

import java.util.Comparator;

/** The order of texts by their Unicode code points, which is that of their UTF-8 bytes. Java's own is that of UTF-16 units. */
public final class CodePoints {

    /** The smaller text first; a text is before what it begins. */
    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String one, String other) {
        int most = Math.min(one.length(), other.length());
        for (int i = 0; i < most; i++) {
            char ours = one.charAt(i);
            char theirs = other.charAt(i);
            if (ours != theirs) {
                return Character.isSurrogate(ours) == Character.isSurrogate(theirs)
                        ? Character.compare(ours, theirs)
                        : Character.isSurrogate(ours) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
