package dev.halflife.reports.figure.decay;

import dev.halflife.reports.chart.Chapter;
import java.util.List;

/** Decay. */
public final class DecayChapter {

    /** Its figures. */
    public static final Chapter CHAPTER = new Chapter(
            "Decay",
            "A key's rate halves with every half-life of silence, and each read adds one. Half-life 1 minute throughout;"
                    + " exact means arithmetic with 50 decimal digits that shares no code with what it is drawn beside.",
            List.of(new BumpTrain(), new Announcements(), new RoundingError(), new Silence(), new BackwardClock()));

    private DecayChapter() {}
}
