package dev.halflife.sim.campaign;

import dev.halflife.model.Operation;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Lookout;
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
 * Many random schedules. The {@code i}-th is drawn from the seed and {@code i} alone, and runs until a rule is broken or
 * its length is reached; then everything is read once more. The same seed gives the same tally for any number of jobs.
 */
public final class Campaign<C, S, O extends Operation<O>, R> {

    private static final int CHUNK = 64;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Trial<C, S, O, R> trial;
    private final long seed;
    private final long streamSeed;
    private final int jobs;
    private final boolean failsFast;

    /** A campaign; {@code jobs} is how many threads run it, at least 1. */
    public Campaign(Trial<C, S, O, R> trial, long seed, int jobs) {
        this(trial, seed, jobs, false);
    }

    /**
     * A campaign.
     *
     * @param jobs how many threads run it; at least 1
     * @param failsFast whether the first schedule that breaks a rule is the last
     */
    public Campaign(Trial<C, S, O, R> trial, long seed, int jobs, boolean failsFast) {
        this.trial = trial;
        this.seed = seed;
        this.streamSeed = Rng.split(seed, trial.component().name().hashCode());
        this.jobs = jobs;
        this.failsFast = failsFast;
    }

    /** Runs so many schedules, or fewer if told to stop. */
    public Tally<C, S, O, R> run(long schedules, Parallel.Stop stop, Progress progress) {
        Tally<C, S, O, R> all = new Tally<>();
        long chunks = schedules / CHUNK + (schedules % CHUNK == 0 ? 0 : 1);
        Parallel.inOrder(
                chunks,
                jobs,
                stop,
                (chunk, over) -> part(chunk * CHUNK, Math.min(schedules, (chunk + 1) * CHUNK), over),
                tally -> {
                    all.merge(tally);
                    progress.advanced(all.schedules(), schedules);
                    if (all.isBroken()) {
                        progress.broken();
                    }
                    return !isLast(all);
                });
        return all;
    }

    /** Runs schedules until so many steps were judged, or a rule is broken, or somebody says stop. */
    public Tally<C, S, O, R> runSteps(long steps, Parallel.Stop stop, Progress progress) {
        Tally<C, S, O, R> all = new Tally<>();
        Parallel.inOrder(
                Long.MAX_VALUE / CHUNK,
                jobs,
                stop,
                (chunk, over) -> part(chunk * CHUNK, (chunk + 1) * CHUNK, over),
                tally -> {
                    all.merge(tally);
                    progress.advanced(all.steps(), steps);
                    return all.steps() < steps && !all.isBroken();
                });
        return all;
    }

    private boolean isLast(Tally<C, S, O, R> tally) {
        return failsFast && tally.isBroken();
    }

    /** Runs one of its schedules by itself. */
    public Tally<C, S, O, R> only(long index) {
        return part(index, index + 1);
    }

    /** Who is tried by what. */
    public Trial<C, S, O, R> trial() {
        return trial;
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** One of its schedules, drawn again. */
    public Schedule<C, O> schedule(long index) {
        return one(index, new Tally<>(), lookout());
    }

    /** Runs its schedules from {@code from} to before {@code to}, on this thread. */
    public Tally<C, S, O, R> part(long from, long to) {
        return part(from, to, Parallel.Stop.NEVER);
    }

    private Tally<C, S, O, R> part(long from, long to, Parallel.Stop stop) {
        Tally<C, S, O, R> tally = new Tally<>();
        Lookout<C, S, O, R> lookout = lookout();
        for (long index = from; index < to && !stop.requested() && !isLast(tally); index++) {
            one(index, tally, lookout);
        }
        return tally;
    }

    private Lookout<C, S, O, R> lookout() {
        return new Lookout<>(trial.component().situations());
    }

    private Schedule<C, O> one(long index, Tally<C, S, O, R> tally, Lookout<C, S, O, R> lookout) {
        return Misforeseen.retried(ahead -> one(index, tally, lookout, ahead));
    }

    private Schedule<C, O> one(long index, Tally<C, S, O, R> tally, Lookout<C, S, O, R> lookout, boolean ahead) {
        Draft<C, S, O> draft = draft(index);
        Digest digest = new Digest();
        List<O> operations = new ArrayList<>(draft.length());
        long seconds = 0;
        long nanos = 0;
        try (Run<C, S, O, R> run = trial.start(draft.config(), digest, ahead)) {
            run.lookOut(lookout);
            run.foresee(() -> draft(index).script(), draft.length());
            boolean goesOn = true;
            long last = Long.MAX_VALUE;
            for (int i = 0; i < draft.length() && goesOn; i++) {
                O operation = draft.script().next(run.state());
                if (run.accepts(operation)) {
                    operations.add(operation);
                    if (operation.atNanos() > last) {
                        // From one end of the clock to the other is more than a signed long holds.
                        seconds += Long.divideUnsigned(operation.atNanos() - last, NANOS_PER_SECOND);
                        nanos += Long.remainderUnsigned(operation.atNanos() - last, NANOS_PER_SECOND);
                    }
                    last = operation.atNanos();
                    goesOn = run.apply(operation);
                }
            }
            if (goesOn) {
                run.audit(operations);
            }
            Schedule<C, O> schedule = new Schedule<>(draft.config(), operations);
            if (!run.stopped()) {
                tally.add(run.steps(), Duration.ofSeconds(seconds, nanos), digest.value(), run.exercised());
                tally.addMet(run.met(), index);
                tally.addEnding(
                        trial, run, () -> schedule, digest.value(), new Counterexample.Origin("fuzz", seed, index));
            }
            return schedule;
        }
    }

    private Draft<C, S, O> draft(long index) {
        Rng rng = new Rng(Rng.split(streamSeed, index));
        C config = trial.component().workload().config(rng);
        Workload.Script<S, O> script = trial.component().workload().script(config, rng);
        return new Draft<>(config, script, rng.oneOf(8, 16, 32, 64, 128));
    }

    /** A schedule before it is run: its operations depend on the states that the specification goes through. */
    private record Draft<C, S, O extends Operation<O>>(C config, Workload.Script<S, O> script, int length) {}
}
