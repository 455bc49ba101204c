package dev.halflife.model.write.statistics;

import java.math.BigInteger;

/**
 * An exact number {@code mantissa · 2^exponent}: what finite doubles, their sums and their products are. A value; the
 * mantissa is odd, or 0 with exponent 0, so that equal numbers are equal records.
 */
record Dyadic(BigInteger mantissa, int exponent) {

    static final Dyadic ZERO = new Dyadic(BigInteger.ZERO, 0);

    private static final int FRACTION_BITS = 52;
    private static final int LEAST_EXPONENT = -1074;

    /** Bits kept of a quotient before it is rounded to a double: enough for one rounding that counts. */
    private static final int QUOTIENT_BITS = 64;

    private static Dyadic normalized(BigInteger mantissa, int exponent) {
        if (mantissa.signum() == 0) {
            return ZERO;
        }
        int zeros = mantissa.getLowestSetBit();
        return new Dyadic(zeros == 0 ? mantissa : mantissa.shiftRight(zeros), exponent + zeros);
    }

    /** A finite double, exactly. */
    static Dyadic of(double finite) {
        long bits = Double.doubleToRawLongBits(finite);
        int biased = (int) ((bits >>> FRACTION_BITS) & 0x7FF);
        long fraction = bits & ((1L << FRACTION_BITS) - 1);
        long magnitude = biased == 0 ? fraction : fraction | (1L << FRACTION_BITS);
        int exponent = LEAST_EXPONENT + (biased == 0 ? 0 : biased - 1);
        return normalized(BigInteger.valueOf(bits < 0 ? -magnitude : magnitude), exponent);
    }

    Dyadic plus(Dyadic other) {
        if (exponent > other.exponent) {
            return other.plus(this);
        }
        return normalized(mantissa.add(other.mantissa.shiftLeft(other.exponent - exponent)), exponent);
    }

    Dyadic minus(Dyadic other) {
        return plus(new Dyadic(other.mantissa.negate(), other.exponent));
    }

    Dyadic times(Dyadic other) {
        return normalized(mantissa.multiply(other.mantissa), exponent + other.exponent);
    }

    Dyadic times(long factor) {
        return normalized(mantissa.multiply(BigInteger.valueOf(factor)), exponent);
    }

    /** Whether the magnitude is at least this power of 2. */
    boolean isAtLeastPowerOfTwo(int power) {
        return mantissa.signum() != 0 && mantissa.abs().bitLength() + exponent > power;
    }

    /** The quotient by a positive number as a double, within one ulp; infinite where no double reaches. */
    double over(long divisor) {
        BigInteger magnitude = mantissa.abs();
        int shift = Math.max(0, QUOTIENT_BITS + 64 - magnitude.bitLength());
        BigInteger quotient = magnitude.shiftLeft(shift).divide(BigInteger.valueOf(divisor));
        int surplus = Math.max(0, quotient.bitLength() - QUOTIENT_BITS);
        double leading = quotient.shiftRight(surplus).doubleValue();
        double value = Math.scalb(leading, exponent - shift + surplus);
        return mantissa.signum() < 0 ? -value : value;
    }
}
