package dev.halflife.impl.write;

import java.util.Map;

/**
 * A pile of credits on its way to storage, each id with its count (A3, F6).
 *
 * @param counts credits per id, at least 1 each; copied, and immutable. What was restored comes first, the rest in order of
 *     first record where one thread records, and otherwise in that order among threads that share a cell
 */
public record Flush<K>(Map<K, Long> counts) {

    /**
     * Validates and copies the counts.
     *
     * @throws IllegalArgumentException if there are none, one is below 1, or they sum to more than 2^62 - 1
     */
    public Flush {
        counts = CreditCounts.copyOf(counts);
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("counts must hold at least 1 id: " + counts);
        }
    }

    /** How many credits there are, repeats counted. Constant time. */
    public long credits() {
        return pile().credits();
    }

    CreditCounts<K> pile() {
        return CreditCounts.copyOf(counts);
    }
}
