package dev.halflife.reports.figure.decay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The law of decay in 40 decimal digits, {@code rate · 0.5^(elapsed / halfLife)}, without any clamp. Shares nothing with
 * what it is drawn beside.
 */
final class ExactDecay {

    private static final MathContext DIGITS = new MathContext(50, RoundingMode.HALF_EVEN);
    private static final BigDecimal LN_2 = new BigDecimal("0.69314718055994530941723212145817656807550013436026");
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-48");

    private ExactDecay() {}

    /** The rate at {@code atNanos} of a counter bumped at these times, in order; bumps at that very time count. */
    static BigDecimal rate(List<Long> bumpsNanos, long atNanos, long halfLifeNanos) {
        BigDecimal rate = BigDecimal.ZERO;
        for (long bump : bumpsNanos) {
            if (bump <= atNanos) {
                rate = rate.add(factor(atNanos - bump, halfLifeNanos), DIGITS);
            }
        }
        return rate;
    }

    /** What is left of 1 after so long; {@code elapsedNanos} is not negative. */
    static BigDecimal factor(long elapsedNanos, long halfLifeNanos) {
        BigDecimal whole =
                BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow((int) (elapsedNanos / halfLifeNanos)), DIGITS);
        BigDecimal part = BigDecimal.valueOf(elapsedNanos % halfLifeNanos)
                .divide(BigDecimal.valueOf(halfLifeNanos), DIGITS)
                .multiply(LN_2, DIGITS);
        return whole.multiply(exponential(part.negate()), DIGITS);
    }

    private static BigDecimal exponential(BigDecimal exponent) {
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(NEGLIGIBLE) > 0; n++) {
            term = term.multiply(exponent, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }
}
