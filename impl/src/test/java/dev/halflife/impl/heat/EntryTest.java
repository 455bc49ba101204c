package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryTest {

    private static final long HALF_LIFE_NANOS = 1_000;

    private static final long USE = 1;

    private final Entry<String> counter = counter(HALF_LIFE_NANOS, 0);

    @Test
    void d1_aFreshCounterIsZeroAsOfItsCreation() {
        Entry<String> fresh = counter(HALF_LIFE_NANOS, 42);
        assertThat(fresh.rate()).isZero();
        assertThat(fresh.asOfNanos()).isEqualTo(42);
    }

    @Test
    void d2_fourBumpsHalveWithEachHalfLife() {
        bump(4, 0);
        assertThat(counter.rateAt(0)).isEqualTo(4);
        assertThat(counter.rateAt(HALF_LIFE_NANOS)).isEqualTo(2);
        assertThat(counter.rateAt(2 * HALF_LIFE_NANOS)).isEqualTo(1);
        assertThat(counter.rateAt(3 * HALF_LIFE_NANOS)).isEqualTo(0.5);
    }

    /**
     * D3 decays first and then adds 1, so one bump and, a half-life later, another give 0.5 + 1. The 2 that the original's
     * example promises takes two bumps at the start: the next law.
     */
    @Test
    void d3_aBumpAHalfLifeAndABumpAreOneAndAHalf() {
        bump(1, 0);
        assertThat(counter.bump(HALF_LIFE_NANOS, USE)).isEqualTo(1.5);
    }

    @Test
    void d3_twoBumpsAHalfLifeAndABumpAreTwo() {
        bump(2, 0);
        assertThat(counter.bump(HALF_LIFE_NANOS, USE)).isEqualTo(2);
    }

    @Test
    void d4_hundredHalfLivesAreExactlyZero() {
        bump(4, 0);
        assertThat(counter.rateAt(100 * HALF_LIFE_NANOS)).isZero();
    }

    @Test
    void d4_centuriesOfSilenceAreExactlyZero() {
        Entry<String> early = counter(HALF_LIFE_NANOS, Long.MIN_VALUE);
        early.bump(Long.MIN_VALUE, USE);
        assertThat(early.rateAt(Long.MAX_VALUE)).isZero();
    }

    @Test
    void d5_aZeroHalfLifeNeverDecays() {
        Entry<String> eternal = counter(0, 0);
        eternal.bump(0, USE);
        assertThat(eternal.rateAt(Long.MAX_VALUE)).isEqualTo(1);
    }

    @Test
    void d6_timeGoingBackwardsAddsNoHeat() {
        bump(1, HALF_LIFE_NANOS);
        assertThat(counter.rateAt(0)).isEqualTo(1);
        assertThat(counter.bump(0, USE)).isEqualTo(2);
    }

    @Test
    void d7_readingChangesNothing() {
        bump(4, 0);
        counter.rateAt(5 * HALF_LIFE_NANOS);
        assertThat(counter.rate()).isEqualTo(4);
        assertThat(counter.asOfNanos()).isZero();
    }

    @Test
    void f4_asOfNeverMovesBack() {
        bump(1, HALF_LIFE_NANOS);
        bump(1, 0);
        assertThat(counter.asOfNanos()).isEqualTo(HALF_LIFE_NANOS);
        assertThat(counter.rateAt(2 * HALF_LIFE_NANOS)).isEqualTo(1);
    }

    @Test
    void r1_aTouchIsTheLastUseAndKeepsWhatABumpSinceTheTickSays() {
        bump(1, 0);
        counter.use(2, 0);
        assertThat(counter.lastUse()).isEqualTo(2);
        assertThat(counter.rateAsOfTick(HALF_LIFE_NANOS, 0)).isEqualTo(1);
    }

    @Test
    void t3_aTickAfterTheBumpCountsWhatHasDecayedByThen() {
        bump(1, 0);
        assertThat(counter.rateAsOfTick(HALF_LIFE_NANOS, USE)).isEqualTo(0.5);
        counter.use(2, USE);
        assertThat(counter.rateAsOfTick(HALF_LIFE_NANOS, USE)).isEqualTo(0.5);
    }

    private void bump(int times, long nowNanos) {
        for (int i = 0; i < times; i++) {
            counter.bump(nowNanos, USE);
        }
    }

    private static Entry<String> counter(long halfLifeNanos, long nowNanos) {
        Entry<String> entry = new Entry<>("a", Told.NOTHING);
        entry.track(new Decay(halfLifeNanos), nowNanos, USE);
        return entry;
    }
}
