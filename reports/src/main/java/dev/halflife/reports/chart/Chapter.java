package dev.halflife.reports.chart;

import java.util.List;

/**
 * Figures that belong together.
 *
 * @param title in a word or two
 * @param text what a reader needs to know before looking
 * @param figures in order
 */
public record Chapter(String title, String text, List<Figure> figures) {

    public Chapter {
        figures = List.copyOf(figures);
    }
}
