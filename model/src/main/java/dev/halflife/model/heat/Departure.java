package dev.halflife.model.heat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that stopped being tracked lately, the rule it left by, and the ones before it: a judge that sees a subject still
 * holding such a key names that rule. Bounded; what has fallen off is blamed on R2.
 */
record Departure(
        String key,
        HeatRule rule,
        boolean inFlight,
        int depth,
        @Nullable Departure before) {

    private static final int KEPT = 32;

    static Departure after(@Nullable Departure before, String key, HeatRule rule, boolean inFlight) {
        if (before != null && before.depth >= 2 * KEPT) {
            before = newest(before, KEPT);
        }
        return new Departure(key, rule, inFlight, before == null ? 1 : before.depth + 1, before);
    }

    static HeatRule ruleOf(@Nullable Departure newest, String key) {
        Departure departure = latest(newest, key);
        return departure == null ? HeatRule.R2 : departure.rule;
    }

    /** The last time this key left, or null. */
    static @Nullable Departure latest(@Nullable Departure newest, String key) {
        for (Departure departure = newest; departure != null; departure = departure.before) {
            if (departure.key.equals(key)) {
                return departure;
            }
        }
        return null;
    }

    /** Whether the key left while in flight the last time: its mark had to go with it (T4). */
    static boolean wasInFlight(@Nullable Departure newest, String key) {
        Departure departure = latest(newest, key);
        return departure != null && departure.inFlight;
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
        return new Departure(from.key, from.rule, from.inFlight, before == null ? 1 : before.depth + 1, before);
    }
}
