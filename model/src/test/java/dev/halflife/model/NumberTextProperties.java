package dev.halflife.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as text: the shortest that reads back, and what the JDK writes since 19. */
class NumberTextProperties {

    private static final int SAMPLES = 200_000;

    @Property(tries = 2_000, seed = "20261201")
    void aDoubleReadsBackAndNoShorterTextDoes(@ForAll("doubles") double value) {
        String text = NumberText.of(value);

        assertThat(Double.doubleToLongBits(Double.parseDouble(text))).isEqualTo(Double.doubleToLongBits(value));
        expectNoneShorter(new BigDecimal(value), text, shorter -> Double.parseDouble(shorter) == value);
    }

    @Property(tries = 2_000, seed = "20261202")
    void aFloatReadsBackAndNoShorterTextDoes(@ForAll("floats") float value) {
        String text = NumberText.of(value);

        assertThat(Float.floatToIntBits(Float.parseFloat(text))).isEqualTo(Float.floatToIntBits(value));
        expectNoneShorter(new BigDecimal(value), text, shorter -> Float.parseFloat(shorter) == value);
    }

    @Property(tries = 2_000, seed = "20261203")
    void aDecimalIsTheSameNumber(@ForAll("doubles") double value) {
        assertThat(NumberText.decimal(value)).isEqualByComparingTo(new BigDecimal(NumberText.of(value)));
    }

    /** On both sides of the number, the nearest decimals with a digit less; two digits may be told whatever one could say. */
    private static void expectNoneShorter(BigDecimal exact, String text, Predicate<String> readsBack) {
        int digits = new BigDecimal(text).stripTrailingZeros().precision();
        if (digits > 2) {
            assertThat(exact.round(new MathContext(digits - 1, RoundingMode.FLOOR))
                            .toString())
                    .satisfies(below -> assertThat(readsBack.test(below)).isFalse());
            assertThat(exact.round(new MathContext(digits - 1, RoundingMode.CEILING))
                            .toString())
                    .satisfies(above -> assertThat(readsBack.test(above)).isFalse());
        }
    }

    @Test
    void whatIsNoNumberIsNamedAndZerosAreTwo() {
        assertThat(NumberText.of(Double.NaN)).isEqualTo("NaN");
        assertThat(NumberText.of(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
        assertThat(NumberText.of(Float.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
        assertThat(NumberText.of(0.0)).isEqualTo("0.0");
        assertThat(NumberText.of(-0.0f)).isEqualTo("-0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 0.001", "0.00099, 9.9E-4", "9999999, 9999999.0", "10000000, 1.0E7", "-1234567.8, -1234567.8",
        "12345678.5, 1.23456785E7", "5e-324, 4.9E-324", "1e23, 1.0E23", "2e23, 2.0E23", "0.1, 0.1"
    })
    void anExponentStandsBelowAThousandthAndFromTenMillions(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
    }

    /** Recorded on JDK 25; JDK 17 writes a digit more, or another. */
    @ParameterizedTest
    @CsvSource({
        "8.691694759794E-311, 100000000000",
        "5.351097043477547E-197, 1730000000000000",
        "1.6E-322, 20",
        "4.464794497196387E-103, 2ab0000000000000",
        "5.877471754111438E-39, 3800000000000000",
        "1.4039373494102565E17, 437f2c75babd9a57",
        "5.764607523034235E17, 43a0000000000000",
        "1.298074214633707E33, 46d0000000000000",
        "4.789048565205903E52, 4ae0000000000000",
        "7.442828536787015E137, 5c90000000000000",
        "5.641232424577593E-278, 660000000000000",
        "4.474828737261713E248, 7390000000000000",
        "1.94906280228E289, 7c00000000000000",
        "6.659991730975672E-257, ac0000000000000",
        "3.220574384798567E-232, fe0000000000000"
    })
    void doublesThatJdk17WritesOtherwise(String text, String bits) {
        assertThat(NumberText.of(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    /** Recorded on JDK 25; JDK 17 writes a digit more, or another. */
    @ParameterizedTest
    @CsvSource({
        "3.934195E7, 4c1613e0",
        "1.1086605E11, 51ce810d",
        "1.2623239E14, 56e59d8a",
        "1.95424E17, 5c2d9246",
        "-2.0226866E9, cef11f7f",
        "-3.5966034E12, d4515991",
        "-1.8444162E16, da830dbc",
        "-6.9076033E25, ea648dad"
    })
    void floatsThatJdk17WritesOtherwise(String text, String bits) {
        assertThat(NumberText.of(Float.intBitsToFloat(Integer.parseUnsignedInt(bits, 16))))
                .isEqualTo(text);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_19)
    void isWhatTheJdkWritesSince19() {
        SplittableRandom random = new SplittableRandom(20261204);
        for (int i = 0; i < SAMPLES; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : StrictMath.scalb(1.0, random.nextInt(-1074, 1024));
            float narrow = i % 2 == 0 ? Float.intBitsToFloat(random.nextInt()) : (float) value;

            assertThat(NumberText.of(value)).isEqualTo(Double.toString(value));
            assertThat(NumberText.of(narrow)).isEqualTo(Float.toString(narrow));
        }
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
                Arbitraries.integers().between(-1074, 1023).map(power -> StrictMath.scalb(1.0, power)),
                Arbitraries.integers().map(thousandths -> thousandths / 1000.0),
                Arbitraries.doubles().between(0, 1));
    }

    @Provide
    Arbitrary<Float> floats() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(Float::intBitsToFloat).filter(Float::isFinite),
                Arbitraries.integers().between(-149, 127).map(power -> StrictMath.scalb(1.0f, power)),
                Arbitraries.integers().between(-100_000, 100_000).map(hundredths -> hundredths / 100f));
    }
}
