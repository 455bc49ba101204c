package dev.halflife.reports.html;

import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.RuleRecord;
import java.util.List;

/** The rules of each component, and which of them this run put to the test. */
final class RuleLists implements Section {

    private static final String TITLE = "Rules";

    @Override
    public String title(Page page) {
        return TITLE;
    }

    @Override
    public void draw(Markup html, Page page) {
        RunRecord run = page.run();
        html.heading(TITLE);
        run.components().forEach(component -> draw(html, component));
    }

    private static void draw(Markup html, ComponentRecord component) {
        List<String> idle = component.rules().stream()
                .filter(rule -> !rule.exercised())
                .map(RuleRecord::id)
                .toList();
        int all = component.rules().size();
        html.element("h3", component.name()).raw("\n");
        html.element(
                        "p",
                        idle.isEmpty()
                                ? "All " + all + " rules were put to the test."
                                : (all - idle.size()) + " of " + all + " rules were put to the test; not "
                                        + String.join(", ", idle) + ".")
                .raw("\n");
        List<String> untested = component.rules().stream()
                .filter(rule -> !rule.broken())
                .map(RuleRecord::id)
                .toList();
        html.element(
                        "p",
                        untested.isEmpty()
                                ? "A defect of the museum breaks each of them."
                                : "No defect of the museum breaks " + String.join(", ", untested)
                                        + ": nothing shows that they convict.")
                .raw("\n<details><summary>the rules</summary>\n<ul class=\"rules\">\n");
        for (RuleRecord rule : component.rules()) {
            html.raw(rule.exercised() ? "<li>" : "<li class=\"idle\">")
                    .element("span class=\"id\"", rule.id())
                    .element("span", rule.text() + (rule.exercised() ? "" : " (not put to the test)"))
                    .raw("</li>\n");
        }
        html.raw("</ul>\n</details>\n");
    }
}
