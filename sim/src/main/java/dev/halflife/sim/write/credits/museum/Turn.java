package dev.halflife.sim.write.credits.museum;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call on its way, and what it knows that others do not. */
final class Turn {

    /** What it does next, each at one instant. */
    final Deque<Runnable> ahead = new ArrayDeque<>();

    /** What it will hand out; null for nothing. */
    @Nullable
    Map<String, Long> taken;

    /** The count that it saw. */
    long seen;

    /** The pile that it saw. */
    Map<String, Long> copy = new LinkedHashMap<>();

    /** Takes the next step; says whether there was one. */
    boolean step() {
        Runnable next = ahead.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }
}
