package dev.halflife.sim.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RngTest {

    /** The values published with the algorithm's reference implementation for this seed. */
    @Test
    void theAlgorithmIsSplitMix64() {
        Rng rng = new Rng(1234567);

        assertThat(new long[] {rng.nextLong(), rng.nextLong(), rng.nextLong()})
                .containsExactly(6457827717110365317L, 3203168211198807973L, -8629252141511181193L);
    }

    @Test
    void partsOfASeedAreDifferentSeeds() {
        Set<Long> seeds = new LinkedHashSet<>();
        for (int i = 0; i < 10_000; i++) {
            seeds.add(Rng.split(1, i));
            seeds.add(Rng.split(2, i));
        }

        assertThat(seeds).hasSize(20_000);
    }

    @Test
    void boundedNumbersStayInBoundsAndReachBothEnds() {
        Rng rng = new Rng(7);
        int[] seen = new int[5];
        for (int i = 0; i < 10_000; i++) {
            seen[rng.nextInt(5)]++;
            assertThat(rng.nextLong(3)).isBetween(0L, 2L);
            assertThat(rng.nextDouble()).isBetween(0.0, Math.nextDown(1.0));
        }

        for (int count : seen) {
            assertThat(count).isBetween(1800, 2200);
        }
    }
}
