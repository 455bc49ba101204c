package dev.halflife.reports.html;

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

    /** The page from top to bottom. */
    private static final List<Section> SECTIONS = List.of(
            new RedSection(),
            new ChangeSection(),
            new EngineTable(),
            new FindingSection(),
            new ChapterSection("Decay"),
            new ChapterSection("Evictions"),
            new ChapterSection("Protocol"),
            new ChapterSection("Write path"),
            new MuseumTable(),
            new SituationTable(),
            new StressSection(),
            new RuleLists());

    private Report() {}

    /** The page. Links lead to the files that a run leaves in the page's directory. */
    public static String of(Page page) {
        RunRecord run = page.run();
        Markup html = new Markup();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .raw("style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .raw("<link rel=\"icon\" href=\"data:,\">\n")
                .element("title", "halflife " + run.command() + ": " + run.verdict())
                .raw("\n<style>\n" + style() + "</style>\n</head>\n<body class=\"" + Markup.anchor(run.verdict())
                        + "\">\n");
        List<Section> sections = SECTIONS.stream()
                .filter(section -> !section.title(page).isEmpty())
                .toList();
        Overview.draw(html, page);
        contents(html, page, sections);
        html.raw("<main>\n");
        sections.forEach(section -> section.draw(html, page));
        html.raw("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private static void contents(Markup html, Page page, List<Section> sections) {
        html.raw("<nav>");
        for (Section section : sections) {
            String title = section.title(page);
            html.link("#" + Markup.anchor(title), title).raw("\n");
        }
        html.raw("</nav>\n");
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
