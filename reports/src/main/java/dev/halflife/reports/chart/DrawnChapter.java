package dev.halflife.reports.chart;

import dev.halflife.sim.gate.RunRecord;
import java.util.List;
import java.util.Optional;

/**
 * A chapter, drawn.
 *
 * @param title in a word or two
 * @param text what a reader needs to know before looking
 * @param figures those of its figures that concern the run
 */
public record DrawnChapter(String title, String text, List<DrawnFigure> figures) {

    public DrawnChapter {
        figures = List.copyOf(figures);
    }

    /** What of a chapter concerns that run; empty where nothing does. */
    public static Optional<DrawnChapter> of(Chapter chapter, RunRecord run) {
        List<DrawnFigure> figures = chapter.figures().stream()
                .filter(figure -> figure.component().isEmpty()
                        || run.components().stream()
                                .anyMatch(component -> component.name().equals(figure.component())))
                .map(figure -> DrawnFigure.of(figure, run))
                .toList();
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(new DrawnChapter(chapter.title(), chapter.text(), figures));
    }
}
