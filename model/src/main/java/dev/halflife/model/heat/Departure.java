package dev.halflife.model.heat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys that stopped being tracked lately and the rules they left by, newest first: a judge that sees a subject still
 * holding one of them names that rule. Bounded; what has fallen off is blamed on R2.
 */
record Departure(
        String key, HeatRule rule, int depth, @Nullable Departure before) {

    private static final int KEPT = 32;

    static Departure after(@Nullable Departure before, String key, HeatRule rule) {
        if (before != null && before.depth >= 2 * KEPT) {
            before = newest(before, KEPT);
        }
        return new Departure(key, rule, before == null ? 1 : before.depth + 1, before);
    }

    static HeatRule ruleOf(@Nullable Departure newest, String key) {
        for (Departure departure = newest; departure != null; departure = departure.before) {
            if (departure.key.equals(key)) {
                return departure.rule;
            }
        }
        return HeatRule.R2;
    }

    /** Why a subject may hold more keys than it should: silent zeros that it kept (F5) where there were any, else the last. */
    static HeatRule likeliest(@Nullable Departure newest) {
        for (Departure departure = newest; departure != null; departure = departure.before) {
            if (departure.rule == HeatRule.F5) {
                return HeatRule.F5;
            }
        }
        return newest == null ? HeatRule.R2 : newest.rule;
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
        return new Departure(from.key, from.rule, before == null ? 1 : before.depth + 1, before);
    }
}
