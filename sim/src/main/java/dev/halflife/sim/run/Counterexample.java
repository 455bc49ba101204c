package dev.halflife.sim.run;

import dev.halflife.model.Operation;
import dev.halflife.model.Violation;
import dev.halflife.sim.schedule.Schedule;
import java.util.List;

/**
 * A schedule that breaks a rule, and who broke it.
 *
 * @param trial who was tried by what
 * @param schedule ends with the operation whose reply breaks the rule
 * @param replies those to the schedule's operations; one fewer where the subject failed
 * @param violation the broken rule
 * @param digest of the operations and replies, so that a replay can tell whether it is the same run
 * @param origin where the schedule came from
 * @param foundLength how many operations it had when it was found
 * @param trace the replies of a foreign subject up to where it failed, as a trace; empty where it broke a rule
 * @param cut whether there was no time to make it as small as possible
 */
public record Counterexample<C, S, O extends Operation<O>, R>(
        Trial<C, S, O, R> trial,
        Schedule<C, O> schedule,
        List<R> replies,
        Violation violation,
        long digest,
        Origin origin,
        int foundLength,
        String trace,
        boolean cut) {

    /** One as it was found by an engine, with this many operations. */
    public static <C, S, O extends Operation<O>, R> Counterexample<C, S, O, R> found(
            Trial<C, S, O, R> trial, Trial.Verdict.Violated<C, O, R> violated, Origin origin, int foundLength) {
        return new Counterexample<>(
                trial,
                violated.schedule(),
                violated.replies(),
                violated.violation(),
                violated.digest(),
                origin,
                foundLength,
                violated.trace(),
                false);
    }

    /**
     * Where a schedule came from.
     *
     * @param engine {@code explore}, {@code fuzz}
     * @param seed the seed of the campaign; 0 where the engine has none
     * @param index which of the schedules it was; 0 where they have no numbers
     */
    public record Origin(String engine, long seed, long index) {}

    /** The same origin with another schedule that breaks the same rule. */
    public Counterexample<C, S, O, R> with(Trial.Verdict.Violated<C, O, R> violated) {
        return found(trial, violated, origin, foundLength);
    }

    /** The same of another trial, which breaks the rule by the same replies. */
    public Counterexample<C, S, O, R> by(Trial<C, S, O, R> another) {
        return new Counterexample<>(another, schedule, replies, violation, digest, origin, foundLength, trace, cut);
    }

    /** The same, known not to be as small as possible. */
    public Counterexample<C, S, O, R> cutShort() {
        return new Counterexample<>(trial, schedule, replies, violation, digest, origin, foundLength, trace, true);
    }
}
