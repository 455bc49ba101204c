package dev.halflife.sim.run;

import dev.halflife.model.Operation;
import dev.halflife.model.Violation;
import dev.halflife.sim.schedule.Schedule;

/**
 * A schedule that breaks a rule, and who broke it.
 *
 * @param trial who was tried by what
 * @param schedule ends with the operation whose reply breaks the rule
 * @param violation the broken rule
 * @param digest of the operations and replies, so that a replay can tell whether it is the same run
 * @param origin where the schedule came from
 * @param foundLength how many operations it had when it was found
 * @param trace the replies of a foreign subject up to where it failed, as a trace; empty where it broke a rule
 */
public record Counterexample<C, S, O extends Operation<O>, R>(
        Trial<C, S, O, R> trial,
        Schedule<C, O> schedule,
        Violation violation,
        long digest,
        Origin origin,
        int foundLength,
        String trace) {

    /**
     * Where a schedule came from.
     *
     * @param engine {@code explore}, {@code fuzz}
     * @param seed the seed of the campaign; 0 where the engine has none
     * @param index which of the schedules it was; 0 where they have no numbers
     */
    public record Origin(String engine, long seed, long index) {}

    /** The same origin with another schedule that breaks the same rule. */
    public Counterexample<C, S, O, R> with(Trial.Verdict.Violated<C, O> violated) {
        return new Counterexample<>(
                trial,
                violated.schedule(),
                violated.violation(),
                violated.digest(),
                origin,
                foundLength,
                violated.trace());
    }
}
