package dev.halflife.reports.cli;

import dev.halflife.model.Operation;
import dev.halflife.sim.file.WholeFile;
import dev.halflife.sim.gate.Records;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.ScheduleFile;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Detection;
import dev.halflife.sim.run.Subjects;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shrink.Shrinking;
import dev.halflife.sim.text.CounterexampleText;
import dev.halflife.sim.text.Quantity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a failing schedule smaller. */
@Command(
        description = {
            "Makes a failing schedule as small as possible.",
            "What is left breaks the same rule. It is printed as a document that replay reads, or written to --out.",
            "Exit status 0 once that is done."
        },
        footer = {"", "Example:", "  java -jar reports/target/halflife.jar shrink long.json --out short.json"})
final class ShrinkCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", arity = "1", description = "a saved schedule; - is standard input")
    private String file = "";

    @Option(names = "--out", paramLabel = "FILE", description = "a new file to write the smaller schedule to")
    private @Nullable String out;

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            completionCandidates = Choice.SubjectNames.class,
            description = "another subject than the recorded one; exec:COMMAND runs a command")
    private @Nullable String subject;

    @Mixin
    private ReplyLimitOption replyLimit = new ReplyLimitOption();

    @Mixin
    private ShrinkOption shrink = new ShrinkOption();

    @Mixin
    private JsonOption json = new JsonOption();

    ShrinkCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (out != null) {
            MergeCommand.file(out);
        }
        Source source = new Source(surroundings, file);
        ScheduleFile<?, ?, ?, ?> saved = SavedSchedule.read(source);
        String who = SavedSchedule.subject(source, saved, subject);
        surroundings.interrupt().heed();
        try (NamedSubject named = new NamedSubject(surroundings, who, replyLimit.limit(), surroundings.stop())) {
            CounterexampleRecord record = shrunk(source, saved, named, Subjects.isForeign(who));
            if (record == null) {
                surroundings.err().println("stopped before the schedule was run");
                return ExitCode.UNDECIDED;
            }
            tell(record, saved.ending().engine());
            return named.ends(ExitCode.HOLDS);
        }
    }

    private void tell(CounterexampleRecord record, String engine) {
        if (out != null) {
            write(out, record.document());
        }
        if (json.json()) {
            surroundings.out().println(Json.text(record));
        } else if (out == null) {
            surroundings.out().print(record.document());
            surroundings
                    .err()
                    .println("shrunk from " + Quantity.of(record.foundLength(), "operation") + " to "
                            + record.timeline().size() + (record.cut() ? ", cut short" : ""));
        } else {
            surroundings
                    .out()
                    .print(CounterexampleText.of(
                            record,
                            engine,
                            surroundings.places().replay(LocalPath.of(out), record.subject()),
                            surroundings.terminal().red()));
        }
    }

    /** The smaller one; null where somebody asked to stop before it was known that it breaks a rule. */
    private <C, S, O extends Operation<O>, R> @Nullable CounterexampleRecord shrunk(
            Source source, ScheduleFile<C, S, O, R> saved, NamedSubject named, boolean foreign) {
        Trial<C, S, O, R> trial =
                named.trial(saved.trial().component(), saved.trial().contract());
        Trial.Verdict<C, O, R> verdict = trial.judge(saved.schedule());
        if (verdict instanceof Trial.Verdict.Violated<C, O, R> violated) {
            ScheduleFile.Ending ending = saved.ending();
            Counterexample<C, S, O, R> found = Counterexample.found(
                    trial,
                    violated,
                    new Counterexample.Origin(ending.engine(), ending.seed(), ending.index()),
                    Math.max(ending.foundLength(), saved.schedule().operations().size()));
            Shrinking shrinking = new Shrinking(surroundings.nanos(), () -> shrink.nanos(foreign), surroundings.stop());
            try (Meter meter = new Meter(surroundings, "  " + trial.component().name(), json.json() || out == null)) {
                Tally.Broken<C, S, O, R> one = new Tally.Broken<>(found, Detection.after(found.foundLength()));
                return Records.counterexample(
                        shrinking
                                .shrink(List.of(one), named.hunting(), meter)
                                .get(0)
                                .first(),
                        1);
            }
        }
        if (surroundings.interrupt().requested()) {
            return null;
        }
        throw new MalformedInput(source.name() + ": only a schedule that breaks a rule can be shrunk; this one "
                + (verdict instanceof Trial.Verdict.Undecided<C, O, R> undecided
                        ? "is undecided: " + undecided.why()
                        : "holds under contract " + saved.trial().contract()));
    }

    private static void write(String name, String document) {
        try {
            WholeFile.create(MergeCommand.file(name), document.getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw new MalformedInput("--out must be a new file: " + name + " exists");
        } catch (IOException e) {
            throw new MalformedInput("--out " + name + " cannot be written: " + Source.reason(e));
        }
    }
}
