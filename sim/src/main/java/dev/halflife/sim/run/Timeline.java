package dev.halflife.sim.run;

import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import dev.halflife.sim.component.Durations;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.json.Printable;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as a person reads it: one line an operation, with what was replied and what a reader needs to know then.
 *
 * @param columns the titles of the cells
 * @param rows in order
 */
public record Timeline(List<String> columns, List<Row> rows) {

    public Timeline {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One operation.
     *
     * @param time since the schedule began
     * @param cells what was done and what came of it, a cell a column
     * @param note the state afterwards, or what was expected instead; may be empty
     * @param broken whether this reply breaks a rule
     */
    public record Row(String time, List<String> cells, String note, boolean broken) {

        /** Each in one line, whatever a subject or a recording has put into it. */
        public Row {
            cells = cells.stream().map(Printable::inOneLine).toList();
            note = Printable.inOneLine(note);
        }
    }

    /** What a counterexample's schedule came to, by the replies that were seen then. */
    public static <C, S, O extends Operation<O>, R> Timeline of(Counterexample<C, S, O, R> found) {
        return of(found.trial(), found.schedule(), found.replies(), found.violation());
    }

    /** What a schedule came to. */
    public static <C, S, O extends Operation<O>, R> Timeline of(
            Trial<C, S, O, R> trial, Schedule<C, O> schedule, Trial.Verdict<C, O, R> verdict) {
        Violation violation =
                verdict.violated().map(Trial.Verdict.Violated::violation).orElse(null);
        return of(trial, schedule, verdict.replies(), violation);
    }

    /** Runs a schedule and takes notes. */
    public static <C, S, O extends Operation<O>, R> Timeline of(Trial<C, S, O, R> trial, Schedule<C, O> schedule) {
        return of(trial, schedule, trial.judge(schedule));
    }

    private static <C, S, O extends Operation<O>, R> Timeline of(
            Trial<C, S, O, R> trial, Schedule<C, O> schedule, List<R> replies, @Nullable Violation violation) {
        Narration<C, S, O, R> narration = trial.component().narration();
        Spec<S, O, R> spec = trial.component().spec(schedule.config(), trial.contract());
        S state = spec.initial();
        List<Row> rows = new ArrayList<>();
        long start = schedule.operations().stream()
                .mapToLong(Operation::atNanos)
                .min()
                .orElse(0);
        Iterator<R> next = replies.iterator();
        boolean goesOn = true;
        for (O operation : schedule.operations()) {
            if (!goesOn || spec.refusal(state, operation).isPresent()) {
                continue;
            }
            R reply = next.hasNext() ? next.next() : null;
            goesOn = false;
            if (reply != null && spec.judge(state, operation, reply) instanceof Step.Accepted<S> accepted) {
                state = accepted.state();
                goesOn = true;
            }
            Violation broken = goesOn ? null : violation;
            rows.add(new Row(
                    Durations.text(operation.atNanos() - start),
                    narration.cells(operation, reply, state),
                    broken == null ? narration.note(state) : "expected: " + broken.expected(),
                    broken != null));
        }
        return new Timeline(narration.columns(), rows);
    }
}
