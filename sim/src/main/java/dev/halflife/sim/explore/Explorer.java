package dev.halflife.sim.explore;

import dev.halflife.model.Operation;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Run;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Misforeseen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Every schedule up to a bound: all moves in all orders, time branching only before operations that read it. After each
 * schedule everything is read once more, on a subject that is then thrown away, so that a wrong state which only reading
 * shows is found without cutting off the schedules that go on from it.
 *
 * <p>A subject cannot be copied, so each schedule starts afresh; the specification's states are shared along the way, so
 * that only the last operation of each is judged. Costs {@code depth} operations per schedule.
 */
public final class Explorer<C, S, O extends Operation<O>, R> {

    private static final int PREFIX = 2;

    /** An exploration has no seed, and its schedules no numbers. */
    private static final Counterexample.Origin ORIGIN = new Counterexample.Origin("explore", 0, 0);

    private final Trial<C, S, O, R> trial;
    private final Exploration<C, S, O> exploration;
    private final int depth;
    private final int keys;
    private final int jobs;
    private final boolean failsFast;

    /** An explorer of schedules of up to {@code depth} operations over so many keys, on so many threads. */
    public Explorer(Trial<C, S, O, R> trial, int depth, int keys, int jobs) {
        this(trial, depth, keys, jobs, false);
    }

    /**
     * An explorer.
     *
     * @param depth how many operations a schedule has at most
     * @param jobs how many threads; at least 1
     * @param failsFast whether the first schedule that breaks a rule is the last
     */
    public Explorer(Trial<C, S, O, R> trial, int depth, int keys, int jobs, boolean failsFast) {
        this.failsFast = failsFast;
        this.trial = trial;
        this.exploration = trial.component().exploration();
        this.depth = depth;
        this.keys = keys;
        this.jobs = jobs;
    }

    /** Explores, or stops early if told to. */
    public Tally<C, S, O, R> run(Parallel.Stop stop, Progress progress) {
        Tally<C, S, O, R> all = new Tally<>();
        List<Branch> branches = new ArrayList<>();
        for (C config : exploration.configs(keys)) {
            if (!isLast(all)) {
                Branch root = new Branch(config, new Tally<>(), stop);
                root.collect(Math.min(PREFIX, depth), branches);
                all.merge(root.tally);
            }
        }
        long[] done = {0};
        Parallel.inOrder(
                isLast(all) ? 0 : branches.size(),
                jobs,
                stop,
                (index, over) -> branches.get((int) index).finish(over),
                tally -> {
                    all.merge(tally);
                    progress.advanced(++done[0], branches.size());
                    if (all.isBroken()) {
                        progress.broken();
                    }
                    return !isLast(all);
                });
        return all;
    }

    private boolean isLast(Tally<C, S, O, R> tally) {
        return failsFast && tally.isBroken();
    }

    /** A schedule so far, and the specification's state after it. */
    private final class Branch {
        private final C config;
        private final List<O> operations = new ArrayList<>();
        private final List<S> states = new ArrayList<>();
        private final long[] timeSteps;
        private final Tally<C, S, O, R> tally;
        private Parallel.Stop stop;

        Branch(C config, Tally<C, S, O, R> tally, Parallel.Stop stop) {
            this.stop = stop;
            this.config = config;
            this.timeSteps = exploration.timeStepsNanos(config);
            this.tally = tally;
            states.add(trial.component().spec(config, trial.contract()).initial());
        }

        /** Visits down to {@code bound} and leaves a branch where it stopped, to be finished by any thread. */
        void collect(int bound, List<Branch> into) {
            if (operations.size() == bound) {
                Branch branch = new Branch(config, new Tally<>(), stop);
                branch.operations.addAll(operations);
                branch.states.clear();
                branch.states.addAll(states);
                into.add(branch);
                return;
            }
            forEachNext(() -> collect(bound, into));
        }

        Tally<C, S, O, R> finish(Parallel.Stop over) {
            stop = over;
            deepen();
            return tally;
        }

        private void deepen() {
            if (operations.size() < depth) {
                forEachNext(this::deepen);
            }
        }

        private void forEachNext(Runnable further) {
            int length = operations.size();
            long last = length == 0
                    ? exploration.startNanos()
                    : operations.get(length - 1).atNanos();
            for (O move : exploration.moves(states.get(length), operations, keys, last)) {
                if (length == 0 || !move.readsTime()) {
                    visit(move, further);
                } else {
                    for (long step : timeSteps) {
                        visit(move.movedTo(last + step), further);
                    }
                }
            }
        }

        private void visit(O operation, Runnable further) {
            if (stop.requested() || isLast(tally)) {
                return;
            }
            operations.add(operation);
            if (Misforeseen.retried(this::tryOut)) {
                further.run();
                states.remove(states.size() - 1);
            }
            operations.remove(operations.size() - 1);
        }

        /**
         * Runs the operations so far and reads everything.
         *
         * @return whether schedules go on from here; if so, the state they go on from is the last one
         */
        private boolean tryOut(boolean ahead) {
            int length = operations.size();
            O operation = operations.get(length - 1);
            Digest digest = new Digest();
            try (Run<C, S, O, R> run = trial.start(config, digest, ahead)) {
                run.foresee(operations);
                boolean goesOn = run.bring(operations.subList(0, length - 1), states.get(length - 1))
                        && run.accepts(operation)
                        && run.apply(operation);
                S reached = run.state();
                if (goesOn) {
                    run.audit(operations);
                }
                if (run.stopped()) {
                    return false;
                }
                long nanos = Math.max(0, operation.atNanos() - exploration.startNanos());
                tally.add(run.steps(), Duration.ofNanos(nanos), digest.value(), run.exercised());
                tally.addEnding(trial, run, () -> new Schedule<>(config, operations), digest.value(), ORIGIN);
                if (goesOn) {
                    states.add(reached);
                }
                return goesOn;
            } finally {
                operations.subList(length, operations.size()).clear();
            }
        }
    }
}
