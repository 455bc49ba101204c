package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** F5 and T3: a counter that has nothing to say, and of which peers expect nothing, goes. */
class SilenceTest {

    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, 1_000);

    private final HeatRegistry<String> registry =
            HeatRegistry.<String>unmarked(POLICY).build();

    @Test
    void f5_aSilentCounterThatWasNeverAnnouncedIsPrunedByTheTick() {
        registry.touch("a", 0);
        registry.bump("b", 0);
        assertThat(registry.tick(100_000).isEmpty()).isTrue();
        assertThat(registry.size()).isZero();
        assertThat(registry.owedWithdrawals()).isZero();
    }

    @Test
    void f5_aDisabledRegistryEmptiesToo() {
        HeatRegistry<String> disabled =
                HeatRegistry.<String>marked(new HeatPolicy(false, 2, 1_000)).build();
        disabled.bump("a", 0);
        assertThat(disabled.tick(0).isEmpty()).isTrue();
        disabled.tick(100_000);
        assertThat(disabled.size()).isZero();
    }

    @Test
    void t3_aCommittedWithdrawalSparesACounterBumpedSince() {
        announce();
        Announcement<String> withdrawal = registry.tick(100_000);
        registry.bump("a", 100_000);
        registry.commit(withdrawal);
        assertThat(registry.observe("a")).contains(new Observation(1, 100_000, Belief.announced(0)));
        assertThat(registry.tick(100_000).emissions()).containsExactly(new Emission<>("a", 1));
    }

    /** What counts is the rate as of the bump, even where the last tick was given a later time (D6). */
    @Test
    void t3_aLateBumpAfterTheTickSparesTheCounterToo() {
        announce();
        Announcement<String> withdrawal = registry.tick(100_000);
        registry.bump("a", 10_000);
        registry.commit(withdrawal);
        assertThat(registry.size()).isEqualTo(1);
    }

    @Test
    void t3_anyCommitPrunesEvenOfNothing() {
        announce();
        Announcement<String> withdrawal = registry.tick(100_000);
        registry.bump("a", 100_000);
        registry.commit(withdrawal);
        Announcement<String> later = registry.tick(200_000);
        assertThat(later.isEmpty()).isTrue();
        registry.commit(later);
        assertThat(registry.size()).isZero();
    }

    @Test
    void t3_aRollbackPrunesNothing() {
        announce();
        registry.rollback(registry.tick(100_000));
        assertThat(registry.size()).isEqualTo(1);
    }

    @Test
    void t3_aTouchedCounterWhoseWithdrawalIsCommittedIsPruned() {
        registry.bump("a", 0);
        registry.commit(registry.tick(0));
        registry.remove("a");
        Announcement<String> withdrawal = registry.tick(0);
        registry.touch("a", 0);
        registry.commit(withdrawal, List.of("a"));
        assertThat(registry.size()).isZero();
    }

    @Test
    void d4_exactly64HalfLivesAreNoSilenceYet() {
        for (int i = 0; i < 9_000; i++) {
            registry.bump("a", 0);
        }
        assertThat(registry.tick(64_000).emissions()).containsExactly(new Emission<>("a", 9_000 * 0x1p-64));
        assertThat(registry.tick(64_001).emissions()).containsExactly(new Emission<>("a", 0));
    }

    @Test
    void d4_aRateOfExactlyEpsIsNotZeroYet() {
        registry.bump("a", 0);
        assertThat(registry.tick(52_000).emissions()).containsExactly(new Emission<>("a", 0x1p-52));
        assertThat(registry.tick(52_001).emissions()).containsExactly(new Emission<>("a", 0));
    }

    private void announce() {
        registry.bump("a", 0);
        registry.commit(registry.tick(0));
    }
}
