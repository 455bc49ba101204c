package dev.halflife.reports.html;

import dev.halflife.reports.text.Commands;
import dev.halflife.reports.text.FileNames;
import dev.halflife.reports.text.Twin;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.gate.RunRecord.TimelineRow;
import dev.halflife.sim.subject.SubjectRule;
import dev.halflife.sim.text.CounterexampleText;
import java.util.List;
import java.util.Optional;

/** Counterexamples as timelines. */
final class CounterexampleCards {

    private final Markup html;
    private final FileNames names;
    private final Commands commands;

    CounterexampleCards(Markup html, Page page) {
        this.html = html;
        this.names = new FileNames(page.run());
        this.commands = page.commands();
    }

    /** What a subject did wrong. */
    void card(EngineRecord engine, CounterexampleRecord found) {
        card(engine, found, Optional.empty());
    }

    /** What a subject did wrong, and what the reference does with the same schedule. */
    void compared(EngineRecord engine, CounterexampleRecord found) {
        card(engine, found, Twin.of(found.document()));
    }

    private void card(EngineRecord engine, CounterexampleRecord found, Optional<List<TimelineRow>> twin) {
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
                .raw("\n");
        timeline(found.columns(), found.timeline());
        html.raw("<p class=\"seen\">")
                .raw("expected ")
                .element("strong", found.expected())
                .raw(", seen ")
                .element("strong", found.seen())
                .raw("</p>\n");
        twin.ifPresent(rows -> {
            html.element("p class=\"who twin\"", "the reference, the same schedule")
                    .raw("\n");
            timeline(found.columns(), rows);
        });
        html.element(
                        "p class=\"origin\"",
                        CounterexampleText.origin(found, engine.engine()) + " · broken "
                                + Verdicts.frequency(engine, found))
                .raw("\n<details><summary>replay</summary>\n<p>The schedule, saved beside this page as ")
                .link(file, file)
                .raw(":</p>\n")
                .element("pre", found.document())
                .element("pre", commands.replay(file, found.subject()))
                .raw("</details>\n</article>\n");
    }

    private void timeline(List<String> columns, List<TimelineRow> rows) {
        html.raw("<ol class=\"timeline cells" + columns.size() + "\">\n");
        if (columns.size() > 2) {
            titles(columns);
        }
        rows.forEach(this::row);
        html.raw("</ol>\n");
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
