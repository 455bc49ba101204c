package dev.halflife.model.heat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that stopped being tracked lately, the rule it left by and the counter it had, and the ones before it: a judge
 * that sees a subject still holding such a key names that rule. Bounded.
 */
record Departure(
        String key,
        HeatRule rule,
        Counter counter,
        int depth,
        @Nullable Departure before) {

    private static final int KEPT = 32;

    static Departure after(@Nullable Departure before, String key, HeatRule rule, Counter counter) {
        if (before != null && before.depth >= 2 * KEPT) {
            before = newest(before, KEPT);
        }
        return new Departure(key, rule, counter, before == null ? 1 : before.depth + 1, before);
    }

    /** The rule the key left by the last time; {@code otherwise} where that is not remembered. */
    static HeatRule ruleOf(@Nullable Departure newest, String key, HeatRule otherwise) {
        Departure departure = latest(newest, key);
        return departure == null ? otherwise : departure.rule;
    }

    /** That rule if this rate is what the counter would have now, had it stayed; {@code otherwise} if not. */
    static HeatRule ruleIfStayed(
            @Nullable Departure newest, String key, long nowNanos, double rate, HeatRule otherwise) {
        Departure departure = latest(newest, key);
        if (departure != null) {
            for (double stayed : departure.counter.ratesAt(nowNanos)) {
                if (stayed > 0 && Counter.near(stayed, rate)) {
                    return departure.rule;
                }
            }
        }
        return otherwise;
    }

    /** The rule the key left by, if this rate is what its counter would have, be it 0; {@code otherwise} if not. */
    static HeatRule ruleIfSame(@Nullable Departure newest, String key, long nowNanos, double rate, HeatRule otherwise) {
        Departure departure = latest(newest, key);
        if (departure != null) {
            for (double stayed : departure.counter.ratesAt(nowNanos)) {
                if (Counter.near(stayed, rate)) {
                    return departure.rule;
                }
            }
        }
        return otherwise;
    }

    /** Whether the key left while in flight the last time: its mark had to go with it (T4). */
    static boolean wasInFlight(@Nullable Departure newest, String key) {
        Departure departure = latest(newest, key);
        return departure != null && departure.counter.account().marked();
    }

    /**
     * Whether this counter took the place of a silent zero (F5) with another half-life: a subject that kept the old
     * one replies by that.
     */
    static boolean replacesSilentZero(@Nullable Departure newest, String key, Counter counter) {
        Departure departure = latest(newest, key);
        return departure != null
                && departure.rule == HeatRule.F5
                && departure.counter.halfLifeNanos() != counter.halfLifeNanos();
    }

    /** Whether the key left as a silent zero (F5) that was as of this time: a subject that kept it still says so. */
    static boolean leftSilentAsOf(@Nullable Departure newest, String key, long asOfNanos) {
        Departure departure = latest(newest, key);
        return departure != null
                && departure.rule == HeatRule.F5
                && (departure.counter.asOfNanos() == asOfNanos || departure.counter.tickedAsOfNanos() == asOfNanos);
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

    private static @Nullable Departure latest(@Nullable Departure newest, String key) {
        Departure departure = newest;
        while (departure != null && !departure.key.equals(key)) {
            departure = departure.before;
        }
        return departure;
    }

    private static @Nullable Departure newest(@Nullable Departure from, int count) {
        if (from == null || count == 0) {
            return null;
        }
        Departure before = newest(from.before, count - 1);
        return new Departure(from.key, from.rule, from.counter, before == null ? 1 : before.depth + 1, before);
    }
}
