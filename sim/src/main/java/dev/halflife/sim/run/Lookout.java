package dev.halflife.sim.run;

import dev.halflife.sim.component.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks out for a component's situations, at each step only for those that its operation can meet. Sets of situations are
 * bits in their order. Remembers nothing of a run, so that many can share one. Not thread-safe.
 */
public final class Lookout<C, S, O, R> {

    private final List<Situation<C, S, O, R>> situations;
    private final Map<Class<?>, Long> byOperation = new HashMap<>();

    /** A lookout for these, at most 64. */
    public Lookout(List<Situation<C, S, O, R>> situations) {
        this.situations = situations;
    }

    /** Those of the {@code unmet} that this step meets. */
    long met(long unmet, C config, S before, O operation, R reply, S after) {
        long met = 0;
        for (long left = unmet & at(operation.getClass()); left != 0; left &= left - 1) {
            int i = Long.numberOfTrailingZeros(left);
            if (situations.get(i).witness().met(config, before, operation, reply, after)) {
                met |= 1L << i;
            }
        }
        return met;
    }

    private long at(Class<?> operation) {
        Long known = byOperation.get(operation);
        if (known != null) {
            return known;
        }
        long bits = 0;
        for (int i = 0; i < situations.size(); i++) {
            List<?> at = situations.get(i).at();
            bits |= at.isEmpty() || at.contains(operation) ? 1L << i : 0;
        }
        byOperation.put(operation, bits);
        return bits;
    }
}
