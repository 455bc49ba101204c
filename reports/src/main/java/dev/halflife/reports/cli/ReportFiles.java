package dev.halflife.reports.cli;

import dev.halflife.reports.change.Changes;
import dev.halflife.reports.chart.DrawnChapter;
import dev.halflife.reports.chart.DrawnFigure;
import dev.halflife.reports.figure.Chapters;
import dev.halflife.reports.html.Page;
import dev.halflife.reports.html.Report;
import dev.halflife.reports.junit.JUnitXml;
import dev.halflife.reports.markdown.Summary;
import dev.halflife.sim.gate.RunRecord;
import java.util.List;

/**
 * Everything in a report's directory that is drawn from the records there: the page and its figures, the summary, JUnit XML,
 * the counterexamples.
 */
final class ReportFiles {

    private final Surroundings surroundings;
    private final Folder folder;

    ReportFiles(Surroundings surroundings, Folder folder) {
        this.surroundings = surroundings;
        this.folder = folder;
    }

    /** Draws and writes; the same bytes for the same records. Returns what changed since the run before. */
    Changes write(SavedRun saved) {
        RunRecord run = saved.run();
        Changes changes = Changes.between(saved.before(), run);
        new Gallery(folder.within("counterexamples")).save(run);
        folder.write("junit.xml", JUnitXml.of(run, saved.commands()));
        folder.write("summary.md", Summary.of(run, changes, saved.commands()));
        // Nothing can be drawn any more while the process is being ended.
        List<DrawnChapter> chapters = surroundings.interrupt().requested() ? List.of() : Chapters.drawn(run);
        new FigureFiles(folder.within("figures")).write(chapters);
        folder.write("index.html", Report.of(new Page(run, changes, chapters, saved.stress(), saved.commands())));
        if (chapters.stream().flatMap(chapter -> chapter.figures().stream()).anyMatch(DrawnFigure::isMissing)) {
            surroundings.err().println(DrawnFigure.NOT_DRAWN);
        }
        return changes;
    }
}
