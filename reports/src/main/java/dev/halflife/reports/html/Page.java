package dev.halflife.reports.html;

import dev.halflife.reports.chart.DrawnChapter;
import dev.halflife.reports.stress.StressRecords;
import dev.halflife.sim.gate.RunRecord;
import java.util.List;

/**
 * What a page is drawn from.
 *
 * @param run the record
 * @param chapters the figures
 * @param stress what the stress tests left behind
 * @param commands lines to paste
 */
public record Page(RunRecord run, List<DrawnChapter> chapters, StressRecords stress, Commands commands) {

    public Page {
        chapters = List.copyOf(chapters);
    }
}
