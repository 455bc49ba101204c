package dev.halflife.reports.html;

import dev.halflife.reports.text.Commands;
import dev.halflife.reports.text.Totals;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.text.Quantity;

/** The head of the page: the verdict, how much it rests on, and the line that runs it again. */
final class Overview {

    private Overview() {}

    static void draw(Markup html, Page page) {
        RunRecord run = page.run();
        Commands commands = page.commands();
        html.raw("<header>\n");
        html.element("p class=\"eyebrow\"", "halflife " + run.command());
        html.element("h1", Verdict.sign(run.verdict()) + " " + Verdicts.headline(run));
        html.raw("\n<dl>\n");
        Totals totals = Totals.of(run);
        fact(html, "schedules", Quantity.exact(totals.schedules()));
        fact(html, "replies judged", Quantity.exact(totals.steps()));
        fact(html, "virtual time", Quantity.virtual(totals.simulatedNanos()));
        fact(html, "wall time", Quantity.wall(run.wallMillis()));
        fact(html, "seed", run.seed());
        fact(html, "digest", run.digest());
        html.raw("</dl>\n");
        html.raw("<p class=\"again\">Run it again: ")
                .element("code", commands.again(run))
                .raw(
                        "<br>The same seed and budget give the same digest, on any machine, with any number of threads.</p>\n");
        html.raw("</header>\n");
    }

    private static void fact(Markup html, String name, String value) {
        html.raw("<div>").element("dt", name).element("dd", value).raw("</div>\n");
    }
}
