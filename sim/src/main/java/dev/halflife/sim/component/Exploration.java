package dev.halflife.sim.component;

import java.util.List;

/**
 * What the explorer enumerates: small configurations, moves, and steps of time.
 *
 * @param <C> the configuration
 * @param <S> the specification's state
 * @param <O> the operations
 */
public interface Exploration<C, S, O> {

    /** The configurations to explore with so many keys. */
    List<C> configs(int keys);

    /** The time steps to try before an operation that reads the time, in nanoseconds; negative steps the clock back. */
    long[] timeStepsNanos(C config);

    /** How deep to go where components with few moves go this deep; at least 1. */
    default int depth(int usual) {
        return usual;
    }

    /** When a schedule begins, in nanoseconds. */
    long startNanos();

    /**
     * Every operation worth trying next, at {@code atNanos}. Keys are interchangeable: of those not used so far only the
     * first need be offered.
     *
     * @param soFar the operations before
     */
    List<O> moves(S state, List<O> soFar, int keys, long atNanos);
}
