package dev.halflife.impl.heat;

import java.util.HexFormat;

/** Fixed-width lower-case hexadecimal, the only way keys are written. */
final class LowerHex {

    private static final HexFormat FORMAT = HexFormat.of();
    private static final int DIGITS_PER_LONG = 16;

    private LowerHex() {}

    static String print(long bits) {
        return FORMAT.toHexDigits(bits);
    }

    /**
     * Reads digits as big-endian words.
     *
     * @param what names the text in the error
     * @throws IllegalArgumentException unless the text is exactly 16 lower-case digits for each word
     */
    static long[] parse(String what, String text, int words) {
        int digits = words * DIGITS_PER_LONG;
        if (text.length() != digits || !isHex(text)) {
            throw new IllegalArgumentException(what + " must be " + digits + " lower-case hex digits: " + text);
        }
        long[] bits = new long[words];
        for (int word = 0; word < words; word++) {
            int from = word * DIGITS_PER_LONG;
            bits[word] = HexFormat.fromHexDigitsToLong(text, from, from + DIGITS_PER_LONG);
        }
        return bits;
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }
}
