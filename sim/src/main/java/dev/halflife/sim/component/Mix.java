package dev.halflife.sim.component;

import dev.halflife.sim.random.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Draws the kind of the next operation by weight. Each kind's weight is itself drawn anew for every mix, from its usual
 * weight to none or thrice that, so that schedules differ in what they are made of (swarm testing; Groce et al., ISSTA
 * 2012). Not thread-safe.
 *
 * @param <O> the operations
 */
public final class Mix<O> {

    private final Rng rng;
    private final List<Supplier<? extends O>> kinds = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private int sum;

    /** An empty mix. */
    public Mix(Rng rng) {
        this.rng = rng;
    }

    /** Adds a kind that no schedule is without; {@code weight} must be positive. */
    public Mix<O> always(int weight, Supplier<? extends O> kind) {
        return add(weight * rng.oneOf(1, 1, 3), kind);
    }

    /** Adds a kind that some schedules are without; {@code weight} must be positive. */
    public Mix<O> often(int weight, Supplier<? extends O> kind) {
        return add(weight * rng.oneOf(0, 1, 1, 3), kind);
    }

    private Mix<O> add(int weight, Supplier<? extends O> kind) {
        kinds.add(kind);
        weights.add(weight);
        sum += weight;
        return this;
    }

    /** The next operation; there must be a kind that is {@link #always} there. */
    public O next() {
        int drawn = rng.nextInt(sum);
        int kind = 0;
        while (drawn >= weights.get(kind)) {
            drawn -= weights.get(kind++);
        }
        return kinds.get(kind).get();
    }
}
