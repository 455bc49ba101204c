package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NextDecisionTest {

    private static final long HALF_LIFE_NANOS = 1_000_000;
    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, HALF_LIFE_NANOS);
    private static final HeatPolicy DISABLED = new HeatPolicy(false, 2, HALF_LIFE_NANOS);
    private static final long LEASE_NANOS = 500;

    private final NextDecision next = new NextDecision(POLICY, true, LEASE_NANOS);
    private final NextDecision disabled = new NextDecision(DISABLED, true, LEASE_NANOS);

    @Test
    void e3_aKeyThatPeersNeverHeardOfIsLookedAtAtOnce() {
        assertThat(next.of(tracked(Told.NOTHING), 1, 0)).isEqualTo(Agenda.NEXT_TICK);
        assertThat(next.of(tracked(Told.NOTHING), 0, 0)).isEqualTo(Agenda.NEXT_TICK);
    }

    @Test
    void f13_whatIsUnknownIsLookedAtAtOnce() {
        assertThat(next.of(tracked(Told.UNKNOWN), 1, 0)).isEqualTo(Agenda.NEXT_TICK);
        assertThat(next.of(new Entry<>("a", Told.UNKNOWN), 0, 0)).isEqualTo(Agenda.NEXT_TICK);
    }

    @Test
    void e5_aKeyThatIsSilentAndWithdrawnIsNotLookedAt() {
        assertThat(next.of(tracked(0), 0, 0)).isEqualTo(Agenda.NEVER);
    }

    @Test
    void e6_aKeyThatIsHotAgainAfterItsWithdrawalIsLookedAtAtOnce() {
        assertThat(next.of(tracked(0), 1, 0)).isEqualTo(Agenda.NEXT_TICK);
    }

    @Test
    void e7_aRateThatMayHaveDoubledIsLookedAtAtOnce() {
        assertThat(next.of(tracked(3), 6, 0)).isEqualTo(Agenda.NEXT_TICK);
        assertThat(next.of(tracked(3), Math.nextDown(6.0), 0)).isEqualTo(Agenda.NEXT_TICK);
        assertThat(next.of(tracked(3), 5.9, 0)).isGreaterThan(0);
    }

    @Test
    void e8_aRateIsLookedAtAgainOnceItMayHaveHalved() {
        long nanos = next.of(tracked(3), 3, 40) - 40;
        assertThat(nanos).isBetween(HALF_LIFE_NANOS - 10, HALF_LIFE_NANOS);
        long longer = next.of(tracked(3), 4, 40) - 40;
        assertThat(longer).isBetween((long) (1.41 * HALF_LIFE_NANOS), (long) (1.42 * HALF_LIFE_NANOS));
    }

    @Test
    void e8_aRateThatHasHalvedIsLookedAtAtOnce() {
        assertThat(next.of(tracked(3), 1.5, 40)).isEqualTo(Agenda.NEXT_TICK);
        assertThat(next.of(tracked(3), 1, 40)).isEqualTo(Agenda.NEXT_TICK);
    }

    @Test
    void f3_aDebtIsLookedAtAtOnce() {
        assertThat(next.of(new Entry<>("a", 3), 0, 40)).isEqualTo(Agenda.NEXT_TICK);
    }

    @Test
    void d5_aRateThatNeverDecaysIsNotLookedAt() {
        Entry<String> eternal = new Entry<>("a", 3);
        eternal.track(new Decay(0), 0, 1);
        assertThat(next.of(eternal, 3, 40)).isEqualTo(Agenda.NEVER);
    }

    @Test
    void e1_aDisabledPolicyLooksAtKeysThatNobodyHeardOfWhenTheyFallSilent() {
        long nanos = disabled.of(tracked(Told.NOTHING), 1, 40) - 40;
        assertThat(nanos).isBetween(52 * HALF_LIFE_NANOS - 10, 52 * HALF_LIFE_NANOS);
        assertThat(disabled.of(tracked(Told.NOTHING), 0, 40)).isEqualTo(Agenda.NEXT_TICK);
    }

    @Test
    void e1_aDisabledPolicyLooksAtNothingElse() {
        assertThat(disabled.of(tracked(3), 1, 40)).isEqualTo(Agenda.NEVER);
        assertThat(disabled.of(new Entry<>("a", Told.UNKNOWN), 0, 40)).isEqualTo(Agenda.NEVER);
    }

    @Test
    void f10_aMarkIsLookedAtOnceItIsOlderThanTheLease() {
        assertThat(next.marks()).isTrue();
        assertThat(next.afterIssue(40)).isEqualTo(40 + LEASE_NANOS + 1);
        assertThat(new NextDecision(POLICY, true, Long.MAX_VALUE).afterIssue(-40))
                .isEqualTo(Agenda.NEVER);
        assertThat(next.afterIssue(Long.MAX_VALUE - LEASE_NANOS)).isEqualTo(Agenda.NEVER);
    }

    @Test
    void t5_withoutMarksAnIssueIsLookedAtAgainAtOnce() {
        NextDecision unmarked = new NextDecision(POLICY, false, LEASE_NANOS);
        assertThat(unmarked.marks()).isFalse();
        assertThat(unmarked.afterIssue(40)).isEqualTo(Agenda.NEXT_TICK);
    }

    @Test
    void d4_whatFallsBeyondTheEndOfTimeIsNeverReached() {
        assertThat(next.of(tracked(3), 3, Long.MAX_VALUE - 10)).isEqualTo(Agenda.NEVER);
    }

    private static Entry<String> tracked(double told) {
        Entry<String> entry = new Entry<>("a", told);
        entry.track(new Decay(HALF_LIFE_NANOS), 0, 1);
        return entry;
    }
}
