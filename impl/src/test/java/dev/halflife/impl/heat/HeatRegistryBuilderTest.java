package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatRegistryBuilderTest {

    private static HeatRegistryBuilder<Integer> builder() {
        return HeatRegistry.marked(HeatPolicy.DEFAULT);
    }

    @Test
    void r2_theDefaultCapIs8192() {
        assertThat(sizeAfter10000KeysOf(builder())).isEqualTo(8192);
    }

    @Test
    void r2_unboundedHasNoCap() {
        assertThat(sizeAfter10000KeysOf(builder().unbounded())).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void r2_aCapBelowOneIsRefusedAndPointsAtUnbounded(int cap) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().cap(cap))
                .withMessage("cap must be at least 1, or left out with unbounded(): " + cap);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void f10_aLeaseThatIsNotPositiveIsRefused(long leaseNanos) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().leaseNanos(leaseNanos))
                .withMessage("leaseNanos must be within [1, 9223372036854775807]: " + leaseNanos);
    }

    @Test
    void f10_theShortestLeaseIsOneNanosecond() {
        HeatRegistry<Integer> registry = builder().leaseNanos(1).build();
        registry.bump(1, 0);
        registry.tick(0);
        assertThat(registry.tick(1).isEmpty()).isTrue();
        assertThat(registry.tick(2).emissions()).hasSize(1);
    }

    @Test
    @SuppressWarnings("NullAway") // a caller without the checker may pass null whatever the annotations say
    void r1_noKeyIsRefused() {
        HeatRegistry<Integer> registry = builder().build();
        List<ThrowingCallable> calls = List.of(
                () -> registry.touch(null, 0),
                () -> registry.bump(null, 0),
                () -> registry.remove(null),
                () -> registry.observe(null));
        assertThat(calls)
                .allSatisfy(call ->
                        assertThatNullPointerException().isThrownBy(call).withMessage("key must not be null"));
        assertThat(registry.size()).isZero();
    }

    @Test
    void d5_aNegativeHalfLifeIsRefused() {
        HeatRegistry<Integer> registry = builder().build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.touch(1, -1, 0))
                .withMessage("halfLifeNanos must be within [0, 9223372036854775807]: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.bump(1, -1, 0))
                .withMessage("halfLifeNanos must be within [0, 9223372036854775807]: -1");
        assertThat(registry.size()).isZero();
    }

    @Test
    void r2_onlyEvictionsAreReported() {
        List<Integer> evicted = new ArrayList<>();
        HeatRegistry<Integer> registry =
                builder().cap(1).onEvicted(evicted::add).build();
        registry.bump(1, 0);
        registry.remove(1);
        registry.touch(2, 0);
        registry.tick(0);
        assertThat(registry.size()).isZero();
        assertThat(evicted).isEmpty();
    }

    @Test
    void r2_anEvictionStandsWhateverItsListenerThrows() {
        HeatRegistry<Integer> registry = builder()
                .cap(1)
                .onEvicted(key -> {
                    throw new IllegalStateException("listener of " + key);
                })
                .build();
        registry.bump(1, 0);
        assertThatIllegalStateException().isThrownBy(() -> registry.bump(2, 0)).withMessage("listener of 1");
        assertThat(registry.size()).isZero();
        assertThat(registry.bump(2, 0)).isEqualTo(1);
    }

    @Test
    void f3_aKeyWhoseReturnItsListenerEndsIsOwedStill() {
        boolean[] throwing = {false};
        HeatRegistry<Integer> registry = builder()
                .cap(1)
                .onEvicted(key -> {
                    if (throwing[0]) {
                        throw new IllegalStateException("listener of " + key);
                    }
                })
                .build();
        registry.bump(1, 0);
        registry.commit(registry.tick(0));
        registry.bump(2, 0); // 1 is owed, 2 never heard of
        throwing[0] = true;
        assertThatIllegalStateException().isThrownBy(() -> registry.bump(1, 0)).withMessage("listener of 2");
        assertThat(registry.owedWithdrawals()).isOne();
        assertThat(registry.droppedWithdrawals()).isZero();
        assertThat(registry.tick(0).emissions()).containsExactly(new Emission<>(1, 0));
        assertThat(registry.bump(1, 0)).isEqualTo(1);
        assertThat(registry.owedWithdrawals()).isZero();
    }

    private static int sizeAfter10000KeysOf(HeatRegistryBuilder<Integer> builder) {
        HeatRegistry<Integer> registry = builder.build();
        for (int key = 0; key < 10_000; key++) {
            registry.touch(key, 0);
        }
        return registry.size();
    }
}
