package dev.halflife.sim.run;

import dev.halflife.model.Operation;
import dev.halflife.model.Violation;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.schedule.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What many schedules came to: counts, a digest of every event, the rules put to the test, and per broken rule the first
 * schedule that broke it. Merging is in order, so that the result does not depend on who did which part. Not thread-safe.
 */
public final class Tally<C, S, O extends Operation<O>, R> {

    /** A broken rule: the first counterexample, and how many schedules broke it. */
    public record Broken<C, S, O extends Operation<O>, R>(Counterexample<C, S, O, R> first, long schedules) {}

    private static final int MOST_SITUATIONS = 64;

    private final Digest digest = new Digest();
    private final long[] metBy = new long[MOST_SITUATIONS];
    private final long[] firstMetBy = new long[MOST_SITUATIONS];
    private final Map<String, Broken<C, S, O, R>> broken = new TreeMap<>();
    private long schedules;
    private long steps;
    /** More than 64 bits of nanoseconds hold: some schedules try the ends of the clock, again and again. */
    private Duration simulated = Duration.ZERO;

    private long exercised;
    private long undecided;
    private @Nullable String firstUndecided;

    /** One more schedule. */
    public void add(long itsSteps, Duration itsTime, long itsDigest, long itsExercised) {
        schedules++;
        steps += itsSteps;
        simulated = simulated.plus(itsTime);
        exercised |= itsExercised;
        digest.add(itsDigest);
    }

    /** The situations that a schedule met, as a set of bits. */
    public void addMet(long met, long index) {
        for (long left = met; left != 0; left &= left - 1) {
            int situation = Long.numberOfTrailingZeros(left);
            if (metBy[situation]++ == 0) {
                firstMetBy[situation] = index;
            }
        }
    }

    /**
     * How a schedule that was added has ended: it holds, or it broke a rule, or it could not be judged to its end.
     *
     * @param schedule asked only where a rule is broken
     */
    public void addEnding(
            Trial<C, S, O, R> trial,
            Run<C, S, O, R> run,
            Supplier<Schedule<C, O>> schedule,
            long itsDigest,
            Counterexample.Origin origin) {
        Violation violation = run.violation();
        String why = run.undecided();
        if (violation != null) {
            Schedule<C, O> broke = schedule.get();
            Counterexample<C, S, O, R> first = new Counterexample<>(
                    trial,
                    broke,
                    violation,
                    itsDigest,
                    origin,
                    broke.operations().size());
            merge(violation.rule().id(), new Broken<>(first, 1));
        } else if (why != null) {
            undecided++;
            firstUndecided = firstUndecided == null ? why : firstUndecided;
        }
    }

    /** Takes in the tally of what comes next in order. */
    public void merge(Tally<C, S, O, R> next) {
        schedules += next.schedules;
        steps += next.steps;
        simulated = simulated.plus(next.simulated);
        exercised |= next.exercised;
        digest.add(next.digest.value());
        next.broken.forEach(this::merge);
        for (int i = 0; i < MOST_SITUATIONS; i++) {
            firstMetBy[i] = metBy[i] == 0 ? next.firstMetBy[i] : firstMetBy[i];
            metBy[i] += next.metBy[i];
        }
        undecided += next.undecided;
        if (firstUndecided == null) {
            firstUndecided = next.firstUndecided;
        }
    }

    private void merge(String rule, Broken<C, S, O, R> more) {
        broken.merge(rule, more, (a, b) -> new Broken<>(a.first(), a.schedules() + b.schedules()));
    }

    /** How many schedules were run. */
    public long schedules() {
        return schedules;
    }

    /** How many replies were judged. */
    public long steps() {
        return steps;
    }

    /** How much virtual time went by. */
    public Duration simulated() {
        return simulated;
    }

    /** The rules put to the test, as a set of bits. */
    public long exercised() {
        return exercised;
    }

    /** The digest of every event. */
    public long digest() {
        return digest.value();
    }

    /** How many schedules could not be judged to their end. */
    public long undecided() {
        return undecided;
    }

    /** Why the first of them could not, or null. */
    public @Nullable String firstUndecided() {
        return firstUndecided;
    }

    /** How many schedules met the situation. */
    public long metBy(int situation) {
        return metBy[situation];
    }

    /** The first of them; meaningless where there is none. */
    public long firstMetBy(int situation) {
        return firstMetBy[situation];
    }

    /** What was broken, by rule id. */
    public List<Broken<C, S, O, R>> broken() {
        return new ArrayList<>(broken.values());
    }
}
