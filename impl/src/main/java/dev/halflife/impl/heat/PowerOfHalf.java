package dev.halflife.impl.heat;

/**
 * Powers of one half, several times faster than {@link StrictMath#pow} and as repeatable: nothing but IEEE additions and
 * multiplications, so the same bits on every machine.
 *
 * <p>With {@code x = k/128 + d} and {@code |d| <= 1/256}, {@code 2^-x = 2^-(k/128) e^r} where {@code r = -d ln 2} and
 * {@code |r| < 0.00271}. The first factor is a power of two and one of 128 constants, each within 0.7 ulp; {@code d} is exact,
 * since a double below 2^13 has bits to spare at 2^-40. {@code e^r - 1} is its series up to the fifth power: what is cut off
 * is below {@code |r|^6/719 < 6e-19}, 0.006 ulp, and the rounding of a number below 0.0028 is below 0.01 ulp of the result. The last
 * addition rounds once, by 0.5 ulp of the result, and the constant's error may double where the result falls below a power of two
 * that the constant lies above: in all the result is within 2 ulp of the true power.
 */
final class PowerOfHalf {

    /** The greatest exponent. */
    static final double MOST = 64;

    private static final int STEPS = 128;
    private static final int STEP_BITS = 7;
    private static final int BIAS = 1023;
    private static final int FRACTION_BITS = 52;
    private static final double LN_2_PER_STEP = StrictMath.log(2) / STEPS;
    private static final double[] POWERS = powers();

    private PowerOfHalf() {}

    /**
     * The power of one half, within 2 ulp.
     *
     * @param exponent within [0, {@link #MOST}]
     */
    static double of(double exponent) {
        double steps = exponent * STEPS;
        int nearest = (int) (steps + 0.5);
        double r = (nearest - steps) * LN_2_PER_STEP;
        double grown = r * (1 + r * (1 / 2.0 + r * (1 / 6.0 + r * (1 / 24.0 + r * (1 / 120.0)))));
        double power = POWERS[nearest & (STEPS - 1)];
        double twoToMinus = Double.longBitsToDouble((long) (BIAS - (nearest >> STEP_BITS)) << FRACTION_BITS);
        return (power + power * grown) * twoToMinus;
    }

    private static double[] powers() {
        double[] powers = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            powers[i] = StrictMath.pow(0.5, (double) i / STEPS);
        }
        return powers;
    }
}
