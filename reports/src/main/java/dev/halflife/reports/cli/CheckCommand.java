package dev.halflife.reports.cli;

import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.text.Quantity;
import dev.halflife.sim.trace.TraceChecker;
import dev.halflife.sim.trace.TraceResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges recorded traces. */
@Command(
        description = {
            "Judges recorded traces: JSON Lines, plain or gzipped, whoever recorded them in whatever language.",
            "All files are checked. Exit status: 2 if one is not a trace, else 1 if one breaks a rule, else 3 if one is"
                    + " undecided, else 0."
        },
        footer = {"", "Example:", "  java -jar reports/target/halflife.jar check recordings/*.jsonl more.jsonl.gz"})
final class CheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "TRACE", arity = "1..*", description = "traces; - is standard input")
    private List<String> traces = new ArrayList<>();

    @Option(
            names = "--contract",
            paramLabel = "NAME",
            defaultValue = "published",
            completionCandidates = Choice.ContractNames.class,
            description = "for traces whose header names none: published, strict (default: published)")
    private String contract = "published";

    @Mixin
    private JsonOption json = new JsonOption();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TraceChecker checker = new TraceChecker(Choice.contract(contract));
        int worst = ExitCode.HOLDS;
        List<Checked> results = new ArrayList<>();
        for (String trace : traces) {
            Checked result = Checked.of(check(checker, new Source(surroundings, trace)));
            if (json.json()) {
                results.add(result);
            } else {
                print(result);
            }
            worst = ExitCode.worse(worst, result.exitCode());
        }
        if (json.json()) {
            surroundings.out().println(Json.text(results));
        }
        return worst;
    }

    private static TraceResult check(TraceChecker checker, Source source) {
        try (InputStream in = source.open()) {
            return checker.check(source.name(), in);
        } catch (MalformedInput e) {
            return new TraceResult.Malformed(source.name(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new TraceResult.Malformed(
                    source.name(), String.valueOf(source.unreadable(e).getMessage()));
        }
    }

    private void print(Checked result) {
        switch (result.verdict()) {
            case "holds" ->
                surroundings
                        .out()
                        .println(surroundings.terminal().green().apply("ok") + "  " + result.source() + ": "
                                + Quantity.of(result.steps(), "step") + ", contract " + result.contract() + ", "
                                + exercised(result.exercised())
                                + (result.message().isEmpty() ? "" : "\n    " + result.message()));
            case "malformed" -> surroundings.err().println(result.message());
            default ->
                surroundings
                        .out()
                        .println(surroundings
                                .terminal()
                                .verdict(result.verdict())
                                .apply(result.message()));
        }
        surroundings.out().flush();
        surroundings.err().flush();
    }

    private static String exercised(List<String> rules) {
        return rules.isEmpty()
                ? "no rule exercised"
                : Quantity.of(rules.size(), "rule") + " exercised: " + String.join(" ", rules);
    }
}
