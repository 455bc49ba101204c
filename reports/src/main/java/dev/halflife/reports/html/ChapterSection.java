package dev.halflife.reports.html;

import dev.halflife.reports.chart.Drawing;
import dev.halflife.reports.chart.DrawnChapter;
import dev.halflife.reports.chart.DrawnFigure;
import java.util.Optional;

/** A chapter of figures. */
final class ChapterSection implements Section {

    private final String chapter;

    ChapterSection(String chapter) {
        this.chapter = chapter;
    }

    private Optional<DrawnChapter> drawn(Page page) {
        return page.chapters().stream()
                .filter(drawn -> drawn.title().equals(chapter))
                .findFirst();
    }

    @Override
    public String title(Page page) {
        return drawn(page).map(DrawnChapter::title).orElse("");
    }

    @Override
    public void draw(Markup html, Page page) {
        html.heading(chapter);
        body(html, page);
    }

    /** All but the heading. */
    void body(Markup html, Page page) {
        drawn(page).ifPresent(drawn -> {
            html.element("p", drawn.text()).raw("\n");
            drawn.figures().forEach(figure -> draw(html, figure));
        });
    }

    private static void draw(Markup html, DrawnFigure figure) {
        html.raw("<figure>\n").element("h3", figure.title()).raw("\n");
        Drawing drawing = figure.drawing();
        if (drawing != null) {
            html.raw("<div class=\"chart\" role=\"img\" aria-label=\"")
                    .text(figure.title())
                    .raw("\">\n");
            html.raw(drawing.svg()).raw("\n</div>\n");
        } else if (figure.isMissing()) {
            html.element("p class=\"empty\"", DrawnFigure.NOT_DRAWN).raw("\n");
        }
        html.raw("<figcaption>").text(figure.caption());
        if (!figure.numbers().isEmpty()) {
            String file = "figures/" + figure.name();
            html.raw(" <span class=\"files\">").link(file + ".csv", "CSV");
            html.raw(" ").link(file + ".json", "JSON");
            if (drawing != null) {
                html.raw(" ").link(file + ".svg", "SVG");
                html.raw(" ").link(file + ".png", "PNG");
            }
            html.raw("</span>");
        }
        html.raw("</figcaption>\n</figure>\n");
    }
}
