package dev.halflife.reports.cli;

import dev.halflife.model.Operation;
import dev.halflife.sim.gate.RunRecord.TimelineRow;
import dev.halflife.sim.gate.ScheduleFile;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.CounterexampleText;
import dev.halflife.sim.text.TimelineText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs saved schedules again. */
@Command(
        description = {
            "Runs saved schedules again and prints their timelines.",
            "Verifies that each ends as it did when it was saved: the same rule broken by the same replies.",
            "Exit status 1 if a schedule breaks a rule or does not end as recorded."
        },
        footer = {
            "",
            "Example, with a file that explore or fuzz has saved:",
            "  java -jar reports/target/halflife.jar replay counterexamples/F2-published-heat-registry.json"
        })
final class ReplayCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "saved schedules; - is standard input")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            completionCandidates = Choice.SubjectNames.class,
            description = "another subject than the recorded one; exec:COMMAND runs a command")
    private @Nullable String subject;

    @Option(
            names = "--contract",
            paramLabel = "NAME",
            completionCandidates = Choice.ContractNames.class,
            description = "another contract than the recorded one")
    private @Nullable String contract;

    @Mixin
    private ReplyLimitOption replyLimit = new ReplyLimitOption();

    @Mixin
    private JsonOption json = new JsonOption();

    ReplayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        int worst = ExitCode.HOLDS;
        List<Replayed> results = new ArrayList<>();
        for (String file : files) {
            Source source = new Source(surroundings, file);
            try {
                ScheduleFile<?, ?, ?, ?> saved = SavedSchedule.read(source);
                String who = SavedSchedule.subject(source, saved, subject);
                try (NamedSubject named =
                        new NamedSubject(surroundings, who, replyLimit.limit(), surroundings.stop())) {
                    Replayed result = replay(source.name(), saved, named);
                    if (!json.json()) {
                        print(result, results.isEmpty());
                    }
                    results.add(result);
                    worst = ExitCode.worse(worst, named.ends(result.exitCode()));
                }
            } catch (MalformedInput e) {
                surroundings.err().println(e.getMessage());
                worst = ExitCode.worse(worst, ExitCode.USAGE);
            }
        }
        if (json.json() && !results.isEmpty()) {
            surroundings.out().println(Json.text(results));
        }
        return worst;
    }

    private <C, S, O extends Operation<O>, R> Replayed replay(
            String file, ScheduleFile<C, S, O, R> saved, NamedSubject named) {
        Trial<C, S, O, R> trial = saved.trial();
        return Replayed.of(
                file,
                named.trial(trial.component(), contract == null ? trial.contract() : Choice.contract(contract)),
                saved);
    }

    private void print(Replayed result, boolean first) {
        Terminal terminal = surroundings.terminal();
        List<TimelineRow> rows = result.timeline();
        surroundings
                .out()
                .println(
                        (first ? "" : "\n") + terminal.verdict(result.verdict()).apply(result.heading()));
        String rule = result.ruleText();
        if (rule != null) {
            Columns.wrap(rule, Columns.SCREEN).forEach(surroundings.out()::println);
        }
        if (rule != null) {
            surroundings
                    .out()
                    .print(CounterexampleText.failure(String.valueOf(result.rule()), String.valueOf(result.seen())));
        }
        surroundings.out().println(result.config());
        surroundings.out().println();
        surroundings.out().print(TimelineText.of(result.columns(), rows, terminal.red()));
        surroundings.out().println("\n" + result.comparison());
        surroundings.out().flush();
    }
}
