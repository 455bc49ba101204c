package dev.halflife.reports.html;

import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import java.util.List;

/** What makes a run red; it comes first. */
final class RedSection implements Section {

    private static final String TITLE = "Not as it should be";

    @Override
    public String title(Page page) {
        return red(page).isEmpty() ? "" : TITLE;
    }

    private static List<EngineRecord> red(Page page) {
        return page.run().engines().stream()
                .filter(engine -> !engine.asExpected())
                .toList();
    }

    @Override
    public void draw(Markup html, Page page) {
        CounterexampleCards cards = new CounterexampleCards(html, page);
        html.heading(TITLE);
        for (EngineRecord engine : red(page)) {
            html.element("p", Verdicts.sentence(engine)).raw("\n");
            if (engine.expected().equals("holds")) {
                Verdicts.ranked(engine).forEach(found -> cards.card(engine, found));
            }
        }
    }
}
