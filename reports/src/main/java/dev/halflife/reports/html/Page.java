package dev.halflife.reports.html;

import dev.halflife.reports.change.Changes;
import dev.halflife.reports.chart.DrawnChapter;
import dev.halflife.reports.stress.StressRecords;
import dev.halflife.reports.text.Commands;
import dev.halflife.sim.gate.RunRecord;
import java.util.List;

/**
 * What a page is drawn from.
 *
 * @param run the record
 * @param changes what changed since the run before
 * @param chapters the figures
 * @param stress what the stress tests left behind
 * @param commands lines to paste
 */
public record Page(
        RunRecord run, Changes changes, List<DrawnChapter> chapters, StressRecords stress, Commands commands) {

    public Page {
        chapters = List.copyOf(chapters);
    }
}
