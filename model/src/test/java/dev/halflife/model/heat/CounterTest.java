package dev.halflife.model.heat;

import static dev.halflife.model.heat.DecayLaw.EPS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D2, D4: the rates that the rules allow, and how far from one of them a subject may be. */
class CounterTest {

    private static final long HALF_LIFE = 1_000;

    @ParameterizedTest
    @CsvSource({"1, 52000", "1, 52001", "2, 53000", "9000, 64000", "9000, 64001", "9000, 63999", "3, 1000"})
    void d4_theLawsOwnRateComesFirst(double rate, long elapsedNanos) {
        assertThat(bumpedTo(rate).ratesAt(elapsedNanos)[0]).isEqualTo(DecayLaw.decay(rate, elapsedNanos, HALF_LIFE));
    }

    @Test
    void d4_exactlyEpsIsNotBelowIt() {
        assertThat(bumpedTo(1).ratesAt(52 * HALF_LIFE)).containsExactly(EPS);
        assertThat(bumpedTo(1).ratesAt(51 * HALF_LIFE)).containsExactly(2 * EPS);
        assertThat(bumpedTo(1).ratesAt(53 * HALF_LIFE)).containsExactly(0);
    }

    @Test
    void d4_exactly64HalfLivesAreNotMore() {
        assertThat(bumpedTo(5_000).ratesAt(64 * HALF_LIFE)).containsExactly(5_000 * 0x1p-64);
        assertThat(bumpedTo(5_000).ratesAt(64 * HALF_LIFE + 1)).hasSize(3).contains(0);
    }

    @Test
    void d4_whereTheWayWasRoundedEpsMayBeZeroToo() {
        Counter rounded = bumpedTo(1).ticked(HALF_LIFE / 3, DecayLaw.decay(1, HALF_LIFE / 3, HALF_LIFE), true);
        assertThat(rounded.ratesAt(52 * HALF_LIFE)).contains(EPS, 0.0);
        assertThat(rounded.bumped(HALF_LIFE, 1, 2, true).ratesAt(53 * HALF_LIFE))
                .containsExactly(EPS);
    }

    @Test
    void f4_twoCurvesThatAreNearAreTwo() {
        long second = 1_000_000_000;
        Counter backwards = Counter.fresh(0, second, Account.FRESH)
                .bumped(0, 1, 1, true)
                .ticked(1, DecayLaw.decay(1, 1, second), true)
                .bumped(0, 2, 2, true);

        assertThat(backwards.ratesAt(second)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, true",
        "1, 1.0000000009, true",
        "1, 0.9999999991, true",
        "1, 1.000000002, false",
        "1, 0.999999998, false",
        "1000, 1000.0000009, true",
        "1000, 1000.000002, false",
        "0.001, 0.0010000000009, true",
        "0.001, 0.001000000002, false",
        "0, 0, true",
        "0, 4.9e-324, false",
        "4.9e-324, 0, false",
        "-1, -1.0000000001, false",
        "1, -1, false",
        "1, Infinity, false",
        "1, NaN, false"
    })
    void d2_ratesWithinOneBillionthAreTheSame(double expected, double seen, boolean near) {
        assertThat(Counter.near(expected, seen)).isEqualTo(near);
    }

    private static Counter bumpedTo(double rate) {
        return Counter.fresh(0, HALF_LIFE, Account.FRESH).bumped(0, rate, 1, true);
    }
}
