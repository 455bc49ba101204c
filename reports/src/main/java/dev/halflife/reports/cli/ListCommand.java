package dev.halflife.reports.cli;

import dev.halflife.sim.component.Component;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.Quantity;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What there is. */
@Command(
        description = {
            "Lists the components with their subjects, contracts, rules, findings, situations and defects.",
            "With --corpus lists the failures kept there instead: what is broken, when and by what it was found."
        },
        footer = {"", "Example:", "  java -jar reports/target/halflife.jar list --component blob-heat-registry"})
final class ListCommand implements Callable<Integer> {

    private static final int INDENT = 14;

    private final Surroundings surroundings;

    @Mixin
    private ComponentOption component = new ComponentOption();

    @Option(names = "--corpus", paramLabel = "DIR", description = "list the failures kept in this directory")
    private @Nullable String corpus;

    @Mixin
    private JsonOption json = new JsonOption();

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (corpus != null) {
            listCorpus(KeptFailure.in(corpus));
            return ExitCode.HOLDS;
        }
        List<Component<?, ?, ?, ?>> components = component.components();
        if (json.json()) {
            surroundings
                    .out()
                    .println(Json.text(components.stream().map(Described::of).toList()));
            return ExitCode.HOLDS;
        }
        List<Described.Sentence> known = List.of();
        for (Component<?, ?, ?, ?> each : components) {
            // To describe the first takes every museum, to tell what no defect tests.
            surroundings.out().print(known.isEmpty() ? "" : "\n");
            surroundings.out().println(surroundings.terminal().bold().apply(each.name()));
            surroundings.out().flush();
            Described described = Described.of(each);
            print(described, known);
            known = described.rules();
        }
        return ExitCode.HOLDS;
    }

    private void listCorpus(List<KeptFailure> failures) {
        if (json.json()) {
            surroundings.out().println(Json.text(failures));
        } else {
            failures.forEach(failure -> surroundings.out().println(failure.text()));
            surroundings.out().println(Quantity.of(failures.size(), "failure"));
        }
    }

    /** {@code known} are the rules listed just before: a world adds to those of its component. */
    private void print(Described described, List<Described.Sentence> known) {
        PrintWriter out = surroundings.out();
        out.println("  subjects    " + String.join(", ", described.subjects()));
        out.println("  contracts   " + String.join(", ", described.contracts()));
        boolean more = !known.isEmpty() && described.rules().size() > known.size();
        out.println(more ? "  rules, besides those above" : "  rules");
        described.rules().stream()
                .filter(rule -> !more || !known.contains(rule))
                .forEach(rule -> entry(rule.id(), rule.text(), INDENT));
        out.println("  findings, and what the contracts choose");
        for (Described.Choices finding : described.findings()) {
            entry(
                    finding.id(),
                    finding.title() + " · " + finding.choice() + ": published " + finding.published() + ", strict "
                            + finding.strict(),
                    INDENT);
        }
        if (!described.situations().isEmpty()) {
            out.println("  situations that a campaign must have met");
            entries(described.situations());
        }
        if (!described.defects().isEmpty()) {
            out.println("  defects that must be caught, each a subject named defect:ID");
            described
                    .defects()
                    .forEach(defect -> entry(
                            defect.rule(), defect.id() + ", " + defect.origin() + ": " + defect.sentence(), INDENT));
        }
        if (!described.untested().isEmpty()) {
            out.println("  rules that no defect breaks, untested: " + String.join(", ", described.untested()));
        }
    }

    /** Long ids, a column for them. */
    private void entries(List<Described.Sentence> sentences) {
        int widest = sentences.stream()
                .mapToInt(sentence -> sentence.id().length())
                .max()
                .orElse(0);
        sentences.forEach(sentence -> entry(sentence.id(), sentence.text(), Math.max(INDENT, widest + 6)));
    }

    private void entry(String id, String text, int indent) {
        String label = Columns.left("    " + id, indent);
        for (String line : Columns.wrap(text, Columns.SCREEN - indent)) {
            surroundings.out().println(label + line);
            label = " ".repeat(indent);
        }
    }
}
