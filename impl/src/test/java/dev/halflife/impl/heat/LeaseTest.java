package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F10: a driver that dies between tick and answer keeps its keys in flight no longer than the lease. */
class LeaseTest {

    private static final long LEASE_NANOS = 500;

    private final HeatRegistry<String> registry = HeatRegistry.<String>marked(new HeatPolicy(true, 2, 1_000_000))
            .leaseNanos(LEASE_NANOS)
            .build();

    @BeforeEach
    void bump() {
        registry.bump("a", 1_000);
    }

    @Test
    void f10_aMarkExactlyAsOldAsTheLeaseStillHolds() {
        registry.tick(1_000);
        assertThat(registry.tick(1_000 + LEASE_NANOS).isEmpty()).isTrue();
    }

    @Test
    void f10_anOlderMarkIsClearedAndTheTickDecidesAfresh() {
        registry.tick(1_000);
        assertThat(registry.tick(1_001 + LEASE_NANOS).emissions()).hasSize(1);
    }

    @Test
    void f10_anAnswerAfterTheLeaseIsLate() {
        Announcement<String> dead = registry.tick(1_000);
        Announcement<String> alive = registry.tick(1_001 + LEASE_NANOS);
        registry.commit(dead);
        assertThat(registry.inFlight()).isEqualTo(1);
        registry.commit(alive);
        assertThat(registry.observe("a").orElseThrow().belief()).isEqualTo(Belief.unknown());
    }

    @Test
    void f10_anAgeIsMeasuredFromTheTimeItsTickWasGiven() {
        registry.tick(5_000);
        registry.rollback(registry.tick(5_000 + LEASE_NANOS + 1));
        registry.tick(1_000);
        assertThat(registry.tick(1_001 + LEASE_NANOS).emissions()).hasSize(1);
    }

    @Test
    void f10_aClockThatGoesBackAgesNothing() {
        registry.tick(1_000_000);
        assertThat(registry.tick(0).isEmpty()).isTrue();
    }

    @Test
    void f10_theMarkOfAnOwedWithdrawalAgesToo() {
        registry.tick(1_000);
        registry.remove("a");
        assertThat(registry.tick(1_000).emissions()).hasSize(1);
        assertThat(registry.tick(1_000 + LEASE_NANOS).isEmpty()).isTrue();
        assertThat(registry.tick(1_001 + LEASE_NANOS).emissions()).containsExactly(new Emission<>("a", 0));
    }

    @Test
    void f10_theDefaultLeaseIsSixtySeconds() {
        HeatRegistry<String> byDefault =
                HeatRegistry.<String>marked(HeatPolicy.DEFAULT).build();
        byDefault.bump("a", 0);
        byDefault.tick(0);
        assertThat(byDefault.tick(60_000_000_000L).isEmpty()).isTrue();
        assertThat(byDefault.tick(60_000_000_001L).emissions()).hasSize(1);
    }
}
