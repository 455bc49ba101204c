package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class PowerOfHalfProperties {

    /** Of the table's steps and halves of a step, where the constants change, each with both neighbours. */
    @Example
    void d2_everySeamOfTheTableIsWithinThreeUlpOfThePower() {
        for (int half = 0; half <= 64 * 256; half++) {
            double seam = half / 256.0;
            isClose(seam);
            isClose(Math.max(0, Math.nextDown(seam)));
            isClose(Math.min(64, Math.nextUp(seam)));
        }
    }

    /** 2 by the bound beside the code, and the one by which {@link StrictMath#pow} itself may be wrong. */
    @Property(tries = 20_000)
    void d2_everyPowerIsWithinThreeUlpOfThePower(@ForAll @DoubleRange(min = 0, max = 64) double exponent) {
        isClose(exponent);
    }

    @Example
    void d2_wholeHalfLivesAreExact() {
        for (int halfLives = 0; halfLives <= 64; halfLives++) {
            assertThat(PowerOfHalf.of(halfLives)).isEqualTo(Math.scalb(1.0, -halfLives));
        }
    }

    private static void isClose(double exponent) {
        double power = StrictMath.pow(0.5, exponent);
        assertThat(Math.abs(PowerOfHalf.of(exponent) - power)).isLessThanOrEqualTo(3 * Math.ulp(power));
    }
}
