package dev.halflife.model.heat;

import static dev.halflife.model.heat.DecayLaw.EPS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Decay in its corners, one by one. */
class DecayLawTest {

    private static final long HALF_LIFE = 1_000;

    @Test
    void d2_everyCornerAgreesWithExactArithmetic() {
        for (long halfLife : DecayGrid.HALF_LIVES) {
            for (long elapsed : DecayGrid.elapsed(halfLife)) {
                for (double rate : DecayGrid.RATES) {
                    DecayGrid.assertLawful(rate, elapsed, halfLife);
                }
            }
        }
    }

    @Test
    void d2_wholeHalfLivesHalveExactly() {
        for (int count = 0; count <= 52; count++) {
            assertThat(DecayLaw.decay(1, count * HALF_LIFE, HALF_LIFE)).isEqualTo(Math.scalb(1.0, -count));
        }
    }

    @Test
    void d4_64HalfLivesOnTheNoseStillDecay() {
        assertThat(DecayLaw.decay(8192, 64 * HALF_LIFE, HALF_LIFE)).isEqualTo(2 * EPS);
    }

    @Test
    void d4_silenceBeyond64HalfLivesIsExactlyZero() {
        assertThat(DecayLaw.decay(Double.MAX_VALUE, 64 * HALF_LIFE + 1, HALF_LIFE))
                .isZero();
    }

    @Test
    void d4_aNanosecondBeyond64LongHalfLivesIsExactlyZero() {
        long halfLife = 40L * 3_600 * 1_000_000_000;

        assertThat(DecayLaw.decay(8192, 64 * halfLife + 1, halfLife)).isZero();
    }

    @Test
    void d4_aRateOfEpsIsKeptAndOneBelowIsZero() {
        assertThat(DecayLaw.decay(1, 52 * HALF_LIFE, HALF_LIFE)).isEqualTo(EPS);
        assertThat(DecayLaw.decay(1, 52 * HALF_LIFE + 1, HALF_LIFE)).isZero();
    }

    @Test
    void d4_aSubnormalRateIsZeroAfterAnySilence() {
        assertThat(DecayLaw.decay(Double.MIN_VALUE, 1, Long.MAX_VALUE)).isZero();
    }

    @Test
    void d4_centuriesOfSilenceAreExactlyZero() {
        assertThat(DecayLaw.decay(1e300, Long.MAX_VALUE, HeatPolicy.DEFAULT_HALF_LIFE_NANOS))
                .isZero();
    }

    @Test
    void d2_centuriesAreOneHalfLifeOfCenturies() {
        assertThat(DecayLaw.decay(1, Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(0.5);
    }

    @Test
    void d6_elapsedTimeAcrossTheWholeClockSaturates() {
        assertThat(DecayLaw.elapsedNanos(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(DecayLaw.elapsedNanos(Long.MAX_VALUE, Long.MIN_VALUE)).isZero();
    }
}
