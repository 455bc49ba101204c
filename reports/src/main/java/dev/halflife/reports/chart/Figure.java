package dev.halflife.reports.chart;

import org.jspecify.annotations.Nullable;

/**
 * A chart with what a page needs around it.
 *
 * @param name what its files are called, without ending
 * @param title in a few words
 * @param caption what to see in it, in a sentence or two
 * @param drawing the picture, or null where this machine cannot draw
 * @param csv the numbers behind it
 */
public record Figure(
        String name, String title, String caption, @Nullable Drawing drawing, String csv) {

    /** What is said where a picture would be. */
    public static final String NOT_DRAWN =
            "charts were not drawn: this machine has no usable font (install fontconfig and a font such as DejaVu);"
                    + " their numbers are in the CSV files";
}
