package dev.halflife.reports.figure.decay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The law that implementations are drawn beside is exact. */
final class ExactDecayTest {

    @Test
    void aThirdOfAHalfLifeThreeTimesIsAHalf() {
        BigDecimal third = ExactDecay.factor(1, 3);
        assertThat(third.pow(3).round(new MathContext(40))).isEqualByComparingTo("0.5");
    }

    @Test
    void wholeHalfLivesArePowersOfTwo() {
        assertThat(ExactDecay.factor(640, 10))
                .isEqualByComparingTo(
                        BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(64)).round(new MathContext(50)));
    }

    @Test
    void d4_belowEpsTheReferenceIsExactlyZero() {
        assertThat(HeatRates.rate("reference", List.of(0L), 52, 1)).isEqualTo(0x1p-52);
        assertThat(HeatRates.rate("reference", List.of(0L), 53, 1)).isZero();
    }
}
