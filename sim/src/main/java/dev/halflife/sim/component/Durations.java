package dev.halflife.sim.component;

import java.math.BigDecimal;

/** Spans of time in the unit that gives the shortest number: {@code 90 s}, {@code 0.5 ms}, {@code -2 h}. */
public final class Durations {

    private static final long[] UNIT_NANOS = {86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L};
    private static final String[] UNITS = {" d", " h", " min", " s"};

    private Durations() {}

    /** The span in words. Exact: nothing is rounded. */
    public static String text(long nanos) {
        if (nanos == 0) {
            return "0 s";
        }
        for (int i = 0; i < UNITS.length; i++) {
            if (nanos % UNIT_NANOS[i] == 0) {
                return nanos / UNIT_NANOS[i] + UNITS[i];
            }
        }
        if (Math.abs(nanos) < 1000) {
            return nanos + " ns";
        }
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
    }
}
