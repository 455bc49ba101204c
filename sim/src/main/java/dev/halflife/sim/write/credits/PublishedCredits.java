package dev.halflife.sim.write.credits;

import dev.halflife.model.write.credits.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The published credits, broken down into atomic steps: a count, a map, and for each caller where it stands in its call.
 * Faithful to the original but for the language, its faults included (F6). Not thread-safe: threads are what it plays.
 */
final class PublishedCredits {

    /** Where a caller stands: the name of the step it takes next. */
    enum Next {
        NO_CALL,
        ADD_TO_MAP,
        CLAIM,
        TAKE
    }

    private final long threshold;
    private final Map<String, Long> map = new LinkedHashMap<>();
    private final Next[] next;
    private final long[] seen;
    private final List<List<String>> ids;
    private long count;

    PublishedCredits(long threshold, int callers) {
        this.threshold = threshold;
        this.next = new Next[callers];
        this.seen = new long[callers];
        this.ids = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            next[caller] = Next.NO_CALL;
            ids.add(List.of());
        }
    }

    /** An independent copy. */
    PublishedCredits copy() {
        PublishedCredits copy = new PublishedCredits(threshold, next.length);
        copy.map.putAll(map);
        System.arraycopy(next, 0, copy.next, 0, next.length);
        System.arraycopy(seen, 0, copy.seen, 0, seen.length);
        for (int caller = 0; caller < next.length; caller++) {
            copy.ids.set(caller, ids.get(caller));
        }
        copy.count = count;
        return copy;
    }

    /** Begins a call and takes its first step: the count goes up by the number of ids, or to 0 for a drain. */
    void begin(int caller, Call call) {
        if (call instanceof Call.RecordIds record) {
            ids.set(caller, record.ids());
            count += record.ids().size();
            seen[caller] = count;
            next[caller] = Next.ADD_TO_MAP;
        } else {
            count = 0;
            next[caller] = Next.TAKE;
        }
    }

    /** Takes the next step; returns the ids taken where that was the last step, none where nothing was taken. */
    List<String> step(int caller) {
        switch (next[caller]) {
            case ADD_TO_MAP -> {
                for (String id : ids.get(caller)) {
                    map.merge(id, 1L, Long::sum);
                }
                next[caller] = seen[caller] < threshold ? Next.NO_CALL : Next.CLAIM;
            }
            case CLAIM -> {
                boolean claimed = count == seen[caller];
                count = claimed ? 0 : count;
                next[caller] = claimed ? Next.TAKE : Next.NO_CALL;
            }
            case TAKE -> {
                List<String> taken = List.copyOf(map.keySet());
                map.clear();
                next[caller] = Next.NO_CALL;
                return taken;
            }
            case NO_CALL -> throw new IllegalStateException("caller " + caller + " is running no call");
        }
        return List.of();
    }

    boolean isRunning(int caller) {
        return next[caller] != Next.NO_CALL;
    }

    /** What the next step of this caller is. */
    Next next(int caller) {
        return next[caller];
    }

    long count() {
        return count;
    }

    /** The credits in the map. */
    long pile() {
        long credits = 0;
        for (long each : map.values()) {
            credits += each;
        }
        return credits;
    }

    /**
     * Where everybody stands, apart from how much there is. While nobody claims, so that the count only goes up, the same
     * steps of calls that record the same lead from the same place to the same place, and let the pile grow by as much.
     */
    Place place() {
        List<Boolean> mayClaim = new ArrayList<>(next.length);
        for (int caller = 0; caller < next.length; caller++) {
            boolean recording = next[caller] == Next.ADD_TO_MAP || next[caller] == Next.CLAIM;
            mayClaim.add(recording && seen[caller] >= threshold && seen[caller] == count);
        }
        List<Boolean> willTry = new ArrayList<>(next.length);
        for (int caller = 0; caller < next.length; caller++) {
            willTry.add(next[caller] == Next.ADD_TO_MAP && seen[caller] >= threshold);
        }
        return new Place(Arrays.asList(next.clone()), willTry, mayClaim, Math.min(count, threshold));
    }

    /**
     * A place.
     *
     * @param next each caller's next step
     * @param willTry whether each caller, once it has added to the map, will try to claim
     * @param mayClaim whether each caller's claim would succeed now
     * @param count the count, or the threshold where it is past that
     */
    record Place(List<Next> next, List<Boolean> willTry, List<Boolean> mayClaim, long count) {}
}
