package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void w1_knownSamplesGiveKnownStatistics() {
        Summary summary = of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(summary.count()).isEqualTo(8);
        assertThat(summary.mean()).isCloseTo(5, within(1e-15));
        assertThat(summary.m2()).isCloseTo(32, within(1e-13));
        assertThat(summary.variance()).isCloseTo(32.0 / 7, within(1e-14));
        assertThat(summary.deviation()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-14));
    }

    @Test
    void w1_samplesThatAreNotFiniteAreIgnored() {
        Summary summary = of(1, 2);
        assertThat(summary.with(Double.NaN)).isSameAs(summary);
        assertThat(summary.with(Double.POSITIVE_INFINITY)).isSameAs(summary);
        assertThat(summary.with(Double.NEGATIVE_INFINITY)).isSameAs(summary);
    }

    @Test
    void w1_theFirstSampleIsTheMean() {
        assertThat(of(1e308)).isEqualTo(new Summary(1, 1e308, 0));
    }

    @Test
    void w1_aMillionEqualSamplesHaveExactlyThatMeanAndNoSpread() {
        Summary summary = Summary.EMPTY;
        for (int i = 0; i < 1_000_000; i++) {
            summary = summary.with(0.1);
        }
        assertThat(summary).isEqualTo(new Summary(1_000_000, 0.1, 0));
    }

    @Test
    void w1_aMillionSamplesOfAlternatingSignsStayWithinTheBound() {
        Summary summary = Summary.EMPTY;
        for (int i = 0; i < 1_000_000; i++) {
            summary = summary.with(i % 2 == 0 ? 1e150 : -1e150);
        }
        double bound = 1_000_000 * 0x1p-50 * 1e150;
        assertThat(summary.mean()).isCloseTo(0, within(bound));
        assertThat(summary.deviation()).isCloseTo(1e150 * Math.sqrt(1_000_000.0 / 999_999), within(bound));
    }

    @Test
    void w1_samplesTooFarApartToSubtractLeaveTheMeanBetweenThem() {
        Summary summary = of(-Double.MAX_VALUE, Double.MAX_VALUE);
        assertThat(summary).isEqualTo(new Summary(2, 0, Double.MAX_VALUE));
        assertThat(of(-Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE).mean())
                .isCloseTo(Double.MAX_VALUE / 3, within(Double.MAX_VALUE * 1e-15));
    }

    @Test
    void w2_populationsTooFarApartToSubtractLeaveTheMeanBetweenThem() {
        Summary low = of(-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE);
        Summary merged = low.merge(of(Double.MAX_VALUE));
        assertThat(merged.count()).isEqualTo(4);
        assertThat(merged.mean()).isCloseTo(-Double.MAX_VALUE / 2, within(Double.MAX_VALUE * 1e-15));
        assertThat(merged.m2()).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void w1_aSpreadTooGreatForADoubleStopsAtTheGreatest() {
        Summary summary = of(1e200, -1e200, 1e200, 0);
        assertThat(summary.m2()).isEqualTo(Double.MAX_VALUE);
        assertThat(summary.mean()).isCloseTo(2.5e199, within(1e185));
        assertThat(summary.deviation()).isBetween(1e153, 1e200);
        assertThat(summary.merge(summary).m2()).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void w2_ofEqualPopulationsTheSameOneIsAddedToTheOtherWhicheverIsAsked() {
        assertThat(of(0.1).merge(of(0.8))).isEqualTo(of(0.8).merge(of(0.1)));
    }

    @Test
    void w2_mergingAnEmptyPopulationChangesNothing() {
        Summary summary = of(1, 2, 4);
        assertThat(summary.merge(Summary.EMPTY)).isSameAs(summary);
        assertThat(Summary.EMPTY.merge(summary)).isSameAs(summary);
        assertThat(Summary.EMPTY.merge(Summary.EMPTY)).isEqualTo(Summary.EMPTY);
    }

    @Test
    void w2_theGreatestCountIsNotPassed() {
        Summary most = new Summary(Long.MAX_VALUE, 1, 0);
        assertThat(most.with(1)).isEqualTo(most);
        assertThat(most.merge(new Summary(2, 1, 0))).isEqualTo(most);
    }

    @Test
    void w3_varianceIsOneBelowTwoSamples() {
        assertThat(Summary.EMPTY.variance()).isOne();
        assertThat(of(5).variance()).isOne();
        assertThat(of(5).deviation()).isOne();
        assertThat(of(5, 7).variance()).isEqualTo(2);
    }

    @Test
    void w3_theZScoreIsZeroBelowTwoSamples() {
        assertThat(Summary.EMPTY.zScore(5)).isZero();
        assertThat(of(5).zScore(9)).isZero();
    }

    @Test
    void w3_theZScoreIsZeroBelowADeviationOf1em10AndNotAtIt() {
        assertThat(new Summary(2, 0, 0.99e-20).zScore(1)).isZero();
        assertThat(new Summary(2, 0, 1e-20).zScore(1)).isCloseTo(1e10, within(1.0));
        assertThat(new Summary(2, 0, 1.01e-20).zScore(1)).isCloseTo(1e10, within(1e8));
        assertThat(of(5, 5, 5).zScore(10)).isZero();
    }

    @Test
    void w3_theZScoreCountsDeviationsFromTheMean() {
        Summary summary = new Summary(5, 10, 16); // deviation 2
        assertThat(summary.zScore(13)).isEqualTo(1.5);
        assertThat(summary.zScore(7)).isEqualTo(-1.5);
    }

    @Test
    void w3_theZScoreNextToALargeMeanIsThatOfTheDistance() {
        assertThat(new Summary(5, 1e16, 36).zScore(1e16 + 2)).isCloseTo(2.0 / 3, within(1e-15)); // deviation 3
    }

    @Test
    void w3_theZScoreIsNeverInfiniteAndNeverNaN() {
        Summary wide = of(-Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE);
        assertThat(wide.zScore(Double.MAX_VALUE)).isBetween(2.5e154, 2.6e154);
        Summary narrow = new Summary(2, -Double.MAX_VALUE, 1e-19);
        assertThat(narrow.zScore(Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
        assertThat(narrow.zScore(Double.NEGATIVE_INFINITY)).isEqualTo(-Double.MAX_VALUE);
        assertThat(narrow.zScore(Double.NaN)).isZero();
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThat(new Summary(0, 0, 0)).isEqualTo(Summary.EMPTY);
        assertThatThrownBy(() -> new Summary(-1, 0, 0)).hasMessage("count must be within [0, 9223372036854775807]: -1");
        assertThatThrownBy(() -> new Summary(1, Double.NaN, 0)).hasMessage("mean must be finite: NaN");
        assertThatThrownBy(() -> new Summary(2, 1, -0.5))
                .hasMessage("m2 must be within [0, 1.7976931348623157E308]: -0.5");
        assertThatThrownBy(() -> new Summary(2, 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Summary(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Summary(0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Summary of(double... samples) {
        Summary summary = Summary.EMPTY;
        for (double sample : samples) {
            summary = summary.with(sample);
        }
        return summary;
    }
}
