package dev.halflife.model.heat;

import static dev.halflife.model.heat.DecayLaw.EPS;
import static dev.halflife.model.heat.DecayLaw.RELATIVE_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Decay (D2, D4, D5, D6) against exact arithmetic and against itself, over random numbers; the corners: {@link DecayLawTest}. */
class DecayLawProperties {

    /** Two steps round twice, and the exponents of both add up. */
    private static final double IN_TWO_STEPS = 2 * RELATIVE_ERROR;

    @Example
    void d2_exactArithmeticSquaresItsHalfPowersBackToTheWhole() {
        BigDecimal root = ExactDecay.unclamped(1, 1, 2);

        BigDecimal error = root.multiply(root).subtract(new BigDecimal("0.5")).abs();

        assertThat(error).isLessThan(BigDecimal.ONE.movePointLeft(ExactDecay.DIGITS));
    }

    @Property(tries = 5_000, seed = "20260101")
    void d2_decayAgreesWithExactArithmetic(
            @ForAll("rates") double rate, @ForAll("halfLives") long halfLife, @ForAll("shares") double share) {
        DecayGrid.assertLawful(rate, elapsed(share, halfLife), halfLife);
    }

    @Property(tries = 5_000, seed = "20260102")
    void d2_decayInTwoStepsEqualsDecayInOne(
            @ForAll("rates") double rate,
            @ForAll("halfLives") long halfLife,
            @ForAll("shares") double first,
            @ForAll("shares") double second) {
        long early = elapsed(first, halfLife) / 2;
        long late = elapsed(second, halfLife) / 2;
        double once = DecayLaw.decay(rate, early + late, halfLife);

        double twice = DecayLaw.decay(DecayLaw.decay(rate, early, halfLife), late, halfLife);

        boolean pathMatters = ExactDecay.isSilent(early + late, halfLife) && rate > 4096;
        boolean atEdge = Math.max(once, twice) <= EPS * (1 + IN_TWO_STEPS);
        if (!pathMatters && !atEdge) {
            assertThat(twice).isCloseTo(once, within(once * IN_TWO_STEPS));
        }
    }

    @Property(tries = 5_000, seed = "20260103")
    void d2_decayNeverGrows(@ForAll("rates") double rate, @ForAll("halfLives") long halfLife, @ForAll long elapsed) {
        assertThat(DecayLaw.decay(rate, elapsed, halfLife)).isBetween(0.0, rate);
    }

    @Property(tries = 5_000, seed = "20260104")
    void d2_longerSilenceNeverLeavesMoreHeat(
            @ForAll("rates") double rate,
            @ForAll("halfLives") long halfLife,
            @ForAll("shares") double share,
            @ForAll("shares") double more) {
        long early = elapsed(share, halfLife) / 2;
        long late = early + elapsed(more, halfLife) / 2;

        assertThat(DecayLaw.decay(rate, late, halfLife)).isLessThanOrEqualTo(DecayLaw.decay(rate, early, halfLife));
    }

    @Property(tries = 2_000, seed = "20260105")
    void d2_neighbouringNanosecondsNeverLeaveMoreHeat(
            @ForAll("rates") double rate, @ForAll("halfLives") long halfLife, @ForAll("shares") double share) {
        long early = elapsed(share, halfLife) / 2;

        assertThat(DecayLaw.decay(rate, early + 1, halfLife))
                .isLessThanOrEqualTo(DecayLaw.decay(rate, early, halfLife));
    }

    @Property(tries = 2_000, seed = "20260106")
    void d5_aZeroHalfLifeNeverDecays(@ForAll("rates") double rate, @ForAll long elapsed) {
        assertThat(DecayLaw.decay(rate, elapsed, 0)).isEqualTo(rate);
    }

    @Property(tries = 2_000, seed = "20260107")
    void d6_timeGoingBackNeverChangesARate(
            @ForAll("rates") double rate, @ForAll("halfLives") long halfLife, @ForAll("shares") double share) {
        assertThat(DecayLaw.decay(rate, -elapsed(share, halfLife), halfLife)).isEqualTo(rate);
    }

    @Property(tries = 2_000, seed = "20260108")
    void d6_elapsedTimeIsExactOrSaturates(@ForAll long from, @ForAll long to) {
        BigDecimal exact = BigDecimal.valueOf(to).subtract(BigDecimal.valueOf(from), MathContext.UNLIMITED);

        BigDecimal clamped = exact.max(BigDecimal.ZERO).min(BigDecimal.valueOf(Long.MAX_VALUE));

        assertThat(DecayLaw.elapsedNanos(from, to)).isEqualTo(clamped.longValueExact());
    }

    /** Every binary exponent as likely as any other, subnormals included. */
    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.longs()
                .between(0, Double.doubleToRawLongBits(Double.MAX_VALUE))
                .withoutEdgeCases()
                .map(Double::longBitsToDouble);
    }

    /** Every number of bits as likely as any other. */
    @Provide
    Arbitrary<Long> halfLives() {
        return Arbitraries.integers()
                .between(0, 62)
                .flatMap(bits -> Arbitraries.longs().between(1L << bits, (1L << bits) * 2 - 1));
    }

    /** Of the longest time that is asked about. */
    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0, 1).ofScale(9);
    }

    /** A share of 70 half-lives, as far as a {@code long} goes. */
    private static long elapsed(double share, long halfLife) {
        return (long) (share * Math.min(70.0 * halfLife, (double) Long.MAX_VALUE));
    }
}
