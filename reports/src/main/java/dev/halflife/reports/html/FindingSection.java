package dev.halflife.reports.html;

import dev.halflife.model.Finding;
import dev.halflife.reports.text.FindingText;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * What the published contract leaves unsafe: each finding with what is wrong, why it matters, and the smallest schedule
 * that shows it, at the published subject and at the reference.
 */
final class FindingSection implements Section {

    private static final String TITLE = "Findings";

    /** A counterexample and who found it. */
    private record Shown(EngineRecord engine, CounterexampleRecord found) {}

    @Override
    public String title(Page page) {
        return convictions(page).isEmpty() ? "" : TITLE;
    }

    private static List<EngineRecord> convictions(Page page) {
        return page.run().engines().stream()
                .filter(engine ->
                        engine.expected().equals("violated") && engine.defects().isEmpty())
                .toList();
    }

    @Override
    public void draw(Markup html, Page page) {
        CounterexampleCards cards = new CounterexampleCards(html, page);
        List<Shown> left = new ArrayList<>();
        for (EngineRecord engine : convictions(page)) {
            Verdicts.inOrder(engine).forEach(found -> left.add(new Shown(engine, found)));
        }
        html.heading(TITLE);
        html.element(
                        "p",
                        "Where the published contract is unsafe the strict one must convict the published subject; a judge that"
                                + " never convicts would be no evidence. Each schedule is the smallest found. Below it, what the"
                                + " reference does with the same schedule.")
                .raw("\n");
        if (left.isEmpty()) {
            html.element("p class=\"empty\"", "None was shown in this run.").raw("\n");
        }
        for (Finding finding : Finding.values()) {
            List<Shown> its = left.stream()
                    .filter(shown -> shown.found().rule().equals(finding.name()))
                    .toList();
            if (!its.isEmpty()) {
                html.raw("<section class=\"finding\">\n<h3>")
                        .element("span class=\"id\"", finding.name())
                        .text(" " + finding.title())
                        .raw("</h3>\n");
                html.element("p", FindingText.whyItMatters(finding)).raw("\n");
                html.element("p class=\"asked\"", "Strict: " + finding.strictText() + ".")
                        .raw("\n");
                cards.compared(its.get(0).engine(), its.get(0).found());
                folded(html, cards, its.subList(1, its.size()), "also shown by ");
                html.raw("</section>\n");
                left.removeAll(its);
            }
        }
        if (!left.isEmpty()) {
            html.element("h3", "Other rules that the same defects break").raw("\n");
            folded(html, cards, left, "");
        }
    }

    private static void folded(Markup html, CounterexampleCards cards, List<Shown> more, String lead) {
        for (Shown shown : more) {
            html.raw("<details><summary>")
                    .text(lead.isEmpty() ? shown.found().rule() + " by " : lead)
                    .text(shown.found().component())
                    .raw("</summary>\n");
            cards.compared(shown.engine(), shown.found());
            html.raw("</details>\n");
        }
    }
}
