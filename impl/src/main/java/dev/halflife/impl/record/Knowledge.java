package dev.halflife.impl.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of which sampled keys the trace knows the state, so that a judge can follow them. All of them from the start of a
 * registry; none after a step was dropped. From then on a key is known again once there is nothing to know of it: a tick
 * has withdrawn it and that tick was committed, with nothing done to the key and no other answer to it in between. What
 * happens to other keys is left out, so that a judge believes them untracked and is told nothing that contradicts it.
 *
 * <p>Thread-safe.
 */
final class Knowledge<K> {

    /** How many ticks back an answer may reach. */
    static final int REMEMBERED_TICKS = 1024;

    /** The keys that a tick announced, and those of them that the trace was told of. */
    private record Issue<K>(Set<K> announced, Set<K> told) {}

    private final Set<K> known = new HashSet<>();
    private final Map<K, Long> withdrawnBy = new HashMap<>();
    private final Map<Long, Issue<K>> issues = new LinkedHashMap<>();
    private boolean all = true;

    /** A step was dropped: nothing is known any more. */
    synchronized void forget() {
        all = false;
        known.clear();
        withdrawnBy.clear();
        issues.clear();
    }

    synchronized boolean has(K key) {
        return all || known.contains(key);
    }

    /** Something was done to the key, besides announcing it. */
    synchronized void changed(K key) {
        withdrawnBy.remove(key);
    }

    /** A tick announced these sampled keys; returns those that the trace is to be told of. */
    synchronized Map<K, Double> issued(long tick, Map<K, Double> rates) {
        Map<K, Double> told = new LinkedHashMap<>();
        rates.forEach((key, rate) -> {
            if (has(key)) {
                told.put(key, rate);
            } else if (rate == 0) {
                withdrawnBy.put(key, tick);
            } else {
                withdrawnBy.remove(key);
            }
        });
        issues.put(tick, new Issue<>(new HashSet<>(rates.keySet()), told.keySet()));
        if (issues.size() > REMEMBERED_TICKS) {
            issues.remove(issues.keySet().iterator().next());
        }
        return told;
    }

    /**
     * A tick was answered; returns the keys that the trace is to be told of, or null where it cannot be told: it knows
     * nothing of that tick, or it was not told that the tick announced a key that is known by now.
     *
     * @param part the keys answered, or null for all
     */
    synchronized @Nullable Set<K> answered(long tick, @Nullable Set<K> part, boolean committed) {
        Issue<K> issue = issues.get(tick);
        if (issue == null) {
            return null;
        }
        Set<K> told = new LinkedHashSet<>();
        for (K key : issue.announced()) {
            if (part == null || part.contains(key)) {
                if (issue.told().contains(key)) {
                    told.add(key);
                } else if (known.contains(key)) {
                    return null;
                } else {
                    settle(key, tick, committed);
                }
            }
        }
        return told;
    }

    private void settle(K key, long tick, boolean committed) {
        Long by = withdrawnBy.remove(key);
        if (by != null && by == tick && committed) {
            known.add(key);
        }
    }
}
