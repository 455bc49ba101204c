package dev.halflife.reports.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class EstimateTest {

    @Test
    void aRatioReachesFromTheLeastByTheMostToTheMostByTheLeast() {
        assertThat(new Estimate(90, 10).over(new Estimate(25, 5)))
                .isEqualTo(new Estimate.Ratio(3.6, 80.0 / 30, 100.0 / 20));
    }

    @Test
    void aDivisorThatMayBeNothingSetsNoUpperBound() {
        Estimate.Ratio ratio = new Estimate(90, 10).over(new Estimate(5, 5));
        assertThat(ratio.least()).isEqualTo(8);
        assertThat(ratio.most()).isNull();
    }

    @Test
    void aDividendThatMayBeNothingSetsNoLowerBoundBelowNothing() {
        assertThat(new Estimate(9, 10).over(new Estimate(5, 1)).least()).isZero();
    }

    @Test
    void noMeanIsNoEstimate() {
        assertThatThrownBy(() -> new Estimate(Double.NaN, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Estimate(1, Double.NaN)).hasMessageContaining("NaN");
    }
}
