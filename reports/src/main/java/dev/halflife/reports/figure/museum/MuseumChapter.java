package dev.halflife.reports.figure.museum;

import dev.halflife.reports.chart.Chapter;
import java.util.List;

/** The museum. */
public final class MuseumChapter {

    /** Its figures. */
    public static final Chapter CHAPTER = new Chapter(
            "Museum of defects",
            "Each is one mistake in a subject that is otherwise correct, hunted until the rule that it breaks convicts it.",
            List.of(new SchedulesToDetection()));

    private MuseumChapter() {}
}
