package dev.halflife.sim.gate;

import dev.halflife.model.Operation;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.run.Hunting;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shrink.Shrinking;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * How engines are run: they search until they are done or told to stop, what they break is made small, and somebody is
 * told.
 *
 * @param nanos a monotonic clock, for the record only; any thread may ask it
 * @param stop whether engines are to stop; any thread may ask it
 * @param shrinking in which time what breaks is made small
 * @param failsFast whether nothing is run any more once a rule was broken that was to hold
 * @param listener told of what begins and what is done
 */
public record Conduct(
        LongSupplier nanos, Parallel.Stop stop, Shrinking shrinking, boolean failsFast, Gate.Listener listener) {

    /** One that takes its time. */
    public static Conduct patient(LongSupplier nanos, Parallel.Stop stop, Gate.Listener listener) {
        return new Conduct(nanos, stop, new Shrinking(nanos, () -> Shrinking.WITHOUT_END, stop), false, listener);
    }

    /** What an engine does. */
    @FunctionalInterface
    public interface Search<C, S, O extends Operation<O>, R> {
        Tally<C, S, O, R> run(Parallel.Stop stop, Progress progress);
    }

    /** Runs an engine under which the subject is to hold. */
    public <C, S, O extends Operation<O>, R> EngineRecord run(
            Trial<C, S, O, R> trial, String engine, String bound, Hunting hunting, Search<C, S, O, R> search) {
        return run(trial, engine, tally -> bound, List.of(), hunting, search, record -> record);
    }

    /**
     * Runs an engine.
     *
     * @param bound how much, in words, of what was run
     * @param toShow the findings that must be among the broken rules; empty where the subject is to hold
     * @param last what is still to be done to the record
     */
    <C, S, O extends Operation<O>, R> EngineRecord run(
            Trial<C, S, O, R> trial,
            String engine,
            Function<Tally<C, S, O, R>, String> bound,
            List<String> toShow,
            Hunting hunting,
            Search<C, S, O, R> search,
            UnaryOperator<EngineRecord> last) {
        Progress progress = listener.begins(
                trial.component().name(),
                engine,
                trial.subject(),
                trial.contract().toString());
        long begin = millis();
        Tally<C, S, O, R> tally = hunting.hunt(stop, until -> search.run(until, progress));
        List<Tally.Broken<C, S, O, R>> shrunk = shrinking.shrink(tally.broken(), hunting, progress);
        EngineRecord record =
                last.apply(Records.engine(trial, engine, bound.apply(tally), tally, shrunk, toShow, millis() - begin));
        listener.done(record);
        return record;
    }

    /** Whether this is the last engine to be run. */
    public boolean isLast(EngineRecord record) {
        return failsFast && !record.asExpected() && !record.verdict().equals("undecided");
    }

    long millis() {
        return nanos.getAsLong() / 1_000_000;
    }
}
