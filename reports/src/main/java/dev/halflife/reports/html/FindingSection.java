package dev.halflife.reports.html;

import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import java.util.List;

/** What the published contract leaves unsafe, each shown by the smallest schedule found. */
final class FindingSection implements Section {

    private static final String TITLE = "Findings shown";

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
        html.heading(TITLE);
        html.element(
                        "p",
                        "Where the published contract is unsafe, the strict one must convict the published subject; each"
                                + " schedule is the smallest found. A judge that never convicts would be no evidence.")
                .raw("\n");
        for (EngineRecord engine : convictions(page)) {
            html.element("h3", engine.component()).raw("\n");
            if (engine.counterexamples().isEmpty()) {
                html.element("p", "None was shown.").raw("\n");
            }
            Verdicts.inOrder(engine).forEach(found -> cards.card(engine, found));
        }
    }
}
