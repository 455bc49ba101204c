package dev.halflife.reports.html;

import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.gate.RunRecord.SituationRecord;
import dev.halflife.sim.text.Quantity;
import java.util.List;

/** What campaigns had to meet, how often they did, and where first. */
final class SituationTable implements Section {

    private static final String TITLE = "Situations met";

    @Override
    public String title(Page page) {
        return page.run().engines().stream()
                        .allMatch(engine -> engine.situations().isEmpty())
                ? ""
                : TITLE;
    }

    @Override
    public void draw(Markup html, Page page) {
        RunRecord run = page.run();
        List<EngineRecord> asked = run.engines().stream()
                .filter(engine -> !engine.situations().isEmpty())
                .toList();
        html.heading(TITLE);
        html.element(
                        "p",
                        "A campaign that holds proves something only if it came through these; one that was never met makes"
                                + " the run red.")
                .raw("\n");
        for (EngineRecord engine : asked) {
            html.raw(engine.unseen().isEmpty() ? "<details>" : "<details open>")
                    .raw("<summary>")
                    .element("strong", engine.component())
                    .text(": " + Verdicts.findings(engine))
                    .raw("</summary>\n<table>\n<thead><tr>");
            html.element("th", "situation");
            html.element("th class=\"number\"", "schedules");
            html.element("th class=\"number\"", "first").raw("</tr></thead>\n<tbody>\n");
            engine.situations().forEach(situation -> row(html, engine, situation));
            html.raw("</tbody>\n</table>\n</details>\n");
        }
    }

    private static void row(Markup html, EngineRecord engine, SituationRecord situation) {
        boolean met = situation.schedules() > 0;
        html.raw(met ? "<tr>" : "<tr class=\"violated\">");
        html.element("td", situation.text());
        String share = Quantity.exact(situation.schedules()) + " of " + Quantity.exact(engine.schedules());
        html.element("td class=\"number\" data-label=\"schedules\"", share);
        html.element("td class=\"number\" data-label=\"first\"", met ? "#" + situation.first() : "never");
        html.raw("</tr>\n");
    }
}
