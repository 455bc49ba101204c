package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R3, F2: which counter goes first. */
class RecencyTest {

    private final Map<String, Counter> counters = new LinkedHashMap<>();

    @Test
    void r3_theOneWithTheSmallestAsOf() {
        asOf("b", 2);
        asOf("c", 1);
        asOf("a", 3);

        assertThat(Recency.AS_OF.oldest(counters)).isEqualTo("c");
    }

    @Test
    void r3_ofSeveralEqualsTheOneWithTheSmallestKey() {
        asOf("d", 2);
        asOf("b", 1);
        asOf("a", 1);
        asOf("c", 1);

        assertThat(Recency.AS_OF.oldest(counters)).isEqualTo("a");
    }

    @Test
    void r3_aSmallerKeyDoesNotMakeUpForALaterAsOf() {
        asOf("b", 1);
        asOf("a", 2);

        assertThat(Recency.AS_OF.oldest(counters)).isEqualTo("b");
    }

    @Test
    void r3_alsoAtTheEndOfTime() {
        asOf("a", Long.MAX_VALUE);

        assertThat(Recency.AS_OF.oldest(counters)).isEqualTo("a");
    }

    @Test
    void f2_theOneTouchedFirst() {
        counters.put("a", counter(1).touchedAt(2));
        counters.put("b", counter(2).touchedAt(1));

        assertThat(Recency.TOUCH.oldest(counters)).isEqualTo("b");
    }

    private void asOf(String key, long atNanos) {
        counters.put(key, counter(atNanos));
    }

    private static Counter counter(long atNanos) {
        return Counter.fresh(atNanos, 1_000, Account.FRESH);
    }
}
