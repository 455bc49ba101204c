package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a pile is open, and what seals it: what callers in a race rely on, without the race. */
class PileTest {

    private final Pile<String> pile = Pile.empty(3);

    @Test
    void a2_theReservationThatReachesTheLimitSealsIt() {
        assertThat(pile.opens(pile.reserve(2))).isTrue();
        assertThat(pile.opens(pile.reserved())).isTrue();
        assertThat(pile.opens(pile.reserve(1))).isTrue();
        assertThat(pile.opens(pile.reserved())).isFalse();
        assertThat(pile.opens(pile.reserve(1))).isFalse();
        assertThat(pile.leavesNothing()).isTrue();
    }

    @Test
    void a4_aDrainSealsItWithAsManySlotsAsItHasSeen() {
        pile.reserve(1);

        assertThat(pile.seal(0, Pile.DRAINED)).isFalse();
        assertThat(pile.opens(pile.reserved())).isTrue();
        assertThat(pile.seal(1, Pile.DRAINED)).isTrue();
        assertThat(pile.opens(pile.reserved())).isFalse();
        assertThat(pile.opens(pile.reserve(1))).isFalse();
        assertThat(pile.leavesNothing()).isTrue();
    }

    @Test
    void f6_aPileSealedByARestoreIsNotFollowedByAnEmptyOne() {
        assertThat(pile.seal(0, Pile.RESTORING)).isTrue();
        assertThat(pile.opens(pile.reserve(1))).isFalse();
        assertThat(pile.leavesNothing()).isFalse();
    }
}
