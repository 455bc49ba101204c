package dev.halflife.reports.cli;

import dev.halflife.model.NumberText;
import dev.halflife.sim.text.Quantity;
import java.util.Locale;

/** Times of operations and their ratios, as people read them. */
final class CostText {

    private CostText() {}

    /** A time, in at most eight characters: {@code 54.3 ns}, {@code 7.0 µs}, {@code 76.6 ms}. */
    static String nanos(double nanos) {
        if (nanos < 1_000) {
            return String.format(Locale.ROOT, "%.1f ns", NumberText.decimal(nanos));
        }
        return nanos < 1_000_000
                ? String.format(Locale.ROOT, "%.1f µs", NumberText.decimal(nanos / 1e3))
                : String.format(Locale.ROOT, "%.1f ms", NumberText.decimal(nanos / 1e6));
    }

    /** How many times faster: {@code 1.2}, {@code 62}, {@code 188k}. */
    static String ratio(double ratio) {
        return ratio < 9.95
                ? String.format(Locale.ROOT, "%.1f", NumberText.decimal(ratio))
                : Quantity.compact(Math.round(ratio));
    }

    /** The same, and the least and the most of it: {@code 1.2 (0.8 to 3.6)}. */
    static String ratios(double ratio, double least, double most) {
        return ratio(ratio) + " (" + ratio(least) + " to " + ratio(most) + ")";
    }
}
