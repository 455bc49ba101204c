package dev.halflife.reports.html;

import dev.halflife.reports.text.CounterexampleText;
import dev.halflife.reports.text.FileNames;
import dev.halflife.reports.text.Quantity;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.gate.RunRecord.TimelineRow;
import dev.halflife.sim.subject.SubjectRule;
import java.util.List;

/** Counterexamples as timelines: those that make the run red, and those that show a finding as they should. */
final class CounterexampleCards {

    private final Markup html;
    private final RunRecord run;
    private final FileNames names;
    private final Commands commands;

    CounterexampleCards(Markup html, RunRecord run, Commands commands) {
        this.html = html;
        this.run = run;
        this.names = new FileNames(run);
        this.commands = commands;
    }

    /** What makes the run red; nothing at all where nothing does. */
    void unexpected() {
        List<EngineRecord> red =
                run.engines().stream().filter(engine -> !engine.asExpected()).toList();
        if (red.isEmpty()) {
            return;
        }
        html.element("h2", "Not as it should be").raw("\n");
        for (EngineRecord engine : red) {
            html.element("p", sentence(engine)).raw("\n");
            if (engine.expected().equals("holds")) {
                Verdicts.inOrder(engine).forEach(found -> card(engine, found));
            }
        }
    }

    private static String sentence(EngineRecord engine) {
        if (!engine.defects().isEmpty()) {
            return engine.component() + ": of the defects of the museum, " + Verdicts.findings(engine) + ".";
        }
        String who = engine.component() + ": the " + engine.subject() + " subject under contract " + engine.contract()
                + " (" + engine.engine() + ", " + engine.bound() + ")";
        if (!engine.missing().isEmpty()) {
            return who + " was to be convicted of " + String.join(", ", engine.missing()) + " and was not.";
        }
        if (engine.verdict().equals("holds")) {
            return who + " holds, but this run did not meet all that it was to meet.";
        }
        if (engine.counterexamples().isEmpty()) {
            return who + " is undecided"
                    + (engine.undecided() == 0
                            ? "."
                            : ": " + Quantity.of(engine.undecided(), "schedule") + " could not be judged to the end.");
        }
        return who + " breaks " + Quantity.of(engine.counterexamples().size(), "rule") + ".";
    }

    /** What the published contract leaves unsafe, each shown by the smallest schedule found. */
    void findings() {
        List<EngineRecord> convictions = run.engines().stream()
                .filter(engine ->
                        engine.expected().equals("violated") && engine.defects().isEmpty())
                .toList();
        if (convictions.isEmpty()) {
            return;
        }
        html.element("h2", "Findings shown").raw("\n");
        html.element(
                        "p",
                        "Where the published contract is unsafe, the strict one must convict the published subject; each"
                                + " schedule is the smallest found. A judge that never convicts would be no evidence.")
                .raw("\n");
        for (EngineRecord engine : convictions) {
            html.element("h3", engine.component()).raw("\n");
            if (engine.counterexamples().isEmpty()) {
                html.element("p", "None was shown.").raw("\n");
            }
            Verdicts.inOrder(engine).forEach(found -> card(engine, found));
        }
    }

    private void card(EngineRecord engine, CounterexampleRecord found) {
        String file = "counterexamples/" + names.of(found);
        html.raw("<article>\n");
        html.raw("<h4>")
                .element("span class=\"id\"", found.rule())
                .text(" " + found.ruleText())
                .raw("</h4>\n");
        html.element(
                        "p class=\"who\"",
                        (SubjectRule.named(found.rule()).isPresent() ? "failed: " : "violated by ") + found.subject()
                                + " (" + found.component() + ", contract " + found.contract() + ") · " + found.config())
                .raw("\n<ol class=\"timeline cells" + found.columns().size() + "\">\n");
        if (found.columns().size() > 2) {
            titles(found.columns());
        }
        found.timeline().forEach(row -> row(row));
        html.raw("</ol>\n");
        html.raw("<p class=\"seen\">")
                .raw("expected ")
                .element("strong", found.expected())
                .raw(", seen ")
                .element("strong", found.seen())
                .raw("</p>\n");
        html.element(
                        "p class=\"origin\"",
                        CounterexampleText.origin(found, engine.engine()) + " · broken by "
                                + Quantity.exact(found.schedulesBroken()) + " of "
                                + Quantity.of(engine.schedules(), "schedule"))
                .raw("\n<details><summary>replay</summary>\n<p>The schedule, saved beside this page as ")
                .link(file, file)
                .raw(":</p>\n")
                .element("pre", found.document())
                .element("pre", commands.replay(file, found.subject()))
                .raw("</details>\n</article>\n");
    }

    private void titles(List<String> columns) {
        html.raw("<li class=\"titles\"><span></span>");
        columns.forEach(title -> html.element("span", title));
        html.raw("</li>\n");
    }

    private void row(TimelineRow row) {
        html.raw(row.broken() ? "<li class=\"broken\">" : "<li>");
        html.element("span class=\"time\"", row.time());
        for (String cell : row.cells()) {
            html.element("span class=\"cell\"", cell);
        }
        html.element("span class=\"note\"", row.note());
        html.raw("</li>\n");
    }
}
