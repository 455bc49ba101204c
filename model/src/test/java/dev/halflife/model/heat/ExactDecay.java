package dev.halflife.model.heat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decay in exact arithmetic: {@code rate · 2^(-elapsed / halfLife)}, right to 40 digits.
 *
 * <p>The exponent is split by whole numbers: its integer part is an exact power of two, and of its fraction, below 1, the
 * exponential series is summed.
 */
final class ExactDecay {

    /** How many digits the result is right to. */
    static final int DIGITS = 40;

    private static final MathContext CONTEXT = new MathContext(DIGITS + 10, RoundingMode.HALF_EVEN);
    private static final BigDecimal LN_2 =
            new BigDecimal("0.69314718055994530941723212145817656807550013436025525412068000949339");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int MOST_HALF_LIVES = 4096;

    private ExactDecay() {}

    /** The law without the clamps of D4, over at most 4096 half-lives. */
    static BigDecimal unclamped(double rate, long elapsedNanos, long halfLifeNanos) {
        BigDecimal before = new BigDecimal(rate);
        if (elapsedNanos <= 0 || halfLifeNanos == 0) {
            return before;
        }
        long whole = elapsedNanos / halfLifeNanos;
        if (whole > MOST_HALF_LIVES) {
            throw new IllegalArgumentException("elapsedNanos must be within 4096 half-lives: " + elapsedNanos);
        }
        BigDecimal fraction =
                BigDecimal.valueOf(elapsedNanos % halfLifeNanos).divide(BigDecimal.valueOf(halfLifeNanos), CONTEXT);
        return before.multiply(exp(fraction.multiply(LN_2).negate()), CONTEXT).divide(TWO.pow((int) whole), CONTEXT);
    }

    /** Whether more than 64 half-lives passed, in whole numbers (D4). */
    static boolean isSilent(long elapsedNanos, long halfLifeNanos) {
        BigDecimal limit = BigDecimal.valueOf(halfLifeNanos).multiply(BigDecimal.valueOf(64));
        return halfLifeNanos > 0 && BigDecimal.valueOf(elapsedNanos).compareTo(limit) > 0;
    }

    /** How far, relatively, a number is from the exact one, which must be positive. */
    static double relativeError(double seen, BigDecimal exact) {
        return new BigDecimal(seen)
                .subtract(exact)
                .abs()
                .divide(exact, MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigDecimal exp(BigDecimal x) {
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.signum() != 0 && term.precision() - term.scale() > -CONTEXT.getPrecision(); n++) {
            term = term.multiply(x, CONTEXT).divide(BigDecimal.valueOf(n), CONTEXT);
            sum = sum.add(term, CONTEXT);
        }
        return sum;
    }
}
