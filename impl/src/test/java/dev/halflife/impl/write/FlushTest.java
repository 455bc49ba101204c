package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FlushTest {

    @Test
    void a3_aFlushIsNeverEmpty() {
        assertThatThrownBy(() -> new Flush<String>(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counts must hold at least 1 id: {}");
    }

    @Test
    void everyCountIsAtLeastOne() {
        assertThatThrownBy(() -> new Flush<>(Map.of("a", 0L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count must be within [1, 4611686018427387903]: 0");
    }

    @Test
    void creditsAreTheSumOfTheCounts() {
        assertThat(new Flush<>(Map.of("a", 3L, "b", 4L)).credits()).isEqualTo(7);
    }

    @Test
    void theCountsAreCopiedInOrder() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("z", 1L);
        counts.put("a", 2L);
        Flush<String> flush = new Flush<>(counts);
        counts.put("z", 9L);
        assertThat(flush.counts()).containsExactly(entry("z", 1L), entry("a", 2L));
    }

    @Test
    void theCountsAreAMapLikeAnyOther() {
        Map<String, Long> counts = new Flush<>(Map.of("a", 1L, "b", 2L)).counts();
        assertThat(counts).isEqualTo(Map.of("a", 1L, "b", 2L)).hasSameHashCodeAs(Map.of("b", 2L, "a", 1L));
        assertThat(counts.get("a")).isEqualTo(1);
        assertThat(counts.get("c")).isNull();
        assertThat(counts.get(null)).isNull();
        assertThat(counts.containsKey("b")).isTrue();
        assertThat(counts.containsKey("c")).isFalse();
        assertThat(counts.isEmpty()).isFalse();
        assertThat(counts).hasSize(2);
        assertThat(counts.entrySet()).hasSize(2);
    }

    @Test
    void theCountsCannotBeChanged() {
        Map<String, Long> counts = new Flush<>(Map.of("a", 1L)).counts();
        assertThatThrownBy(() -> counts.put("b", 1L)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(counts::clear).isInstanceOf(UnsupportedOperationException.class);
        Map.Entry<String, Long> only = counts.entrySet().iterator().next();
        assertThatThrownBy(() -> only.setValue(2L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void readingPastTheLastEntryIsRefused() {
        Iterator<Map.Entry<String, Long>> entries =
                new Flush<>(Map.of("a", 1L)).counts().entrySet().iterator();
        entries.next();
        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void idsWhoseHashesCollideAreCountedApart() {
        // "Aa" and "BB" have the same hash code, and so have all their concatenations of equal length.
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("AaAa", 1L);
        counts.put("BBBB", 2L);
        counts.put("AaBB", 3L);
        counts.put("BBAa", 4L);
        Map<String, Long> copied = new Flush<>(counts).counts();
        assertThat(copied).containsExactlyEntriesOf(counts);
        counts.forEach((id, count) -> assertThat(copied.get(id)).isEqualTo(count));
    }
}
