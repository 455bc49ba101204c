package dev.halflife.reports.chart;

import dev.halflife.sim.gate.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * A figure, drawn.
 *
 * @param name what its files are called, without ending
 * @param title in a few words
 * @param caption what to see in it, or why there is nothing to see
 * @param drawing the picture, or null where there is none
 * @param numbers what is behind it
 */
public record DrawnFigure(
        String name, String title, String caption, @Nullable Drawing drawing, Numbers numbers) {

    /** What is said where a picture would be. */
    public static final String NOT_DRAWN =
            "charts were not drawn: this machine has no usable font (install fontconfig and a font such as DejaVu);"
                    + " their numbers are in the CSV files";

    /**
     * Computes and draws. A subject that is broken may well break what is shown of it: then the page says so, and the
     * rest of the report stands.
     */
    public static DrawnFigure of(Figure figure, RunRecord run) {
        try {
            return drawn(figure, figure.numbers(run));
        } catch (RuntimeException e) {
            return new DrawnFigure(
                    figure.name(),
                    figure.title(),
                    "This could not be computed: " + e + ".",
                    null,
                    Numbers.of().build());
        }
    }

    /** Draws from these numbers. */
    public static DrawnFigure drawn(Picture picture, Numbers numbers) {
        Drawing drawing = numbers.isEmpty() ? null : Painter.paint(picture.name(), () -> picture.chart(numbers));
        return new DrawnFigure(picture.name(), picture.title(), picture.caption(numbers), drawing, numbers);
    }

    /** Whether there is something to draw and this machine could not. */
    public boolean isMissing() {
        return drawing == null && !numbers.isEmpty();
    }
}
