package dev.halflife.sim.component;

import dev.halflife.model.Operation;
import dev.halflife.sim.random.Rng;

/**
 * Where random schedules come from. The generator draws the configuration too, and with it the character of the schedule:
 * which operations occur how often, how keys are skewed, how time passes (swarm testing; Groce et al., ISSTA 2012).
 *
 * @param <C> the configuration
 * @param <S> the specification's state
 * @param <O> the operations
 */
public interface Workload<C, S, O extends Operation<O>> {

    /** How many schedules to run where components with short ones run this many; at least 1. */
    default long schedules(long usual) {
        return usual;
    }

    /** Draws a configuration. */
    C config(Rng rng);

    /** Draws the character of one schedule; operations then come from it one by one. */
    Script<S, O> script(C config, Rng rng);

    /** The operations of one schedule, one by one. Not thread-safe. */
    interface Script<S, O extends Operation<O>> {
        /** The next operation; may look at the specification's state, never at the subject's. */
        O next(S state);
    }
}
