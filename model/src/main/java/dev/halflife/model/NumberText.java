package dev.halflife.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A number as text, the same on every JVM: the shortest decimal that reads back to it; of several the closest, of two as
 * close the one that ends in an even digit. This is how {@link Double#toString(double)} and {@link Float#toString(float)}
 * write it since JDK 19; before, they wrote digits too many now and then, such as {@code 5.7646075230342349E17} for 2^59.
 *
 * <p>Thread-safe. Whole numbers below ten millions take some nanoseconds, others some microseconds.
 */
public final class NumberText {

    /** As many digits as tell each double from its neighbours, and each float. */
    private static final int MOST_DIGITS = 17;

    private static final int MOST_DIGITS_OF_FLOAT = 9;

    private NumberText() {}

    /** A double in its shortest form. */
    public static String of(double value) {
        return of(value, MOST_DIGITS, text -> Double.parseDouble(text) == Math.abs(value));
    }

    /** A float in its shortest form, often shorter than that of the double equal to it. */
    public static String of(float value) {
        return of(value, MOST_DIGITS_OF_FLOAT, text -> Float.parseFloat(text) == Math.abs(value));
    }

    /**
     * The same as a decimal, for formats: theirs of doubles depends on the JVM too.
     *
     * @throws NumberFormatException if it is not finite
     */
    public static BigDecimal decimal(double value) {
        return new BigDecimal(of(value));
    }

    private static String of(double value, int mostDigits, Predicate<String> readsBack) {
        if (value == (int) value && Math.abs(value) < 1e7) {
            return (value == 0 && 1 / value < 0 ? "-0" : Integer.toString((int) value)) + ".0";
        }
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }
        String text = written(shortest(new BigDecimal(Math.abs(value)), mostDigits, readsBack));
        return value < 0 ? "-" + text : text;
    }

    /** What can be said in some digits can be said in more, so halving finds the fewest; there are two at least. */
    private static BigDecimal shortest(BigDecimal exact, int mostDigits, Predicate<String> readsBack) {
        BigDecimal shortest = exact;
        int least = 2;
        int most = mostDigits;
        while (least <= most) {
            int digits = (least + most) / 2;
            BigDecimal closest = closest(exact, digits, readsBack);
            if (closest == null) {
                least = digits + 1;
            } else {
                shortest = closest;
                most = digits - 1;
            }
        }
        return shortest;
    }

    /** The closest that has so many digits; null if none reads back. */
    private static @Nullable BigDecimal closest(BigDecimal exact, int digits, Predicate<String> readsBack) {
        BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
        if (below.compareTo(exact) == 0) {
            return below;
        }
        BigDecimal above = below.add(below.ulp());
        if (!readsBack.test(above.toString())) {
            return readsBack.test(below.toString()) ? below : null;
        }
        int farther = exact.subtract(below).compareTo(above.subtract(exact));
        boolean isEven = !below.unscaledValue().testBit(0);
        return (farther < 0 || (farther == 0 && isEven)) && readsBack.test(below.toString()) ? below : above;
    }

    /** Plain from a thousandth up to ten millions, otherwise with an exponent; always with a digit after the point. */
    private static String written(BigDecimal decimal) {
        String digits = decimal.unscaledValue().toString();
        int point = digits.length() - decimal.scale();
        if (point < -2 || point > 7) {
            return mantissa(digits, 1) + "E" + (point - 1);
        }
        return point > 0 ? mantissa(digits, point) : mantissa("0".repeat(1 - point) + digits, 1);
    }

    /** The digits with a point after so many of them, and no zeros at the end that say nothing. */
    private static String mantissa(String digits, int point) {
        StringBuilder text = new StringBuilder(digits);
        while (text.length() <= point) {
            text.append('0');
        }
        text.insert(point, '.');
        int end = text.length();
        while (text.charAt(end - 1) == '0' && text.charAt(end - 2) != '.') {
            end--;
        }
        return text.substring(0, end);
    }
}
