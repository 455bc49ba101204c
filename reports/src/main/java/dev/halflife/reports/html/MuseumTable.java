package dev.halflife.reports.html;

import dev.halflife.model.NumberText;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.museum.DefectRecord;
import dev.halflife.sim.museum.Spread;
import dev.halflife.sim.text.Quantity;
import java.util.Locale;

/** The museum: every defect, the rule that convicts it, and how long that took; what was missed leads. */
final class MuseumTable implements Section {

    private static final String TITLE = "Museum of defects";

    private static final String[] TITLES = {
        "defect", "rule", "verdict", "caught", "reached, wrong, named", "schedules", "ms", "steps"
    };

    @Override
    public String title(Page page) {
        return page.run().engines().stream().allMatch(engine -> engine.defects().isEmpty()) ? "" : TITLE;
    }

    @Override
    public void draw(Markup html, Page page) {
        RunRecord run = page.run();
        html.heading(TITLE);
        new ChapterSection(TITLE).body(html, page);
        html.element(
                        "p",
                        "What became of each: in how many schedules its faulty line ran (reached), a reply differed from its"
                                + " correct twin's (wrong), and a judge said so (named); schedules and milliseconds per hunt,"
                                + " median and 95th percentile; steps of the shrunk counterexample. What was missed leads.")
                .raw("\n");
        run.engines().stream().filter(engine -> !engine.defects().isEmpty()).forEach(engine -> draw(html, engine));
    }

    private static void draw(Markup html, EngineRecord engine) {
        boolean missed = engine.defects().stream().anyMatch(defect -> !defect.asExpected());
        html.raw(missed ? "<details open>" : "<details>")
                .raw("<summary>")
                .element("strong", engine.component())
                .text(": " + Verdicts.findings(engine))
                .raw("</summary>\n<table>\n<thead><tr>");
        for (int i = 0; i < TITLES.length; i++) {
            html.element(i > 2 ? "th class=\"number\"" : "th", TITLES[i]);
        }
        html.raw("</tr></thead>\n<tbody>\n");
        engine.defects().stream().filter(defect -> !defect.asExpected()).forEach(defect -> row(html, defect));
        engine.defects().stream().filter(DefectRecord::asExpected).forEach(defect -> row(html, defect));
        html.raw("</tbody>\n</table>\n</details>\n");
    }

    private static void row(Markup html, DefectRecord defect) {
        String standing = defect.asExpected() ? "holds" : "violated";
        html.raw("<tr class=\"" + standing + "\">");
        html.raw("<td>")
                .element("strong", defect.id())
                .raw(" <small class=\"sentence\">")
                .text(defect.sentence() + " (" + defect.origin() + ")")
                .raw("</small></td>");
        html.element("td", defect.rule());
        html.raw("<td class=\"verdict\">")
                .element("strong", Verdict.sign(standing) + " " + defect.verdict())
                .raw("</td>");
        number(html, "caught", defect.caught() + " of " + defect.seeds());
        number(
                html,
                "reached, wrong, named",
                Quantity.compact(defect.reached()) + ", " + Quantity.compact(defect.triggered()) + ", "
                        + Quantity.compact(defect.detected()));
        number(html, "schedules", spread("%,.0f", defect.schedulesToCatch()));
        number(html, "ms", spread("%,.1f", defect.millisToCatch()));
        number(
                html,
                "steps",
                String.format(
                        Locale.ROOT, "%.0f", NumberText.decimal(defect.steps().median())));
        html.raw("</tr>\n");
    }

    private static String spread(String form, Spread spread) {
        return String.format(
                Locale.ROOT, form + ", " + form, NumberText.decimal(spread.median()), NumberText.decimal(spread.p95()));
    }

    private static void number(Markup html, String label, String value) {
        html.element("td class=\"number\" data-label=\"" + label + "\"", value);
    }
}
