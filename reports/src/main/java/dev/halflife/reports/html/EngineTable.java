package dev.halflife.reports.html;

import dev.halflife.reports.text.ComponentRow;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.gate.RunRecord.RuleRecord;
import dev.halflife.sim.text.Quantity;
import java.util.List;

/** What each engine did: a table per component, which becomes a list of cards on a narrow screen. */
final class EngineTable implements Section {

    private static final String TITLE = "What was run";
    private static final List<String> NUMBERS =
            List.of("findings", "situations", "defects", "rules", "schedules", "replies", "virtual time", "time");

    @Override
    public String title(Page page) {
        return TITLE;
    }

    @Override
    public void draw(Markup html, Page page) {
        RunRecord run = page.run();
        html.heading(TITLE);
        if (run.engines().isEmpty()) {
            html.element("p", "Nothing was run.").raw("\n");
        }
        html.raw("<table>\n<thead><tr>");
        List.of("component", "strict", "published").forEach(title -> html.element("th", title));
        NUMBERS.forEach(title -> html.element("th class=\"number\"", title));
        html.raw("</tr></thead>\n<tbody>\n");
        ComponentRow.of(run).forEach(row -> summary(html, row, named(run, row.component())));
        html.raw("</tbody>\n</table>\n");
        for (ComponentRecord component : run.components()) {
            List<EngineRecord> engines = enginesOf(run, component);
            boolean red = engines.stream().anyMatch(engine -> !engine.asExpected());
            html.raw(red ? "<details open><summary>" : "<details><summary>")
                    .element("strong", component.name())
                    .text(": by contract and engine")
                    .raw("</summary>\n<table>\n<thead><tr>");
            List.of("subject, contract", "verdict", "engine").forEach(title -> html.element("th", title));
            List.of("schedules", "replies", "virtual time", "rules", "time")
                    .forEach(title -> html.element("th class=\"number\"", title));
            html.raw("</tr></thead>\n<tbody>\n");
            engines.forEach(engine -> row(html, engine));
            html.raw("</tbody>\n</table>\n</details>\n");
        }
    }

    private static List<EngineRecord> enginesOf(RunRecord run, ComponentRecord component) {
        return run.engines().stream()
                .filter(engine -> engine.component().equals(component.name()))
                .toList();
    }

    private static ComponentRecord named(RunRecord run, String component) {
        return run.components().stream()
                .filter(candidate -> candidate.name().equals(component))
                .findFirst()
                .orElseThrow();
    }

    /** All engines of a component in one line, as on the console. */
    private static void summary(Markup html, ComponentRow row, ComponentRecord component) {
        html.raw("<tr class=\"" + Markup.anchor(row.verdict()) + "\"><td class=\"who verdict\">")
                .element("strong", Verdict.sign(row.verdict()))
                .text(" " + row.component())
                .raw("</td>");
        html.element("td data-label=\"strict\"", row.strict());
        html.element("td data-label=\"published\"", row.published());
        long exercised =
                component.rules().stream().filter(RuleRecord::exercised).count();
        List<String> numbers = List.of(
                row.findings(),
                row.situations(),
                row.defects(),
                exercised + "/" + component.rules().size(),
                Quantity.compact(row.schedules()),
                Quantity.compact(row.steps()),
                Quantity.virtual(row.simulatedNanos()),
                Quantity.wall(row.wallMillis()));
        for (int i = 0; i < numbers.size(); i++) {
            number(html, NUMBERS.get(i), numbers.get(i));
        }
        html.raw("</tr>\n");
    }

    private static void row(Markup html, EngineRecord engine) {
        String standing = Verdicts.standing(engine);
        html.raw("<tr class=\"" + standing + "\">");
        html.raw("<td class=\"who\">")
                .text(engine.subject() + " under " + engine.contract())
                .raw("</td>");
        html.raw("<td class=\"verdict\">")
                .element("strong", Verdict.sign(standing) + " " + Verdicts.word(engine))
                .text(" " + Verdicts.findings(engine))
                .raw("</td>");
        html.raw("<td>")
                .text(engine.engine())
                .raw(" <small>")
                .text(engine.bound())
                .raw("</small></td>");
        number(html, "schedules", Quantity.exact(engine.schedules()));
        number(html, "replies", Quantity.exact(engine.steps()));
        number(html, "virtual time", Quantity.virtual(engine.simulatedNanos()));
        number(html, "rules exercised", Quantity.exact(engine.exercised().size()));
        number(html, "time", Quantity.wall(engine.wallMillis()));
        html.raw("</tr>\n");
    }

    private static void number(Markup html, String label, String value) {
        html.element("td class=\"number\" data-label=\"" + label + "\"", value);
    }
}
