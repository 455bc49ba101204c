package dev.halflife.sim.run;

import dev.halflife.model.Operation;
import dev.halflife.model.Violation;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.component.Durations;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.json.Printable;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Misforeseen;
import dev.halflife.sim.subject.SubjectRule;
import java.util.ArrayList;
import java.util.List;

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

    /** Runs the schedule once more and takes notes. */
    public static <C, S, O extends Operation<O>, R> Timeline of(Trial<C, S, O, R> trial, Schedule<C, O> schedule) {
        return Misforeseen.retried(ahead -> of(trial, schedule, ahead));
    }

    private static <C, S, O extends Operation<O>, R> Timeline of(
            Trial<C, S, O, R> trial, Schedule<C, O> schedule, boolean ahead) {
        Narration<C, S, O, R> narration = trial.component().narration();
        List<Row> rows = new ArrayList<>();
        long start = schedule.operations().stream()
                .mapToLong(Operation::atNanos)
                .min()
                .orElse(0);
        try (Run<C, S, O, R> run = trial.start(schedule.config(), new Digest(), ahead)) {
            run.foresee(schedule.operations());
            for (O operation : schedule.operations()) {
                if (!run.accepts(operation)) {
                    continue;
                }
                boolean goesOn = run.apply(operation);
                R reply = run.reply();
                Violation violation = run.violation();
                boolean silent = violation != null && violation.rule() instanceof SubjectRule;
                String note = violation == null ? narration.note(run.state()) : "expected: " + violation.expected();
                rows.add(new Row(
                        Durations.text(operation.atNanos() - start),
                        narration.cells(operation, silent ? null : reply, run.state()),
                        note,
                        violation != null));
                if (!goesOn) {
                    break;
                }
            }
        }
        return new Timeline(narration.columns(), rows);
    }
}
