package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That a tick looks at what is due alone must not show in what it says. */
class TickEffortTest {

    private static final long HALF_LIFE_NANOS = 1_000;

    private final HeatRegistry<String> registry = HeatRegistry.<String>marked(new HeatPolicy(true, 2, HALF_LIFE_NANOS))
            .build();

    @Test
    void d6_aTickThatGoesBackSeesTheRateThatWasHigherThen() {
        bump(1, 0);
        registry.commit(registry.tick(0));
        bump(1, 0);
        assertThat(registry.tick(HALF_LIFE_NANOS / 2).emissions()).isEmpty();
        assertThat(registry.tick(HALF_LIFE_NANOS / 3).emissions()).isEmpty();
        assertThat(registry.tick(0).emissions()).containsExactly(new Emission<>("a", 2));
    }

    @Test
    void d6_aTickAtTheTimeOfTheLastOneDoesNotGoBack() {
        bump(1, 0);
        registry.commit(registry.tick(0));
        assertThat(registry.tick(0).emissions()).isEmpty();
        bump(1, 0);
        assertThat(registry.tick(0).emissions()).hasSize(1);
    }

    @Test
    void f10_aTickThatGoesBackFreesNoMark() {
        bump(1, 0);
        registry.tick(HALF_LIFE_NANOS);
        assertThat(registry.tick(0).emissions()).isEmpty();
        assertThat(registry.inFlight()).isEqualTo(1);
    }

    /** Bumped late and at a time long gone, so that it is silent as of the tick before its bump and not as of the bump. */
    @Test
    void t3_aBumpOfLongAgoIsNotTakenForOneAfterTheLastTick() {
        bump(1, 0);
        registry.commit(registry.tick(0));
        Announcement<String> withdrawal = registry.tick(100 * HALF_LIFE_NANOS);
        bump(1, 1);
        registry.commit(withdrawal);
        assertThat(registry.size()).isEqualTo(1);
        registry.commit(registry.tick(100 * HALF_LIFE_NANOS));
        assertThat(registry.size()).isZero();
    }

    @Test
    void r2_theStripesOfARegistryHoldTheWholeCap() {
        HeatRegistry<Integer> striped = HeatRegistry.<Integer>marked(HeatPolicy.DEFAULT)
                .cap(11)
                .stripes(4)
                .build();
        IntStream.range(0, 1_000).forEach(key -> striped.touch(key, 0));
        assertThat(striped.size()).isEqualTo(11);
    }

    @Test
    void r2_keysAreSpreadOverTheStripes() {
        HeatRegistry<Integer> striped =
                HeatRegistry.<Integer>marked(HeatPolicy.DEFAULT).stripes(4).build();
        int[] keys = new int[4];
        IntStream.range(0, 1_000).forEach(key -> keys[striped.stripeOf(key)]++);
        assertThat(IntStream.of(keys)).allSatisfy(count -> assertThat(count).isBetween(180, 320));
    }

    @Test
    void f13_aBeliefSaysWhetherAWithdrawalIsOwed() {
        assertThat(Belief.never().mayBeHot()).isFalse();
        assertThat(Belief.unknown().mayBeHot()).isTrue();
        assertThat(Belief.announced(0).mayBeHot()).isFalse();
        assertThat(Belief.announced(1).mayBeHot()).isTrue();
        assertThat(Told.belief(Told.NOTHING)).isEqualTo(Belief.never());
    }

    private void bump(int times, long nowNanos) {
        for (int i = 0; i < times; i++) {
            registry.bump("a", nowNanos);
        }
    }
}
