package dev.halflife.reports.figure;

import dev.halflife.reports.chart.Chapter;
import dev.halflife.reports.chart.DrawnChapter;
import dev.halflife.reports.figure.decay.DecayChapter;
import dev.halflife.reports.figure.evictions.EvictionsChapter;
import dev.halflife.reports.figure.museum.MuseumChapter;
import dev.halflife.reports.figure.path.PathChapter;
import dev.halflife.reports.figure.protocol.ProtocolChapter;
import dev.halflife.sim.gate.RunRecord;
import java.util.List;
import java.util.Optional;

/** Every chapter of the report that has figures, in order. To add a figure, write its class and name it in its chapter. */
public final class Chapters {

    /** The chapters. */
    public static final List<Chapter> ALL = List.of(
            DecayChapter.CHAPTER,
            EvictionsChapter.CHAPTER,
            ProtocolChapter.CHAPTER,
            PathChapter.CHAPTER,
            MuseumChapter.CHAPTER);

    private Chapters() {}

    /** What concerns this run, drawn; without pictures where this machine cannot draw. */
    public static List<DrawnChapter> drawn(RunRecord run) {
        return ALL.stream()
                .map(chapter -> DrawnChapter.of(chapter, run))
                .flatMap(Optional::stream)
                .toList();
    }
}
