package dev.halflife.sim.run;

import dev.halflife.model.Operation;
import dev.halflife.model.Violation;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.component.Durations;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;

/**
 * A schedule as a person reads it: one line an operation, with what was replied and what a reader needs to know then.
 *
 * @param rows in order
 */
public record Timeline(List<Row> rows) {

    public Timeline {
        rows = List.copyOf(rows);
    }

    /**
     * One operation.
     *
     * @param time since the schedule began
     * @param operation verb and object
     * @param reply what the subject replied; empty where there is nothing to say
     * @param note the state afterwards, or what was expected instead; may be empty
     * @param broken whether this reply breaks a rule
     */
    public record Row(String time, String operation, String reply, String note, boolean broken) {}

    /** Runs the schedule once more and takes notes. */
    public static <C, S, O extends Operation<O>, R> Timeline of(Trial<C, S, O, R> trial, Schedule<C, O> schedule) {
        Narration<C, S, O, R> narration = trial.component().narration();
        List<Row> rows = new ArrayList<>();
        long start = schedule.operations().stream()
                .mapToLong(Operation::atNanos)
                .min()
                .orElse(0);
        try (Run<C, S, O, R> run = trial.start(schedule.config(), new Digest())) {
            for (O operation : schedule.operations()) {
                if (!run.accepts(operation)) {
                    continue;
                }
                boolean goesOn = run.apply(operation);
                R reply = run.reply();
                Violation violation = run.violation();
                boolean silent = violation != null && violation.rule() instanceof SubjectRule;
                String said = silent || reply == null ? "no reply" : narration.reply(operation, reply);
                String note = violation == null ? narration.note(run.state()) : "expected: " + violation.expected();
                rows.add(new Row(
                        Durations.text(operation.atNanos() - start),
                        narration.operation(operation),
                        said,
                        note,
                        violation != null));
                if (!goesOn) {
                    break;
                }
            }
        }
        return new Timeline(rows);
    }
}
