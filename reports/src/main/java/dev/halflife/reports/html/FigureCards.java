package dev.halflife.reports.html;

import dev.halflife.reports.chart.Drawing;
import dev.halflife.reports.chart.Figure;
import java.util.List;

/** The charts. */
final class FigureCards {

    private FigureCards() {}

    static void draw(Markup html, List<Figure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        html.element("h2", "Decay").raw("\n");
        html.element("p", "The reference registry beside the law of decay in exact arithmetic, half-life 1 minute.")
                .raw("\n");
        figures.forEach(figure -> draw(html, figure));
    }

    private static void draw(Markup html, Figure figure) {
        html.raw("<figure>\n").element("h3", figure.title()).raw("\n");
        Drawing drawing = figure.drawing();
        if (drawing == null) {
            html.element("p class=\"empty\"", Figure.NOT_DRAWN).raw("\n");
        } else {
            html.raw("<div class=\"chart\" role=\"img\" aria-label=\"")
                    .text(figure.title())
                    .raw("\">\n");
            html.raw(drawing.svg()).raw("\n</div>\n");
        }
        html.raw("<figcaption>").text(figure.caption()).raw(" ");
        html.link(figure.name() + ".csv", "numbers");
        if (drawing != null) {
            html.raw(", ").link(figure.name() + ".png", "picture");
        }
        html.raw("</figcaption>\n</figure>\n");
    }
}
