package dev.halflife.model.heat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key that stopped being tracked lately, and the ones before it: whoever looks for leftovers looks there. Bounded. */
record Departure(String key, int depth, @Nullable Departure before) {

    private static final int KEPT = 32;

    static Departure after(@Nullable Departure before, String key) {
        Departure kept = before != null && before.depth >= 2 * KEPT ? newest(before, KEPT) : before;
        return new Departure(key, kept == null ? 1 : kept.depth + 1, kept);
    }

    /** The keys, newest first, each once. */
    static Set<String> keys(@Nullable Departure newest) {
        Set<String> keys = new LinkedHashSet<>();
        for (Departure departure = newest; departure != null; departure = departure.before) {
            keys.add(departure.key);
        }
        return keys;
    }

    private static @Nullable Departure newest(@Nullable Departure from, int count) {
        if (from == null || count == 0) {
            return null;
        }
        Departure before = newest(from.before, count - 1);
        return new Departure(from.key, before == null ? 1 : before.depth + 1, before);
    }
}
