package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatConfigTest {

    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, 1_000);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, HeatConfig.DEFAULT_CAP, Integer.MAX_VALUE})
    void capFrom0IsKept(int cap) {
        assertThat(new HeatConfig(true, cap, 1, POLICY).cap()).isEqualTo(cap);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void negativeCapIsRefusedByNameValueAndRange(int cap) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatConfig(true, cap, 1, POLICY))
                .withMessage("cap must be within [0, 2147483647] (0: unbounded): " + cap);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void leaseThatIsNotPositiveIsRefusedByNameValueAndRange(long leaseNanos) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatConfig(true, 1, leaseNanos, POLICY))
                .withMessage("leaseNanos must be within [1, 9223372036854775807]: " + leaseNanos);
    }

    @Test
    void defaultsAreThoseOfTheSpecification() {
        assertThat(HeatConfig.DEFAULT_CAP).isEqualTo(8192);
        assertThat(HeatConfig.DEFAULT_LEASE_NANOS).isEqualTo(60_000_000_000L);
    }
}
