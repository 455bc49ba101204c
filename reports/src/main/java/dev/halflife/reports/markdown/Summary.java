package dev.halflife.reports.markdown;

import dev.halflife.reports.change.Change;
import dev.halflife.reports.change.Changes;
import dev.halflife.reports.text.Commands;
import dev.halflife.reports.text.ComponentRow;
import dev.halflife.reports.text.FileNames;
import dev.halflife.reports.text.Totals;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.text.CounterexampleText;
import dev.halflife.sim.text.Quantity;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The summary of a run: verdict, what is red with its counterexamples, what changed, a line per component. Drawn from records
 * alone. Never longer than {@link #MOST_BYTES}: counterexamples that do not fit are counted instead.
 */
public final class Summary {

    /** What a job's page takes is 1 MiB; it says nothing at all where there is more. */
    static final int MOST_BYTES = 1_000_000;

    /** Kept free of counterexamples, for the lines between them. */
    private static final int MARGIN_BYTES = 50_000;

    private static final int MOST_CHANGES = 100;

    private final RunRecord run;
    private final Commands commands;
    private final FileNames names;
    private final StringBuilder text = new StringBuilder();
    private int bytes;

    private Summary(RunRecord run, Commands commands) {
        this.run = run;
        this.commands = commands;
        this.names = new FileNames(run);
    }

    /** The document. */
    public static String of(RunRecord run, Changes changes, Commands commands) {
        Summary summary = new Summary(run, commands);
        summary.draw(changes);
        return summary.text.toString();
    }

    private void draw(Changes changes) {
        // What must be there is written first and counted; counterexamples get the room that is left.
        String head =
                "# " + Verdicts.sign(run.verdict()) + " halflife: " + Markdown.text(Verdicts.headline(run)) + "\n\n";
        String rest = components() + "\n" + facts() + "\n" + changed(changes);
        bytes = size(head) + size(rest);
        text.append(head);
        List<EngineRecord> red =
                run.engines().stream().filter(engine -> !engine.asExpected()).toList();
        for (EngineRecord engine : red) {
            add(Markdown.text(Verdicts.sentence(engine)) + "\n\n");
            if (engine.expected().equals("holds")) {
                counterexamples(engine);
            }
        }
        text.append(rest);
        List<EngineRecord> convictions = run.engines().stream()
                .filter(engine -> engine.expected().equals("violated")
                        && !engine.counterexamples().isEmpty())
                .toList();
        if (!convictions.isEmpty()) {
            add(
                    "\n## Findings shown\n\nWhere the published contract is unsafe, the published port must be convicted under the"
                            + " strict one.\n\n");
            convictions.forEach(this::counterexamples);
        }
    }

    private String components() {
        List<String> titles = List.of(
                "component",
                "strict",
                "published",
                "findings",
                "situations",
                "defects caught",
                "schedules",
                "steps",
                "simulated",
                "time");
        StringBuilder table = new StringBuilder();
        table.append(Markdown.row(titles)).append(Markdown.rule(titles.size(), 3));
        for (ComponentRow row : ComponentRow.of(run)) {
            table.append(Markdown.row(List.of(
                    Verdicts.sign(row.verdict()) + " " + Markdown.text(row.component()),
                    Markdown.text(row.strict()),
                    Markdown.text(row.published()),
                    row.findings(),
                    row.situations(),
                    row.defects(),
                    Quantity.compact(row.schedules()),
                    Quantity.compact(row.steps()),
                    Quantity.virtual(row.simulatedNanos()),
                    Quantity.wall(row.wallMillis()))));
        }
        return table.toString();
    }

    private String facts() {
        return Markdown.text(run.verdict() + " · " + Totals.of(run).line() + " · seed " + run.seed() + " · "
                        + Quantity.wall(run.wallMillis()) + " · digest " + run.digest())
                + "\n\nRun it again:\n\n" + Markdown.fenced(commands.again(run));
    }

    private static String changed(Changes changes) {
        StringBuilder list = new StringBuilder("## Since the last run\n\n");
        list.append(Markdown.text(changes.summary())).append("\n");
        list.append(changes.list().isEmpty() ? "" : "\n");
        changes.list().stream()
                .limit(MOST_CHANGES)
                .forEach(change -> list.append("- " + word(change) + Markdown.text(change.sentence()) + "\n"));
        int more = changes.list().size() - MOST_CHANGES;
        return list.append(more > 0 ? "- and " + more + " more\n" : "").toString();
    }

    private static String word(Change change) {
        return change.kind() == Change.Kind.OTHER ? "" : "**" + change.kind().word() + "** ";
    }

    private void counterexamples(EngineRecord engine) {
        int left = engine.counterexamples().size();
        if (left == 0) {
            return;
        }
        for (CounterexampleRecord found : Verdicts.ranked(engine)) {
            String replay = commands.replay("counterexamples/" + names.of(found), found.subject());
            String card = Markdown.folded(
                    CounterexampleText.heading(found) + " " + Verdicts.frequency(engine, found),
                    Markdown.fenced(CounterexampleText.of(found, engine.engine(), replay)));
            if (bytes + size(card) > MOST_BYTES - MARGIN_BYTES) {
                break;
            }
            add(card);
            left--;
        }
        if (left > 0) {
            add("and " + Quantity.of(left, "counterexample") + " more, in the report\n");
        }
        add("\n");
    }

    /** Adds this where there is room. */
    private void add(String more) {
        int size = size(more);
        if (bytes + size <= MOST_BYTES) {
            bytes += size;
            text.append(more);
        }
    }

    private static int size(String part) {
        return part.getBytes(StandardCharsets.UTF_8).length;
    }
}
