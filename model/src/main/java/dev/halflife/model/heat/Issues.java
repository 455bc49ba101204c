package dev.halflife.model.heat;

import java.util.Map;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * What was announced, by tick: an immutable value. Bounded, as an acknowledgement cannot reach back for ever: to the last
 * {@link HeatState#REMEMBERED_TICKS} ticks and, but for the latest, {@link HeatState#REMEMBERED_KEYS} announced keys.
 *
 * <p>Each issue knows its place among all, which alone decides whether it is still remembered. What is not is swept out
 * only now and then, so that no order has to be kept up; a new issue costs one entry of a hash map.
 */
final class Issues {

    static final Issues NONE = new Issues(ExtensionsKt.persistentHashMapOf(), 0, 0, 0);

    /** How many issues may be held per one that is remembered before those that are not are swept out. */
    private static final int SLACK = 2;

    private final PersistentMap<Long, Issue> byTick;
    private final long ticks;
    private final long keys;
    private final long keysSwept;

    /** What a tick announced, and how many ticks were issued and keys announced before it. */
    private record Issue(Announced announced, long ticksBefore, long keysBefore) {}

    private Issues(PersistentMap<Long, Issue> byTick, long ticks, long keys, long keysSwept) {
        this.byTick = byTick;
        this.ticks = ticks;
        this.keys = keys;
        this.keysSwept = keysSwept;
    }

    /** What this tick announced, or null where it was never issued or cannot be answered any more. */
    @Nullable
    Announced get(long tick) {
        Issue issue = byTick.get(tick);
        return issue != null && remembers(issue) ? issue.announced() : null;
    }

    private boolean remembers(Issue issue) {
        boolean latest = issue.ticksBefore() == ticks - 1;
        return ticks - issue.ticksBefore() <= HeatState.REMEMBERED_TICKS
                && (latest || keys - issue.keysBefore() <= HeatState.REMEMBERED_KEYS);
    }

    /** With one more. */
    Issues with(long tick, Announced announced) {
        Issues next = new Issues(
                byTick.putting(tick, new Issue(announced, ticks, keys)), ticks + 1, keys + announced.size(), keysSwept);
        boolean full = next.byTick.size() > SLACK * HeatState.REMEMBERED_TICKS
                || next.keys - keysSwept > (long) SLACK * HeatState.REMEMBERED_KEYS;
        return full ? next.swept() : next;
    }

    private Issues swept() {
        PersistentMap.Builder<Long, Issue> kept = byTick.builder();
        long keysBefore = keys;
        for (Map.Entry<Long, Issue> entry : byTick.entrySet()) {
            if (remembers(entry.getValue())) {
                keysBefore = Math.min(keysBefore, entry.getValue().keysBefore());
            } else {
                kept.remove(entry.getKey());
            }
        }
        return new Issues(kept.build(), ticks, keys, keysBefore);
    }

    /** How many issues are held, those not swept out yet included. */
    int held() {
        return byTick.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Issues issues && issues.ticks == ticks && issues.byTick.equals(byTick);
    }

    @Override
    public int hashCode() {
        return byTick.hashCode();
    }
}
