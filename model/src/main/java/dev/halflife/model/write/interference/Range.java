package dev.halflife.model.write.interference;

import dev.halflife.model.NumberText;

/**
 * Where a tracker's float32 number lies: between these bounds, which are equal where no rounding was possible. Each
 * addition and subtraction widens it by {@link #ROUNDING} of the result, twice what float32 needs, so that a tracker may
 * keep floats, doubles, or sums in any order. A sum past the largest float is infinite or, in a tracker that saturates, that float.
 */
record Range(double low, double high) {

    /** One float32 epsilon: 2^-23. */
    static final double ROUNDING = 0x1p-23;

    static final Range ZERO = new Range(0, 0);

    boolean exact() {
        return low == high;
    }

    /** The numbers between two, rounded so many times. Past the largest float anything from there on is possible. */
    static Range rounded(double low, double high, int roundings) {
        double error = ROUNDING * roundings;
        return saturated(Math.max(0, low - low * error), high + high * error);
    }

    private static Range saturated(double low, double high) {
        return high > Float.MAX_VALUE
                ? new Range(Math.min(low, Float.MAX_VALUE), Double.POSITIVE_INFINITY)
                : new Range(low, high);
    }

    /** Both together, before any rounding. */
    Range plus(Range more) {
        return saturated(low + more.low, high + more.high);
    }

    /** What is left where both bounds hold. Never empty: what contradicts by a rounding is ignored. */
    Range within(Range other) {
        double lower = Math.max(low, other.low);
        double higher = Math.min(high, other.high);
        return lower <= higher ? new Range(lower, higher) : this;
    }

    /** What a number may be that was reported as this float. */
    static Range around(float seen) {
        return rounded(seen, seen, 1);
    }

    /** Whether a tracker whose number lies here may report this float. */
    boolean admits(float seen) {
        if (exact() && (float) low == low) {
            return seen == low;
        }
        return seen >= low - low * ROUNDING && seen <= high + high * ROUNDING;
    }

    /** A float that it admits. */
    float middle() {
        return high == Double.POSITIVE_INFINITY ? Float.MAX_VALUE : (float) (low + (high - low) / 2);
    }

    @Override
    public String toString() {
        return exact() ? NumberText.of((float) low) : "about " + NumberText.of(middle());
    }
}
