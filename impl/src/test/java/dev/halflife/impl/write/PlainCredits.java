package dev.halflife.impl.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A1 to A6 and F6, word for word, for one call after the other. */
final class PlainCredits {

    private final int threshold;
    private Map<Integer, Long> pile = new LinkedHashMap<>();

    PlainCredits(int threshold) {
        this.threshold = threshold;
    }

    Map<Integer, Long> record(List<Integer> ids) {
        ids.forEach(id -> pile.merge(id, 1L, Long::sum));
        return pending() >= threshold ? drain() : Map.of();
    }

    Map<Integer, Long> drain() {
        Map<Integer, Long> all = pile;
        pile = new LinkedHashMap<>();
        return all;
    }

    void restore(Map<Integer, Long> refused) {
        refused.forEach((id, count) -> pile.merge(id, count, Long::sum));
    }

    long pending() {
        return sum(pile);
    }

    static long sum(Map<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
