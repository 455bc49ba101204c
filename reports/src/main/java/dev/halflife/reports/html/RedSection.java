package dev.halflife.reports.html;

import dev.halflife.reports.text.Quantity;
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
            html.element("p", sentence(engine)).raw("\n");
            if (engine.expected().equals("holds")) {
                Verdicts.inOrder(engine).forEach(found -> cards.card(engine, found));
            }
        }
    }

    private static String sentence(EngineRecord engine) {
        if (!engine.defects().isEmpty()) {
            return engine.component() + ": of the defects of the museum, " + Verdicts.findings(engine) + ".";
        }
        String who = engine.component() + ": the " + engine.subject() + " subject under contract " + engine.contract()
                + " (" + engine.engine() + ", " + engine.bound() + ")";
        if (!engine.missing().isEmpty()) {
            return who + " was to be convicted of " + String.join(", ", engine.missing()) + " and was not.";
        }
        if (engine.verdict().equals("holds")) {
            return who + " holds, but this run did not meet all that it was to meet.";
        }
        if (engine.counterexamples().isEmpty()) {
            return who + " is undecided"
                    + (engine.undecided() == 0
                            ? "."
                            : ": " + Quantity.of(engine.undecided(), "schedule") + " could not be judged to the end.");
        }
        return who + " breaks " + Quantity.of(engine.counterexamples().size(), "rule") + ".";
    }
}
