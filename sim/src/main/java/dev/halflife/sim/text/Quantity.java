package dev.halflife.sim.text;

import dev.halflife.model.NumberText;
import java.util.Locale;

/** Numbers as people read them: few digits, a unit, the same in every locale. */
public final class Quantity {

    private static final String[] SCALES = {"", "k", "M", "G", "T"};
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final double YEAR_SECONDS = 365.25 * 24 * 3600;

    private Quantity() {}

    /** A count in full, with separators: {@code 1,234,567}. */
    public static String exact(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count in at most five characters: {@code 999}, {@code 12.3k}, {@code 457M}. Counts are not negative. */
    public static String compact(long count) {
        double scaled = count;
        int scale = 0;
        while (scaled >= 999.5 && scale < SCALES.length - 1) {
            scaled /= 1000;
            scale++;
        }
        return scale == 0 || scaled >= 99.95
                ? Math.round(scaled) + SCALES[scale]
                : String.format(Locale.ROOT, "%.1f%s", NumberText.decimal(scaled), SCALES[scale]);
    }

    /** A count with its noun: {@code 1 schedule}, {@code 2 schedules}. */
    public static String of(long count, String noun) {
        return exact(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Wall time: {@code 40 ms}, {@code 4.1 s}, {@code 2 min 5 s}, {@code 3 h 12 min}. */
    public static String wall(long millis) {
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (millis < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", NumberText.decimal(millis / (double) SECOND));
        }
        return millis < HOUR
                ? millis / MINUTE + " min " + millis % MINUTE / SECOND + " s"
                : millis / HOUR + " h " + millis % HOUR / MINUTE + " min";
    }

    /** Virtual time, which is mostly long: {@code 12.4 days}, {@code 1,204 years}, {@code 1.2M years}; {@code -} for none. */
    public static String virtual(double nanos) {
        if (nanos == 0) {
            return "-";
        }
        double seconds = nanos / 1e9;
        if (seconds < 1) {
            return nanos < 1e6
                    ? String.format(Locale.ROOT, "%.0f µs", NumberText.decimal(nanos / 1e3))
                    : String.format(Locale.ROOT, "%.0f ms", NumberText.decimal(nanos / 1e6));
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%.1f s", NumberText.decimal(seconds));
        }
        if (seconds < YEAR_SECONDS) {
            return String.format(Locale.ROOT, "%.1f days", NumberText.decimal(seconds / 86_400));
        }
        if (seconds < 10 * YEAR_SECONDS) {
            return String.format(Locale.ROOT, "%.1f years", NumberText.decimal(seconds / YEAR_SECONDS));
        }
        long years = Math.round(seconds / YEAR_SECONDS);
        return (years < 10_000 ? exact(years) : compact(years)) + " years";
    }
}
