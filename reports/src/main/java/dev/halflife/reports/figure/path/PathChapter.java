package dev.halflife.reports.figure.path;

import dev.halflife.reports.chart.Chapter;
import java.util.List;

/** Write path. */
public final class PathChapter {

    /** Its figures. */
    public static final Chapter CHAPTER = new Chapter(
            "Write path",
            "Four of its parts where they are hardest pressed, the published beside the reference.",
            List.of(new PileSize(), new RunningError(), new ProbeStampede(), new WedgedTracker()));

    private PathChapter() {}
}
