package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class DecayProperties {

    @Property
    void d2_twoStepsAreOneStep(
            @ForAll @DoubleRange(min = 1, max = 4096) double rate,
            @ForAll @LongRange(min = 0, max = 20_000) long firstNanos,
            @ForAll @LongRange(min = 0, max = 20_000) long secondNanos,
            @ForAll @LongRange(min = 1_000, max = 1_000_000) long halfLifeNanos) {
        Decay decay = new Decay(halfLifeNanos);
        double once = decay.remaining(rate, firstNanos + secondNanos);
        double twice = decay.remaining(decay.remaining(rate, firstNanos), secondNanos);
        assertThat(twice).isCloseTo(once, within(once * 1e-12));
    }

    @Property
    void d2_aRateNeverGrowsAndNeverTurnsNegative(
            @ForAll @DoubleRange(min = 0, max = 1e300) double rate,
            @ForAll @LongRange(min = 0) long elapsedNanos,
            @ForAll @LongRange(min = 0) long halfLifeNanos) {
        assertThat(new Decay(halfLifeNanos).remaining(rate, elapsedNanos)).isBetween(0.0, rate);
    }

    @Property
    void d4_silenceBeyond64HalfLivesIsExactlyZero(
            @ForAll @DoubleRange(min = 0, max = 1e300) double rate,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long halfLifeNanos,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long beyondNanos) {
        assertThat(new Decay(halfLifeNanos).remaining(rate, 64 * halfLifeNanos + beyondNanos))
                .isZero();
    }

    @Property
    void d4_aDecayedRateIsZeroOrAtLeastEps(
            @ForAll @DoubleRange(min = 0, max = 1e6) double rate,
            @ForAll @LongRange(min = 1, max = 100_000) long elapsedNanos) {
        double remaining = new Decay(1_000).remaining(rate, elapsedNanos);
        assertThat(remaining == 0 || remaining >= Decay.EPS).isTrue();
    }

    @Property
    void d5_aZeroHalfLifeNeverDecays(
            @ForAll @DoubleRange(min = 0, max = 1e300) double rate, @ForAll @LongRange(min = 0) long elapsedNanos) {
        assertThat(new Decay(0).remaining(rate, elapsedNanos)).isEqualTo(rate);
    }

    @Property
    void d2_aRateIsAboveTheFloorForAsLongAsIsSaidAndNotMuchLonger(
            @ForAll @DoubleRange(min = 1, max = 4096) double rate,
            @ForAll @DoubleRange(min = 1e-12, max = 1, maxIncluded = false) @Scale(12) double share,
            @ForAll @LongRange(min = 1_000, max = 1_000_000_000_000_000L) long halfLifeNanos) {
        Decay decay = new Decay(halfLifeNanos);
        double floor = rate * share;
        long nanos = decay.nanosAbove(rate, floor);
        assertThat(nanos == 0 || decay.remaining(rate, nanos) > floor).isTrue();
        assertThat(decay.remaining(rate, nanos + 2 + (long) (halfLifeNanos * 1e-9)))
                .isLessThanOrEqualTo(floor);
    }

    @Property
    void d4_noRateIsAboveAFloorForMoreThan64HalfLives(
            @ForAll @DoubleRange(min = 1e6, max = 1e300) double rate,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long halfLifeNanos) {
        assertThat(new Decay(halfLifeNanos).nanosAbove(rate, Decay.EPS)).isBetween(0L, 64 * halfLifeNanos);
    }

    @Property
    void d5_aRateThatNeverDecaysIsAboveEveryLowerFloorForEver(@ForAll @DoubleRange(min = 1, max = 1e300) double rate) {
        assertThat(new Decay(0).nanosAbove(rate, rate / 2)).isEqualTo(Long.MAX_VALUE);
        assertThat(new Decay(0).nanosAbove(rate, rate)).isZero();
    }
}
