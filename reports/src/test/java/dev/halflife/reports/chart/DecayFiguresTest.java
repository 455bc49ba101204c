package dev.halflife.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The charts show the reference as it is, beside the law as it is. */
final class DecayFiguresTest {

    @Test
    void theLawIsExact() {
        BigDecimal third = ExactDecay.factor(1, 3);
        assertThat(third.pow(3).round(new MathContext(40))).isEqualByComparingTo("0.5");
        assertThat(ExactDecay.factor(640, 10))
                .isEqualByComparingTo(
                        BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(64)).round(new MathContext(50)));
    }

    @Test
    void d2_theReferenceStaysWithinAFewUlps() {
        assertThat(Sample.every(7, 700, List.of(0L, 10L, 20L), 100))
                .allSatisfy(sample -> assertThat(sample.errorUlps()).isLessThan(4));
    }

    @Test
    void d4_belowEpsTheReferenceIsExactlyZero() {
        assertThat(ReferenceDecay.rate(List.of(0L), 52, 1)).isEqualTo(0x1p-52);
        assertThat(ReferenceDecay.rate(List.of(0L), 53, 1)).isZero();
    }

    @Test
    void figuresAreSmallAndTheSameEachTime() {
        List<Figure> first = DecayFigures.all();
        List<Figure> second = DecayFigures.all();
        for (int i = 0; i < first.size(); i++) {
            Drawing drawing = first.get(i).drawing();
            Drawing again = second.get(i).drawing();
            assertThat(first.get(i).csv()).isEqualTo(second.get(i).csv()).startsWith("half_lives,exact,reference");
            if (drawing != null && again != null) {
                assertThat(drawing.svg())
                        .isEqualTo(again.svg())
                        .startsWith("<svg")
                        .hasSizeLessThan(150_000);
                assertThat(drawing.png().bytes()).isEqualTo(again.png().bytes());
            }
        }
    }
}
