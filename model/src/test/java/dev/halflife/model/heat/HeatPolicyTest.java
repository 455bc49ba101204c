package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatPolicyTest {

    @ParameterizedTest
    @ValueSource(doubles = {1.01, 1.0100000000000002, 2, 9.999999999999998, 10})
    void p1_aRatioWithinTheRangeIsKept(double emitRatio) {
        assertThat(new HeatPolicy(true, emitRatio, 1).emitRatio()).isEqualTo(emitRatio);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                1.0099999999999998,
                1,
                0,
                -0.0,
                -2,
                10.000000000000002,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void p1_aRatioOutsideTheRangeIsRefusedByNameValueAndRange(double emitRatio) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatPolicy(true, emitRatio, 1))
                .withMessage("emitRatio must be within [1.01, 10]: " + emitRatio);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, HeatPolicy.DEFAULT_HALF_LIFE_NANOS, Long.MAX_VALUE})
    void p1_aPositiveHalfLifeIsKept(long halfLifeNanos) {
        assertThat(new HeatPolicy(true, 2, halfLifeNanos).halfLifeNanos()).isEqualTo(halfLifeNanos);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void p1_aHalfLifeThatIsNotPositiveIsRefusedByNameValueAndRange(long halfLifeNanos) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatPolicy(true, 2, halfLifeNanos))
                .withMessage("halfLifeNanos must be within [1, 9223372036854775807]: " + halfLifeNanos);
    }

    @Test
    void p1_aDisabledPolicyIsHeldToTheSameRanges() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HeatPolicy(false, 1, 1));
    }

    @Test
    void p1_theDefaultHalfLifeIs30Minutes() {
        assertThat(HeatPolicy.DEFAULT_HALF_LIFE_NANOS).isEqualTo(30 * 60 * 1_000_000_000L);
    }
}
