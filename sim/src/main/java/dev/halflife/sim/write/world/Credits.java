package dev.halflife.sim.write.world;

import dev.halflife.model.NameText;
import dev.halflife.model.write.credits.Flush;
import dev.halflife.model.write.credits.Pile;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/**
 * Credits by id, for the books: an immutable value that knows its sum.
 *
 * @param counts the credits of each id
 * @param sum of all of them
 */
public record Credits(PersistentMap<String, Long> counts, long sum) {

    /** No credits. */
    static final Credits NONE = new Credits(ExtensionsKt.persistentHashMapOf(), 0);

    static Credits of(Flush flush) {
        return NONE.plus(flush.atLeast());
    }

    Credits plus(Pile pile) {
        return plus(pile.counts());
    }

    Credits plus(Credits more) {
        return counts.isEmpty() ? more : plus(more.counts);
    }

    private Credits plus(Map<String, Long> more) {
        Credits all = this;
        for (Map.Entry<String, Long> entry : more.entrySet()) {
            all = all.plus(entry.getKey(), entry.getValue());
        }
        return all;
    }

    Credits plus(String id, long more) {
        Long had = counts.get(id);
        return new Credits(counts.putting(id, had == null ? more : had + more), sum + more);
    }

    Credits minus(Credits less) {
        Credits rest = this;
        for (Map.Entry<String, Long> entry : less.counts.entrySet()) {
            rest = rest.plus(entry.getKey(), -entry.getValue());
        }
        return rest;
    }

    long of(String id) {
        Long count = counts.get(id);
        return count == null ? 0 : count;
    }

    /** Such as {@code a 2, b 1}: in order, the first few. */
    @Override
    public String toString() {
        String all = new TreeMap<>(counts)
                .entrySet().stream()
                        .filter(entry -> entry.getValue() != 0)
                        .limit(8)
                        .map(entry -> NameText.of(entry.getKey()) + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }
}
