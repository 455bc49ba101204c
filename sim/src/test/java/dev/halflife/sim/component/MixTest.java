package dev.halflife.sim.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.sim.random.Rng;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MixTest {

    @Test
    void someMixesAreWithoutAKindThatIsThereOften() {
        int without = 0;
        for (long seed = 0; seed < 200; seed++) {
            Map<String, Integer> drawn = drawn(seed);
            assertThat(drawn).containsKey("always");
            without += drawn.containsKey("often") ? 0 : 1;
        }
        assertThat(without).isBetween(30, 70);
    }

    @Test
    void weightsAreKept() {
        Mix<String> mix = new Mix<String>(new Rng(1)).always(1, () -> "seldom").always(20, () -> "frequent");
        int frequent = 0;
        for (int i = 0; i < 1000; i++) {
            frequent += mix.next().equals("frequent") ? 1 : 0;
        }
        assertThat(frequent).isBetween(800, 999);
    }

    @Test
    void theSameSeedDrawsTheSame() {
        assertThat(drawn(5)).isEqualTo(drawn(5)).isNotEqualTo(drawn(6));
    }

    private static Map<String, Integer> drawn(long seed) {
        Mix<String> mix =
                new Mix<String>(new Rng(seed)).always(1, () -> "always").often(1, () -> "often");
        Map<String, Integer> drawn = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            drawn.merge(mix.next(), 1, Integer::sum);
        }
        return drawn;
    }
}
