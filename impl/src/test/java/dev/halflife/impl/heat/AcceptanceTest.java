package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The original's acceptance examples that concern the registry; those of a single counter are in CounterTest. */
class AcceptanceTest {

    private static final long HALF_LIFE_NANOS = 1_000;
    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, HALF_LIFE_NANOS);

    private final HeatRegistry<String> marked =
            HeatRegistry.<String>marked(POLICY).build();
    private final HeatRegistry<String> unmarked =
            HeatRegistry.<String>unmarked(POLICY).build();

    @Test
    void d1_aTouchedKeyIsZero() {
        marked.touch("a", 7);
        assertThat(marked.observe("a")).contains(new Observation(0, 7, Belief.never()));
    }

    @Test
    void r2_atCapTwoTheKeyNotTouchedAgainIsEvicted() {
        List<String> evicted = new ArrayList<>();
        HeatRegistry<String> registry = HeatRegistry.<String>marked(POLICY)
                .cap(2)
                .onEvicted(evicted::add)
                .build();
        registry.touch("a", 0);
        registry.touch("b", 0);
        registry.touch("b", 1);
        registry.touch("c", 2);
        assertThat(evicted).containsExactly("a");
        assertThat(registry.size()).isEqualTo(2);
        assertThat(registry.observe("a")).isEmpty();
        assertThat(registry.observe("b")).isPresent();
    }

    @Test
    void e3_aFirstObservationEmits() {
        marked.bump("a", 0);
        assertThat(marked.tick(0).emissions()).containsExactly(new Emission<>("a", 1));
    }

    @Test
    void e8_theSameRateAgainDoesNot() {
        marked.bump("a", 0);
        marked.commit(marked.tick(0));
        assertThat(marked.tick(0).emissions()).isEmpty();
    }

    @Test
    void e7_fourTimesTheRateDoes() {
        marked.bump("a", 0);
        marked.commit(marked.tick(0));
        for (int i = 0; i < 3; i++) {
            marked.bump("a", 0);
        }
        assertThat(marked.tick(0).emissions()).containsExactly(new Emission<>("a", 4));
    }

    @Test
    void t3_hundredHalfLivesAfterAnEmissionComesOneWithdrawalThenNothing() {
        for (HeatRegistry<String> registry : List.of(marked, unmarked)) {
            registry.bump("a", 0);
            registry.commit(registry.tick(0));
            Announcement<String> withdrawal = registry.tick(100 * HALF_LIFE_NANOS);
            assertThat(withdrawal.emissions()).containsExactly(new Emission<>("a", 0));
            registry.commit(withdrawal);
            assertThat(registry.tick(101 * HALF_LIFE_NANOS).isEmpty()).isTrue();
            assertThat(registry.size()).isZero();
            assertThat(registry.owedWithdrawals()).isZero();
        }
    }

    @Test
    void t5_withoutMarksAnUncommittedTickIsReissued() {
        unmarked.bump("a", 0);
        assertThat(unmarked.tick(0).emissions())
                .isEqualTo(unmarked.tick(0).emissions())
                .hasSize(1);
        assertThat(unmarked.inFlight()).isZero();
    }

    @Test
    void t4_aMarkSuppressesTheSecondTick() {
        marked.bump("a", 0);
        assertThat(marked.tick(0).emissions()).hasSize(1);
        assertThat(marked.inFlight()).isEqualTo(1);
        assertThat(marked.tick(0).emissions()).isEmpty();
    }

    @Test
    void t4_commitFreesTheMark() {
        marked.bump("a", 0);
        marked.commit(marked.tick(0));
        assertThat(marked.inFlight()).isZero();
        marked.bump("a", 0);
        assertThat(marked.tick(0).emissions()).containsExactly(new Emission<>("a", 2));
    }

    @Test
    void t4_rollbackFreesTheMarkAndTheNextTickDecidesAfresh() {
        marked.bump("a", 0);
        marked.rollback(marked.tick(0));
        assertThat(marked.inFlight()).isZero();
        assertThat(marked.tick(0).emissions()).containsExactly(new Emission<>("a", 1));
    }

    @Test
    void t4_removalFreesTheMark() {
        marked.bump("a", 0);
        marked.tick(0);
        marked.remove("a");
        assertThat(marked.inFlight()).isZero();
        marked.bump("a", 0);
        assertThat(marked.tick(0).emissions()).containsExactly(new Emission<>("a", 1));
    }

    @Test
    void t4_evictionFreesTheMark() {
        HeatRegistry<String> registry =
                HeatRegistry.<String>marked(POLICY).cap(1).build();
        registry.bump("a", 0);
        registry.tick(0);
        registry.bump("b", 0);
        assertThat(registry.inFlight()).isZero();
        assertThat(registry.tick(0).emissions()).containsExactly(new Emission<>("b", 1), new Emission<>("a", 0));
    }

    /** Nothing in flight is pruned (F13): by the time a counter is, the commit has freed its mark. */
    @Test
    void t4_pruningLeavesNoMark() {
        marked.bump("a", 0);
        marked.commit(marked.tick(0));
        Announcement<String> withdrawal = marked.tick(100 * HALF_LIFE_NANOS);
        marked.tick(100 * HALF_LIFE_NANOS);
        assertThat(marked.size()).isEqualTo(1);
        marked.commit(withdrawal);
        assertThat(marked.size()).isZero();
        assertThat(marked.inFlight()).isZero();
        marked.bump("a", 100 * HALF_LIFE_NANOS);
        assertThat(marked.tick(100 * HALF_LIFE_NANOS).emissions()).containsExactly(new Emission<>("a", 1));
    }

    @Test
    void r1_aKnownCounterKeepsItsHalfLife() {
        marked.bump("a", 10 * HALF_LIFE_NANOS, 0);
        assertThat(marked.bump("a", HALF_LIFE_NANOS, 10 * HALF_LIFE_NANOS)).isEqualTo(1.5);
    }

    @Test
    void d5_aCounterMadeWithAZeroHalfLifeNeverDecays() {
        marked.touch("a", 0, 0);
        marked.bump("a", 0);
        assertThat(marked.bump("a", Long.MAX_VALUE)).isEqualTo(2);
    }

    @Test
    void r4_removingAnUnknownKeyChangesNothing() {
        marked.remove("a");
        assertThat(marked.size()).isZero();
        assertThat(marked.owedWithdrawals()).isZero();
    }
}
