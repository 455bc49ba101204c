package dev.halflife.model.heat;

import static dev.halflife.model.heat.DecayLaw.EPS;
import static dev.halflife.model.heat.DecayLaw.RELATIVE_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The corners of the decay law, and what exact arithmetic says of each. */
final class DecayGrid {

    static final long CENTURY_NANOS = 100L * 365 * 86_400 * 1_000_000_000;

    /** Zero, subnormals, around EPS, around 4096 (where 64 half-lives end at EPS), and the largest of all. */
    static final double[] RATES = {
        0,
        Double.MIN_VALUE,
        3 * Double.MIN_VALUE,
        Math.nextDown(Double.MIN_NORMAL),
        Double.MIN_NORMAL,
        EPS / 2,
        Math.nextDown(EPS),
        EPS,
        Math.nextUp(EPS),
        2 * EPS,
        1e-9,
        0.1,
        1.0 / 3,
        Math.nextDown(1.0),
        1,
        Math.nextUp(1.0),
        Math.PI,
        4095,
        Math.nextDown(4096.0),
        4096,
        Math.nextUp(4096.0),
        4097,
        8191.5,
        1e6,
        0x1p53,
        1e300,
        Double.MAX_VALUE
    };

    /** From a nanosecond to for ever, around the numbers that a double cannot hold any more. */
    static final long[] HALF_LIVES = {
        1,
        2,
        3,
        7,
        10,
        1_000,
        1_000_000_007,
        60_000_000_000L,
        HeatPolicy.DEFAULT_HALF_LIFE_NANOS,
        1L << 47,
        140_737_488_355_329L,
        CENTURY_NANOS / 64,
        (1L << 53) - 1,
        (1L << 53) + 1,
        72_057_601_664_235_208L,
        Long.MAX_VALUE / 64,
        Long.MAX_VALUE / 64 + 1,
        Long.MAX_VALUE / 3,
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE
    };

    private static final int[] COUNTS = {1, 2, 3, 10, 51, 52, 53, 63, 64, 65, 100, 1000};

    private DecayGrid() {}

    /** Silences around parts and multiples of a half-life, and the longest there are. */
    static Set<Long> elapsed(long halfLife) {
        Set<Long> elapsed = new LinkedHashSet<>();
        elapsed.addAll(Arrays.asList(
                Long.MIN_VALUE, -1L, 0L, 1L, halfLife / 3, halfLife / 2, halfLife - 1, 4_611_686_170_251_732_481L));
        elapsed.addAll(Arrays.asList(CENTURY_NANOS, 2 * CENTURY_NANOS, Long.MAX_VALUE - 1, Long.MAX_VALUE));
        for (int count : COUNTS) {
            if (halfLife <= Long.MAX_VALUE / count - 1) {
                elapsed.addAll(Arrays.asList(count * halfLife - 1, count * halfLife, count * halfLife + 1));
            }
        }
        return elapsed;
    }

    /** Holds one decay to the law: D4 to the letter, all else within {@link DecayLaw#RELATIVE_ERROR} of exact. */
    static void assertLawful(double rate, long elapsed, long halfLife) {
        double seen = DecayLaw.decay(rate, elapsed, halfLife);
        String of = rate + " after " + elapsed + " ns at a half-life of " + halfLife + " ns";
        if (rate == 0 || elapsed <= 0 || halfLife == 0) {
            assertThat(seen).as(of).isEqualTo(rate);
            return;
        }
        if (ExactDecay.isSilent(elapsed, halfLife)) {
            assertThat(seen).as(of).isZero();
            return;
        }
        BigDecimal exact = ExactDecay.unclamped(rate, elapsed, halfLife);
        boolean surelyZero = exact.compareTo(new BigDecimal(EPS * (1 - RELATIVE_ERROR))) < 0;
        boolean surelyNot = exact.compareTo(new BigDecimal(EPS * (1 + RELATIVE_ERROR))) > 0;
        if (surelyZero) {
            assertThat(seen).as(of).isZero();
        } else if (surelyNot || seen != 0) {
            assertThat(ExactDecay.relativeError(seen, exact)).as(of).isLessThanOrEqualTo(RELATIVE_ERROR);
        }
    }
}
