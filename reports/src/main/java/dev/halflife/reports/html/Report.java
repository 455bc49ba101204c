package dev.halflife.reports.html;

import dev.halflife.reports.chart.Figure;
import dev.halflife.sim.gate.RunRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The report: one HTML page that needs nothing beside it and no network. Drawn from a run's record alone, so that the same
 * record gives the same bytes; what is red leads.
 */
public final class Report {

    private static final String STYLE = "style.css";

    private Report() {}

    /** The page. Links lead to the files that a run leaves in the page's directory. */
    public static String page(RunRecord run, List<Figure> figures, Commands commands) {
        Markup html = new Markup();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .raw("<link rel=\"icon\" href=\"data:,\">\n")
                .element("title", "halflife " + run.command() + ": " + run.verdict())
                .raw("\n<style>\n" + style() + "</style>\n</head>\n<body class=\"" + Markup.anchor(run.verdict())
                        + "\">\n");
        Overview.draw(html, run, commands);
        html.raw("<main>\n");
        CounterexampleCards cards = new CounterexampleCards(html, run, commands);
        cards.unexpected();
        EngineTable.draw(html, run);
        FigureCards.draw(html, figures);
        cards.findings();
        SituationTable.draw(html, run);
        MuseumTable.draw(html, run);
        RuleLists.draw(html, run);
        html.raw("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private static String style() {
        try (InputStream in = Report.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException(STYLE + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
