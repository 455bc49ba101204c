package dev.halflife.model.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;

/** The exact numbers against those of the JDK. */
class DyadicProperties {

    private static final MathContext MANY_DIGITS = new MathContext(60);

    @Property(tries = 1_000, seed = "20260601")
    void sumsDifferencesAndProductsAreExact(@ForAll("doubles") double a, @ForAll("doubles") double b) {
        Dyadic left = Dyadic.of(a);
        Dyadic right = Dyadic.of(b);

        assertThat(decimal(left)).isEqualByComparingTo(new BigDecimal(a));
        assertThat(decimal(left.plus(right))).isEqualByComparingTo(new BigDecimal(a).add(new BigDecimal(b)));
        assertThat(decimal(left.minus(right))).isEqualByComparingTo(new BigDecimal(a).subtract(new BigDecimal(b)));
        assertThat(decimal(left.times(right))).isEqualByComparingTo(new BigDecimal(a).multiply(new BigDecimal(b)));
    }

    @Property(tries = 1_000, seed = "20260602")
    void equalNumbersAreEqualRecords(@ForAll("doubles") double a, @ForAll("doubles") double b) {
        Dyadic there = Dyadic.of(a).plus(Dyadic.of(b));

        assertThat(there.minus(Dyadic.of(b))).isEqualTo(Dyadic.of(a));
    }

    @Property(tries = 1_000, seed = "20260603")
    void aQuotientIsWithinAnUlp(@ForAll("doubles") double a, @ForAll @LongRange(min = 1) long divisor) {
        double quotient = Dyadic.of(a).over(divisor);
        BigDecimal exact = new BigDecimal(a).divide(BigDecimal.valueOf(divisor), MANY_DIGITS);

        assertThat(new BigDecimal(quotient).subtract(exact).abs())
                .isLessThanOrEqualTo(new BigDecimal(Math.ulp(quotient)));
    }

    private static BigDecimal decimal(Dyadic number) {
        BigDecimal mantissa = new BigDecimal(number.mantissa());
        return number.exponent() >= 0
                ? mantissa.multiply(BigDecimal.valueOf(2).pow(number.exponent()))
                : mantissa.divide(BigDecimal.valueOf(2).pow(-number.exponent()));
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Doubles.finite();
    }

    /** Finite doubles of every magnitude, and those on its edges. */
    static final class Doubles {

        private Doubles() {}

        static Arbitrary<Double> finite() {
            Arbitrary<Double> any =
                    Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
            Arbitrary<Double> edges = Arbitraries.of(
                    0.0, -0.0, 1.0, -1.0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE);
            return Arbitraries.frequencyOf(
                    Tuple.of(3, any),
                    Tuple.of(1, edges),
                    Tuple.of(3, Arbitraries.doubles().between(-1, 1)));
        }
    }
}
