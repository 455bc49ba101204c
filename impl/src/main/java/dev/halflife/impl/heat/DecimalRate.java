package dev.halflife.impl.heat;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A rate in writing: a decimal number without sign, suffix or white space. */
final class DecimalRate {

    /** Narrower than {@link Double#parseDouble}, which takes hexadecimal, type suffixes, signs and blanks as well. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private DecimalRate() {}

    /** Digits alone, no exponent: every reader of decimal numbers understands it, whatever its language. */
    static String print(double rate) {
        return new BigDecimal(NumberOutput.toString(rate, true))
                .stripTrailingZeros()
                .toPlainString();
    }

    static double parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw refused(text);
        }
        double rate = Double.parseDouble(text);
        if (rate > Double.MAX_VALUE) {
            throw refused(text);
        }
        return rate;
    }

    /** Returns the rate, with one zero for both: a printed -0 would be refused. */
    static double require(double rate) {
        Emission.requireRate(rate);
        return rate == 0 ? 0 : rate;
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("rate must be a finite decimal number of at least 0: " + text);
    }
}
