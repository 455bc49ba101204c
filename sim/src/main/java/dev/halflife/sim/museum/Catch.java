package dev.halflife.sim.museum;

import dev.halflife.model.Operation;
import dev.halflife.sim.run.Counterexample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one hunt for one defect came to.
 *
 * @param shrunk the counterexample to the claimed rule, as small as it gets; null where the budget was spent without one
 * @param schedules how many were run, up to the one that convicted
 * @param replies how many were judged in them
 * @param nanos how long that took, by the clock that was passed in; shrinking not counted
 * @param reached in how many schedules the faulty line ran
 * @param triggered in how many a reply was wrong
 * @param detected in how many a judge said so, by whatever rule
 * @param alsoNamed the other rules that convicted before, each once, in that order
 */
record Catch<C, S, O extends Operation<O>, R>(
        @Nullable Counterexample<C, S, O, R> shrunk,
        long schedules,
        long replies,
        long nanos,
        long reached,
        long triggered,
        long detected,
        List<String> alsoNamed) {

    /** Operations of the shrunk counterexample; 0 where there is none. */
    int steps() {
        return shrunk == null ? 0 : shrunk.schedule().operations().size();
    }
}
