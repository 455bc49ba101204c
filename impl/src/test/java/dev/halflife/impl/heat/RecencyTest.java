package dev.halflife.impl.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F2: who is evicted is decided by touches and bumps, in the order in which they were made. */
class RecencyTest {

    private final List<String> evicted = new ArrayList<>();
    private final HeatRegistry<String> registry = HeatRegistry.<String>unmarked(HeatPolicy.DEFAULT)
            .cap(3)
            .onEvicted(evicted::add)
            .build();

    @BeforeEach
    void fill() {
        registry.bump("a", 10);
        registry.bump("b", 10);
        registry.bump("c", 10);
    }

    @Test
    void f2_theKeyUsedLongestAgoIsEvicted() {
        registry.bump("a", 10);
        registry.touch("b", 10);
        registry.bump("d", 10);
        registry.bump("e", 10);
        registry.bump("f", 10);
        assertThat(evicted).containsExactly("c", "a", "b");
    }

    @Test
    void f2_theOrderOfUseCountsNotTheClock() {
        registry.bump("a", 1);
        registry.bump("d", 10);
        assertThat(evicted).containsExactly("b");
    }

    @Test
    void f2_ticksDoNotMakeKeysRecent() {
        registry.bump("a", 11);
        registry.commit(registry.tick(12));
        registry.bump("d", 13);
        assertThat(evicted).containsExactly("b");
    }

    @Test
    void f2_readsDoNotMakeKeysRecent() {
        registry.observe("a");
        registry.bump("d", 10);
        assertThat(evicted).containsExactly("a");
    }

    @Test
    void f2_aTickLeavesRateAndTimeAlone() {
        registry.tick(1_000_000_000_000L);
        assertThat(registry.observe("a")).contains(new Observation(1, 10, Belief.unknown()));
    }

    @Test
    void r2_removalMakesRoom() {
        registry.remove("b");
        registry.bump("d", 10);
        assertThat(evicted).isEmpty();
        registry.bump("e", 10);
        assertThat(evicted).containsExactly("a");
    }

    @Test
    void r2_removingTheOldestTheNewestAndAllKeepsTheOrder() {
        registry.remove("a");
        registry.remove("c");
        registry.remove("b");
        registry.bump("d", 10);
        registry.bump("e", 10);
        registry.bump("f", 10);
        registry.bump("g", 10);
        assertThat(evicted).containsExactly("d");
    }

    @Test
    void f4_aLateBumpDecaysNothingTwice() {
        HeatRegistry<String> late =
                HeatRegistry.<String>unmarked(new HeatPolicy(true, 2, 1_000)).build();
        late.bump("a", 1_000);
        assertThat(late.bump("a", 0)).isEqualTo(2);
        assertThat(late.bump("a", 1_000)).isEqualTo(3);
    }
}
