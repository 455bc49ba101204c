package dev.halflife.reports.cli;

import dev.halflife.model.Operation;
import dev.halflife.sim.file.WholeFile;
import dev.halflife.sim.gate.Records;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.ScheduleFile;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shrink.Shrinker;
import dev.halflife.sim.text.CounterexampleText;
import dev.halflife.sim.text.Quantity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
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
        try (NamedSubject named = new NamedSubject(surroundings, who, replyLimit.limit())) {
            CounterexampleRecord record = shrunk(source, saved, named);
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
                            + record.timeline().size());
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

    private static <C, S, O extends Operation<O>, R> CounterexampleRecord shrunk(
            Source source, ScheduleFile<C, S, O, R> saved, NamedSubject named) {
        Trial<C, S, O, R> trial =
                named.trial(saved.trial().component(), saved.trial().contract());
        Trial.Verdict<C, O> verdict = trial.judge(saved.schedule());
        if (verdict instanceof Trial.Verdict.Violated<C, O> violated) {
            ScheduleFile.Ending ending = saved.ending();
            Counterexample<C, S, O, R> found = new Counterexample<>(
                    trial,
                    violated.schedule(),
                    violated.violation(),
                    violated.digest(),
                    new Counterexample.Origin(ending.engine(), ending.seed(), ending.index()),
                    Math.max(ending.foundLength(), saved.schedule().operations().size()),
                    violated.trace());
            return Records.counterexample(Shrinker.shrink(found), 1);
        }
        throw new MalformedInput(source.name() + ": only a schedule that breaks a rule can be shrunk; this one "
                + (verdict instanceof Trial.Verdict.Undecided<C, O> undecided
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
