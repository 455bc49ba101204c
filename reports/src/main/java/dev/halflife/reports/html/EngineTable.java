package dev.halflife.reports.html;

import dev.halflife.reports.text.Quantity;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;

/** What each engine did: a table per component, which becomes a list of cards on a narrow screen. */
final class EngineTable implements Section {

    private static final String TITLE = "What was run";

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
        for (ComponentRecord component : run.components()) {
            html.element("h3", component.name()).raw("\n<table>\n<thead><tr>");
            for (String title :
                    new String[] {"subject, contract", "verdict", "engine", "schedules", "replies", "rules", "time"}) {
                html.element(title.matches("schedules|replies|rules|time") ? "th class=\"number\"" : "th", title);
            }
            html.raw("</tr></thead>\n<tbody>\n");
            run.engines().stream()
                    .filter(engine -> engine.component().equals(component.name()))
                    .forEach(engine -> row(html, engine));
            html.raw("</tbody>\n</table>\n");
        }
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
        number(html, "rules exercised", Quantity.exact(engine.exercised().size()));
        number(html, "time", Quantity.wall(engine.wallMillis()));
        html.raw("</tr>\n");
    }

    private static void number(Markup html, String label, String value) {
        html.element("td class=\"number\" data-label=\"" + label + "\"", value);
    }
}
