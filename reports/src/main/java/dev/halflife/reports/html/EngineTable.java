package dev.halflife.reports.html;

import dev.halflife.reports.text.Quantity;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.gate.RunRecord.RuleRecord;
import dev.halflife.sim.museum.DefectRecord;
import java.util.List;
import java.util.function.ToLongFunction;

/** What each engine did: a table per component, which becomes a list of cards on a narrow screen. */
final class EngineTable implements Section {

    private static final String TITLE = "What was run";
    private static final String[] TITLES = {
        "component",
        "verdict",
        "schedules",
        "replies",
        "virtual time",
        "rules tested",
        "situations",
        "defects caught",
        "time"
    };

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
        for (String title : TITLES) {
            html.element(title.matches("component|verdict") ? "th" : "th class=\"number\"", title);
        }
        html.raw("</tr></thead>\n<tbody>\n");
        run.components().forEach(component -> summary(html, component, enginesOf(run, component)));
        html.raw("</tbody>\n</table>\n");
        for (ComponentRecord component : run.components()) {
            List<EngineRecord> engines = enginesOf(run, component);
            boolean red = engines.stream().anyMatch(engine -> !engine.asExpected());
            html.raw(red ? "<details open><summary>" : "<details><summary>")
                    .element("strong", component.name())
                    .text(": by contract and engine")
                    .raw("</summary>\n<table>\n<thead><tr>");
            for (String title :
                    new String[] {"subject, contract", "verdict", "engine", "schedules", "replies", "rules", "time"}) {
                html.element(title.matches("schedules|replies|rules|time") ? "th class=\"number\"" : "th", title);
            }
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

    /** All engines of a component in one line. */
    private static void summary(Markup html, ComponentRecord component, List<EngineRecord> engines) {
        String verdict = RunRecord.verdict(engines);
        html.raw("<tr class=\"" + Markup.anchor(verdict) + "\">").element("td class=\"who\"", component.name());
        html.raw("<td class=\"verdict\">")
                .element("strong", Verdict.sign(verdict) + " " + verdict)
                .raw("</td>");
        number(html, TITLES[2], Quantity.compact(sum(engines, EngineRecord::schedules)));
        number(html, TITLES[3], Quantity.compact(sum(engines, EngineRecord::steps)));
        double nanos =
                engines.stream().mapToDouble(EngineRecord::simulatedNanos).sum();
        number(html, TITLES[4], nanos == 0 ? "-" : Quantity.virtual(nanos));
        long exercised =
                component.rules().stream().filter(RuleRecord::exercised).count();
        number(html, TITLES[5], exercised + " of " + component.rules().size());
        long situations = sum(engines, engine -> engine.situations().size());
        long unseen = sum(engines, engine -> engine.unseen().size());
        number(html, TITLES[6], situations == 0 ? "-" : situations - unseen + " of " + situations);
        long hunted = sum(
                engines,
                engine -> engine.defects().stream().filter(DefectRecord::hunted).count());
        long caught = sum(
                engines,
                engine -> engine.defects().stream()
                        .filter(DefectRecord::hunted)
                        .filter(DefectRecord::asExpected)
                        .count());
        number(html, TITLES[7], hunted == 0 ? "-" : caught + " of " + hunted);
        number(html, TITLES[8], Quantity.wall(sum(engines, EngineRecord::wallMillis)));
        html.raw("</tr>\n");
    }

    private static long sum(List<EngineRecord> engines, ToLongFunction<EngineRecord> count) {
        return engines.stream().mapToLong(count).sum();
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
