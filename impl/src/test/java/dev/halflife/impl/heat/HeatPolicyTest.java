package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatPolicyTest {

    @Test
    void p1_theDefaultDoublesOrHalvesInThirtyMinutes() {
        assertThat(HeatPolicy.DEFAULT).isEqualTo(new HeatPolicy(true, 2, 1_800_000_000_000L));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.01, 2, 10})
    void p1_anEmitRatioWithinTheRangeIsTaken(double emitRatio) {
        assertThat(new HeatPolicy(true, emitRatio, 1).emitRatio()).isEqualTo(emitRatio);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.0099999, 10.000001, -2, 0, Double.NaN, Double.POSITIVE_INFINITY})
    void p1_anEmitRatioOutsideTheRangeIsRefused(double emitRatio) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatPolicy(true, emitRatio, 1))
                .withMessage("emitRatio must be within [1.01, 10]: " + emitRatio);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void p1_aHalfLifeThatIsNotPositiveIsRefused(long halfLifeNanos) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatPolicy(true, 2, halfLifeNanos))
                .withMessage("halfLifeNanos must be within [1, 9223372036854775807]: " + halfLifeNanos);
    }
}
