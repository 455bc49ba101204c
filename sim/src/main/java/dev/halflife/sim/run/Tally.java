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
 * schedule that broke it. Merging is in order, so that the result does not depend on who did which part. The digest is a
 * sum over schedules, so that parts that were run elsewhere, in whatever order, add up to it. Not thread-safe.
 */
public final class Tally<C, S, O extends Operation<O>, R> {

    /** A broken rule: the first counterexample, and how often it was broken. */
    public record Broken<C, S, O extends Operation<O>, R>(Counterexample<C, S, O, R> first, Detection detection) {

        /** How many schedules broke it. */
        public long schedules() {
            return detection.schedules();
        }
    }

    /**
     * What is added up over schedules.
     *
     * @param schedules how many were run
     * @param steps how many replies were judged
     * @param simulated how much virtual time went by: more than 64 bits of nanoseconds hold, as some schedules try the ends
     *     of the clock
     * @param exercised the rules put to the test, as a set of bits
     * @param digest of every event
     * @param undecided how many could not be judged to their end
     */
    public record Sums(long schedules, long steps, Duration simulated, long exercised, long digest, long undecided) {

        /** Both together. */
        public Sums plus(Sums other) {
            return new Sums(
                    schedules + other.schedules,
                    steps + other.steps,
                    simulated.plus(other.simulated),
                    exercised | other.exercised,
                    digest + other.digest,
                    undecided + other.undecided);
        }
    }

    private static final int MOST_SITUATIONS = 64;

    private final long[] metBy = new long[MOST_SITUATIONS];
    private final long[] firstMetBy = new long[MOST_SITUATIONS];
    private final Map<String, Broken<C, S, O, R>> broken = new TreeMap<>();
    private Sums sums = new Sums(0, 0, Duration.ZERO, 0, 0, 0);
    private long firstUndecidedAt;
    private @Nullable String firstUndecided;

    /** What was run elsewhere: its sums, why the first of those undecided was so, and what it broke. */
    public static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> restored(
            Sums sums, @Nullable String firstUndecided, List<Broken<C, S, O, R>> broken) {
        Tally<C, S, O, R> tally = new Tally<>();
        tally.sums = sums;
        tally.firstUndecided = firstUndecided;
        broken.forEach(one -> tally.merge(one.first().violation().rule().id(), one));
        return tally;
    }

    /** One more schedule. */
    public void add(long itsSteps, Duration itsTime, long itsDigest, long itsExercised) {
        long mixed = new Digest().add(itsDigest).value();
        sums = sums.plus(new Sums(1, itsSteps, itsTime, itsExercised, mixed, 0));
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
            Counterexample<C, S, O, R> first = Counterexample.found(
                    trial,
                    new Trial.Verdict.Violated<>(broke, run.replies(), violation, itsDigest, run.trace(trial)),
                    origin,
                    broke.operations().size());
            merge(violation.rule().id(), new Broken<>(first, Detection.after(first.foundLength())));
        } else if (why != null) {
            sums = sums.plus(new Sums(0, 0, Duration.ZERO, 0, 0, 1));
            firstUndecided(origin.index(), why);
        }
    }

    /** Takes in the tally of what comes next in order. */
    public void merge(Tally<C, S, O, R> next) {
        sums = sums.plus(next.sums);
        next.broken.forEach(this::merge);
        for (int i = 0; i < MOST_SITUATIONS; i++) {
            firstMetBy[i] = metBy[i] == 0 ? next.firstMetBy[i] : firstMetBy[i];
            metBy[i] += next.metBy[i];
        }
        if (next.firstUndecided != null) {
            firstUndecided(next.firstUndecidedAt, next.firstUndecided);
        }
    }

    private void firstUndecided(long index, String why) {
        if (firstUndecided == null) {
            firstUndecidedAt = index;
            firstUndecided = why;
        }
    }

    private void merge(String rule, Broken<C, S, O, R> more) {
        broken.merge(rule, more, (a, b) -> new Broken<>(a.first(), a.detection().plus(b.detection())));
    }

    /** Everything that is added up. */
    public Sums sums() {
        return sums;
    }

    /** How many schedules were run. */
    public long schedules() {
        return sums.schedules();
    }

    /** How many replies were judged. */
    public long steps() {
        return sums.steps();
    }

    /** How much virtual time went by. */
    public Duration simulated() {
        return sums.simulated();
    }

    /** The rules put to the test, as a set of bits. */
    public long exercised() {
        return sums.exercised();
    }

    /** The digest of every event. */
    public long digest() {
        return sums.digest();
    }

    /** How many schedules could not be judged to their end. */
    public long undecided() {
        return sums.undecided();
    }

    /** Why the first of them could not, or null. */
    public @Nullable String firstUndecided() {
        return firstUndecided;
    }

    /** Which schedule that was; meaningless where there is none. */
    public long firstUndecidedAt() {
        return firstUndecidedAt;
    }

    /** How many schedules met the situation. */
    public long metBy(int situation) {
        return metBy[situation];
    }

    /** The first of them; meaningless where there is none. */
    public long firstMetBy(int situation) {
        return firstMetBy[situation];
    }

    /** Whether any rule was broken. */
    public boolean isBroken() {
        return !broken.isEmpty();
    }

    /** What was broken, by rule id. */
    public List<Broken<C, S, O, R>> broken() {
        return new ArrayList<>(broken.values());
    }
}
