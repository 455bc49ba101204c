package dev.halflife.reports.cli;

import dev.halflife.reports.chart.DrawnChapter;
import dev.halflife.reports.chart.DrawnFigure;
import dev.halflife.reports.figure.Chapters;
import dev.halflife.reports.html.Commands;
import dev.halflife.reports.html.Page;
import dev.halflife.reports.html.Report;
import dev.halflife.reports.stress.StressRecords;
import dev.halflife.sim.gate.RunRecord;
import java.util.List;

/** The page of a run and what stands beside it: everything in a report's directory that is drawn from the record. */
final class ReportFiles {

    private final Surroundings surroundings;
    private final Folder folder;

    ReportFiles(Surroundings surroundings, Folder folder) {
        this.surroundings = surroundings;
        this.folder = folder;
    }

    /** Draws and writes; the same bytes for the same records. */
    void write(RunRecord run, StressRecords stress) {
        // Nothing can be drawn any more while the process is being ended.
        List<DrawnChapter> chapters = surroundings.interrupt().requested() ? List.of() : Chapters.drawn(run);
        new FigureFiles(folder.within("figures")).write(chapters);
        Commands commands = new Commands(
                surroundings.places().command("").strip(), surroundings.places().told(folder.file("")));
        folder.write("index.html", Report.of(new Page(run, chapters, stress, commands)));
        if (chapters.stream().flatMap(chapter -> chapter.figures().stream()).anyMatch(DrawnFigure::isMissing)) {
            surroundings.err().println(DrawnFigure.NOT_DRAWN);
        }
    }
}
