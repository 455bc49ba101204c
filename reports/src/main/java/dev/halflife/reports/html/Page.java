package dev.halflife.reports.html;

import dev.halflife.reports.chart.DrawnChapter;
import dev.halflife.sim.gate.RunRecord;
import java.util.List;

/**
 * What a page is drawn from.
 *
 * @param run the record
 * @param chapters the figures
 * @param commands lines to paste
 */
public record Page(RunRecord run, List<DrawnChapter> chapters, Commands commands) {

    public Page {
        chapters = List.copyOf(chapters);
    }
}
