package dev.halflife.sim.shrink;

import dev.halflife.model.Operation;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Stopped;
import dev.halflife.sim.subject.SubjectRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Makes a failing schedule smaller for as long as it breaks the same rule: drops operations, first many at a time, then
 * singly and in pairs; stops sooner and reads; then simplifies what the component offers, and times; until nothing can go. Greedy, deterministic,
 * and blind to the subject: it only asks whether a candidate still fails.
 */
public final class Shrinker<C, S, O extends Operation<O>, R> {

    /** Beyond this length no pairs are tried, as their number grows with the square. */
    private static final int LONGEST_FOR_PAIRS = 40;

    private final Component<C, S, O, R> component;
    private final Trial<C, S, O, R> trial;
    private final Parallel.Stop stop;
    private final IntConsumer trying;
    private Counterexample<C, S, O, R> best;

    private Shrinker(Counterexample<C, S, O, R> start, Parallel.Stop stop, IntConsumer trying) {
        this.stop = stop;
        this.trying = trying;
        this.trial = start.trial();
        this.component = trial.component();
        this.best = start;
    }

    /** The smallest counterexample found for the same rule. */
    public static <C, S, O extends Operation<O>, R> Counterexample<C, S, O, R> shrink(
            Counterexample<C, S, O, R> counterexample) {
        return shrink(counterexample, Parallel.Stop.NEVER, length -> {});
    }

    /**
     * The smallest counterexample found for the same rule until {@code stop} says so; if it does, that is cut short.
     *
     * @param trying called before each candidate with how many operations there are still
     */
    public static <C, S, O extends Operation<O>, R> Counterexample<C, S, O, R> shrink(
            Counterexample<C, S, O, R> counterexample, Parallel.Stop stop, IntConsumer trying) {
        Shrinker<C, S, O, R> shrinker = new Shrinker<>(counterexample, stop, trying);
        try {
            shrinker.shrink();
            return shrinker.best;
        } catch (Stopped e) {
            return shrinker.best.cutShort();
        }
    }

    private void shrink() {
        if (best.violation().rule() == SubjectRule.TIMEOUT) {
            hangSooner();
            return;
        }
        boolean smaller = true;
        while (smaller) {
            smaller = dropRuns();
            smaller |= dropPairs();
            smaller |= readSooner();
            smaller |= simplify();
            smaller |= simplifyTimes();
        }
    }

    /**
     * What still hangs takes the whole time limit to say so, what does not is soon known: from the last operation alone to
     * ever more before it, and then only operations that may go.
     */
    private void hangSooner() {
        int length = operations().size();
        for (int last = 1; last < length && !keep(without(0, length - last)); last *= 2) {
            // Until one hangs.
        }
        while (dropRuns()) {
            // Until none can go.
        }
    }

    private List<O> operations() {
        return best.schedule().operations();
    }

    /** Keeps the candidate if it breaks the same rule. */
    private boolean keep(Schedule<C, O> candidate) {
        mayGoOn();
        Trial.Verdict<C, O, R> verdict = trial.judge(candidate);
        if (verdict instanceof Trial.Verdict.Undecided<C, O, R>) {
            mayGoOn();
        }
        Optional<Trial.Verdict.Violated<C, O, R>> violated = verdict.violated();
        boolean same = violated.isPresent()
                && violated.get().violation().rule().equals(best.violation().rule());
        if (same) {
            best = best.with(violated.get());
        }
        return same;
    }

    /** Throws where the time is up. */
    private void mayGoOn() {
        trying.accept(operations().size());
        if (stop.requested()) {
            throw new Stopped();
        }
    }

    private boolean dropRuns() {
        boolean any = false;
        for (int size = operations().size() / 2; size >= 1; size /= 2) {
            for (int from = operations().size() - size; from >= 0; from--) {
                if (from + size <= operations().size() && keep(without(from, from + size))) {
                    any = true;
                }
            }
        }
        return any;
    }

    private boolean dropPairs() {
        if (operations().size() > LONGEST_FOR_PAIRS) {
            return false;
        }
        boolean any = false;
        for (int first = operations().size() - 2; first >= 0; first--) {
            for (int second = operations().size() - 1; second > first; second--) {
                if (second < operations().size()) {
                    List<O> fewer = new ArrayList<>(operations());
                    fewer.remove(second);
                    fewer.remove(first);
                    any |= keep(best.schedule().with(fewer));
                }
            }
        }
        return any;
    }

    /** Stops early and reads something there: a wrong state may show long before an operation runs into it. */
    private boolean readSooner() {
        for (int end = 1; end < operations().size() - 1; end++) {
            Schedule<C, O> prefix = best.schedule().with(operations().subList(0, end));
            mayGoOn();
            for (O read : trial.auditAfter(prefix)) {
                List<O> shorter = new ArrayList<>(prefix.operations());
                shorter.add(read);
                if (keep(prefix.with(shorter))) {
                    return true;
                }
            }
        }
        return false;
    }

    private Schedule<C, O> without(int from, int to) {
        List<O> fewer = new ArrayList<>(operations().subList(0, from));
        fewer.addAll(operations().subList(to, operations().size()));
        return best.schedule().with(fewer);
    }

    private boolean simplify() {
        boolean any = false;
        boolean again = true;
        while (again) {
            again = false;
            for (Schedule<C, O> candidate : component.simplifications(best.schedule())) {
                if (keep(candidate)) {
                    any = true;
                    again = true;
                    break;
                }
            }
        }
        return any;
    }

    /** Shortens the time before each operation, all later ones moving along; then lets the schedule begin at 0. */
    private boolean simplifyTimes() {
        boolean any = false;
        for (int i = 1; i < operations().size(); i++) {
            long delta = operations().get(i).atNanos() - operations().get(i - 1).atNanos();
            for (long simpler : simplerThan(delta)) {
                if (keep(movedFrom(i, simpler - delta))) {
                    any = true;
                    break;
                }
            }
        }
        long earliest =
                operations().stream().mapToLong(Operation::atNanos).min().orElse(0);
        any |= earliest != 0 && keep(movedFrom(0, -earliest));
        return any;
    }

    /** Time steps that are rounder than this one, the roundest first; forwards before backwards. */
    private List<Long> simplerThan(long delta) {
        List<Long> simpler = new ArrayList<>();
        if (delta == 0) {
            return simpler;
        }
        simpler.add(0L);
        for (long step : component.exploration().timeStepsNanos(best.schedule().config())) {
            if (step == delta) {
                return simpler;
            }
            if (step != 0) {
                simpler.add(step);
            }
        }
        return simpler;
    }

    private Schedule<C, O> movedFrom(int from, long nanos) {
        List<O> moved = new ArrayList<>(operations());
        for (int i = from; i < moved.size(); i++) {
            moved.set(i, moved.get(i).movedTo(moved.get(i).atNanos() + nanos));
        }
        return best.schedule().with(moved);
    }
}
