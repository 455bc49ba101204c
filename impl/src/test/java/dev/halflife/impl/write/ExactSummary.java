package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Mean and deviation by the textbook, in decimal arithmetic with far more digits than a double has. */
record ExactSummary(BigDecimal mean, BigDecimal deviation, double largest) {

    /** Squares of 1e-308 next to squares of 1e308 would need thousands of digits; 80 are far below the bound asked for. */
    private static final MathContext DIGITS = new MathContext(80);

    /** Below this, squares underflow: no double can tell such a spread from none. */
    private static final double UNDERFLOW = 1e-150;

    static ExactSummary of(List<Double> samples) {
        BigDecimal count = BigDecimal.valueOf(samples.size());
        BigDecimal sum = BigDecimal.ZERO;
        double largest = 0;
        for (double sample : samples) {
            sum = sum.add(new BigDecimal(sample), DIGITS);
            largest = Math.max(largest, Math.abs(sample));
        }
        BigDecimal mean = sum.divide(count, DIGITS);
        BigDecimal squares = BigDecimal.ZERO;
        for (double sample : samples) {
            squares = squares.add(new BigDecimal(sample).subtract(mean, DIGITS).pow(2, DIGITS), DIGITS);
        }
        BigDecimal deviation = samples.size() < 2
                ? BigDecimal.ONE
                : squares.divide(count.subtract(BigDecimal.ONE), DIGITS).sqrt(DIGITS);
        return new ExactSummary(mean, deviation, largest);
    }

    /** The bound that {@link Summary} states. */
    void isNear(Summary summary) {
        double bound = summary.count() * 0x1p-50 * largest;
        assertThat(distance(mean, summary.mean())).isLessThanOrEqualTo(bound + Double.MIN_VALUE * summary.count());
        if (summary.m2() < Double.MAX_VALUE) {
            assertThat(distance(deviation, summary.deviation())).isLessThanOrEqualTo(bound + UNDERFLOW);
        } else {
            assertThat(new BigDecimal(summary.deviation())).isLessThanOrEqualTo(deviation);
        }
    }

    private static double distance(BigDecimal exact, double value) {
        return exact.subtract(new BigDecimal(value)).abs().doubleValue();
    }
}
