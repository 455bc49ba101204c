package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** F3: what peers believe outlives the counter. */
class OwedWithdrawalTest {

    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, 1_000);

    private final HeatRegistry<String> registry =
            HeatRegistry.<String>marked(POLICY).cap(2).build();

    @Test
    void f3_aRemovedKeyThatPeersBelieveHotIsWithdrawn() {
        announce("a");
        registry.remove("a");
        assertThat(registry.owedWithdrawals()).isEqualTo(1);
        Announcement<String> withdrawal = registry.tick(0);
        assertThat(withdrawal.emissions()).containsExactly(new Emission<>("a", 0));
        registry.commit(withdrawal);
        assertThat(registry.owedWithdrawals()).isZero();
        assertThat(registry.tick(0).isEmpty()).isTrue();
    }

    @Test
    void f3_anEvictedKeyOwesToo() {
        announce("a");
        registry.bump("b", 0);
        registry.bump("c", 0);
        assertThat(registry.owedWithdrawals()).isEqualTo(1);
        assertThat(registry.tick(0).emissions())
                .containsExactly(new Emission<>("b", 1), new Emission<>("c", 1), new Emission<>("a", 0));
    }

    @Test
    void t3_aKeyIsNotPrunedForTheWithdrawalOfOneThatItHasEvicted() {
        long silentNanos = 100 * POLICY.halfLifeNanos();
        announce("a");
        Announcement<String> withdrawal = registry.tick(silentNanos);
        registry.bump("a", silentNanos);
        registry.commit(withdrawal);
        registry.touch("b", silentNanos);
        registry.touch("c", silentNanos);
        registry.commit(withdrawal);
        assertThat(registry.observe("a")).isEmpty();
        assertThat(registry.size()).isEqualTo(2);
    }

    @Test
    void f3_aKeyThatPeersNeverHeardOfOwesNothing() {
        registry.bump("a", 0);
        registry.remove("a");
        assertThat(registry.owedWithdrawals()).isZero();
    }

    @Test
    void f3_aKeyWhoseAnnouncementIsStillOutOwes() {
        registry.bump("a", 0);
        registry.tick(0);
        registry.remove("a");
        assertThat(registry.owedWithdrawals()).isEqualTo(1);
    }

    @Test
    void f3_aWithdrawalIsReissuedUntilItIsCommitted() {
        announce("a");
        registry.remove("a");
        for (int i = 0; i < 3; i++) {
            Announcement<String> withdrawal = registry.tick(0);
            assertThat(withdrawal.emissions()).containsExactly(new Emission<>("a", 0));
            assertThat(registry.tick(0).isEmpty()).isTrue();
            registry.rollback(withdrawal);
        }
        registry.commit(registry.tick(0));
        assertThat(registry.owedWithdrawals()).isZero();
    }

    @Test
    void f3_aKeyThatComesBackStartsFromWhatPeersBelieve() {
        announce("a");
        registry.remove("a");
        registry.bump("a", 0);
        assertThat(registry.owedWithdrawals()).isZero();
        assertThat(registry.observe("a")).contains(new Observation(1, 0, Belief.announced(1)));
        assertThat(registry.tick(0).isEmpty()).isTrue();
    }

    @Test
    void t4_aKeyThatComesBackWhileItsWithdrawalIsInFlightKeepsTheMark() {
        announce("a");
        registry.remove("a");
        Announcement<String> withdrawal = registry.tick(0);
        registry.bump("a", 0);
        assertThat(registry.tick(0).isEmpty()).isTrue();
        registry.commit(withdrawal);
        assertThat(registry.observe("a")).contains(new Observation(1, 0, Belief.announced(0)));
        assertThat(registry.tick(0).emissions()).containsExactly(new Emission<>("a", 1));
    }

    @Test
    void r4_removingAKeyThatOnlyOwesLeavesDebtAndMark() {
        announce("a");
        registry.remove("a");
        registry.tick(0);
        registry.remove("a");
        assertThat(registry.owedWithdrawals()).isEqualTo(1);
        assertThat(registry.inFlight()).isEqualTo(1);
    }

    @Test
    void f3_overflowDropsTheOldestDebtItsMarkIncludedAndCountsIt() {
        announce("a");
        registry.remove("a");
        registry.bump("b", 0);
        registry.bump("c", 0);
        registry.commit(registry.tick(0), List.of("b", "c"));
        assertThat(registry.inFlight()).isEqualTo(1);
        registry.remove("b");
        registry.remove("c");
        assertThat(registry.owedWithdrawals()).isEqualTo(2);
        assertThat(registry.droppedWithdrawals()).isEqualTo(1);
        assertThat(registry.inFlight()).isZero();
        assertThat(registry.tick(0).emissions()).extracting(Emission::key).containsExactly("b", "c");
    }

    @Test
    void f3_aKeyThatComesBackLeavesWhatIsOwedBeforeTheEvictionForIt() {
        HeatRegistry<String> single =
                HeatRegistry.<String>unmarked(POLICY).cap(1).build();
        single.bump("a", 0);
        single.commit(single.tick(0));
        single.bump("b", 0);
        single.commit(single.tick(0), List.of("b"));
        single.bump("a", 0);
        assertThat(single.droppedWithdrawals()).isZero();
        // Its withdrawal was issued and not answered, so what peers believe of it is not known.
        assertThat(single.observe("a")).contains(new Observation(1, 0, Belief.unknown()));
        assertThat(single.tick(0).emissions())
                .containsExactlyInAnyOrder(new Emission<>("a", 1), new Emission<>("b", 0));
    }

    @Test
    void f3_withoutABoundNoWithdrawalIsDropped() {
        HeatRegistry<Integer> unbounded =
                HeatRegistry.<Integer>unmarked(POLICY).unbounded().build();
        for (int key = 0; key < 10_000; key++) {
            unbounded.bump(key, 0);
        }
        unbounded.tick(0);
        for (int key = 0; key < 10_000; key++) {
            unbounded.remove(key);
        }
        assertThat(unbounded.owedWithdrawals()).isEqualTo(10_000);
        assertThat(unbounded.droppedWithdrawals()).isZero();
    }

    @Test
    void f3_aHeatThatArrivesAfterEverythingIsForgottenIsWithdrawn() {
        HeatRegistry<String> unmarked = HeatRegistry.<String>unmarked(POLICY).build();
        unmarked.bump("a", 0);
        Announcement<String> late = unmarked.tick(0);
        unmarked.remove("a");
        Announcement<String> withdrawal = unmarked.tick(0);
        unmarked.commit(withdrawal);
        unmarked.rollback(late);
        assertThat(unmarked.owedWithdrawals()).isEqualTo(1);
        unmarked.commit(unmarked.tick(0));
        assertThat(unmarked.owedWithdrawals()).isZero();
        unmarked.commit(withdrawal);
        assertThat(unmarked.owedWithdrawals()).isZero();
    }

    @Test
    void f3_aCommittedRateLeavesTheDebt() {
        registry.bump("a", 0);
        Announcement<String> announcement = registry.tick(0);
        registry.remove("a");
        registry.commit(announcement);
        assertThat(registry.owedWithdrawals()).isEqualTo(1);
        assertThat(registry.tick(0).emissions()).containsExactly(new Emission<>("a", 0));
    }

    private void announce(String key) {
        registry.bump(key, 0);
        registry.commit(registry.tick(0), List.of(key));
    }
}
