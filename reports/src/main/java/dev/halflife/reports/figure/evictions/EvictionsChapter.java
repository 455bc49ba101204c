package dev.halflife.reports.figure.evictions;

import dev.halflife.reports.chart.Chapter;
import java.util.List;

/** Evictions. */
public final class EvictionsChapter {

    /** Its figures. */
    public static final Chapter CHAPTER = new Chapter(
            "Evictions",
            "A registry at its cap forgets one key for each new one. Published, it forgets the key whose rate was brought"
                    + " up to date longest ago; but every tick brings all of them up to date (F2). The reference goes by the"
                    + " order of reads. Both see the same stream: one read a second, half-life 1 minute, a few hot keys among"
                    + " many, and others hot every ten minutes.",
            List.of(new ReadsKept(), new HeatKept(), new KeyStrips(), new HotterVictims(), new OrphanedHeat()));

    private EvictionsChapter() {}
}
