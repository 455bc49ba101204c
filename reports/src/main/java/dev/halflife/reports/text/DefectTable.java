package dev.halflife.reports.text;

import dev.halflife.model.NumberText;
import dev.halflife.sim.museum.DefectRecord;
import dev.halflife.sim.museum.Spread;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.Quantity;
import java.util.List;
import java.util.Locale;

/** Defects in aligned columns, a line each: what had to convict them, and how long that took. */
public final class DefectTable {

    private static final int NARROWEST = 10;

    private final int width;

    /** A table wide enough for these. */
    public DefectTable(List<DefectRecord> records) {
        width = records.stream().mapToInt(record -> record.id().length()).reduce(NARROWEST, Math::max);
    }

    /** The titles of the columns; of two numbers the first is the median and the second what 95 of 100 do not pass. */
    public String header() {
        return Columns.left("defect", width) + "  rule    caught  reached  wrong  named   schedules         ms  steps";
    }

    /** Everything before the verdict. */
    public String line(DefectRecord record) {
        if (!record.hunted()) {
            return Columns.left(record.id(), width) + "  " + Columns.left(record.rule(), 8) + "by " + record.owner();
        }
        return Columns.left(record.id(), width) + "  "
                + Columns.left(record.rule(), 7)
                + Columns.right(record.caught() + "/" + record.seeds(), 7)
                + Columns.right(Quantity.compact(record.reached()), 9)
                + Columns.right(Quantity.compact(record.triggered()), 7)
                + Columns.right(Quantity.compact(record.detected()), 7)
                + Columns.right(count(record.schedulesToCatch()), 12)
                + Columns.right(millis(record.millisToCatch()), 11)
                + Columns.right(String.valueOf((long) record.steps().median()), 7);
    }

    private static String count(Spread spread) {
        return Quantity.compact((long) spread.median()) + " " + Quantity.compact((long) spread.p95());
    }

    private static String millis(Spread spread) {
        return millis(spread.median()) + " " + millis(spread.p95());
    }

    private static String millis(double millis) {
        return millis < 9.95
                ? String.format(Locale.ROOT, "%.1f", NumberText.decimal(millis))
                : Quantity.compact(StrictMath.round(millis));
    }
}
