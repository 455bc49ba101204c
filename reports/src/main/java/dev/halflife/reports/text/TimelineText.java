package dev.halflife.reports.text;

import dev.halflife.sim.gate.RunRecord.TimelineRow;
import java.util.List;
import java.util.function.UnaryOperator;

/** A timeline in aligned columns: time, what was done, what was replied, what a reader needs to know then. */
public final class TimelineText {

    /** A reply or an operation longer than this moves its own line's later columns, not everyone's. */
    private static final int WIDEST = 34;

    private static final int NARROWEST_TIME = 5;
    private static final int NARROWEST = 16;
    private static final String GAP = "   ";

    private TimelineText() {}

    /** The rows, one a line, those that break a rule passed through {@code marked}. */
    public static String of(List<TimelineRow> rows, UnaryOperator<String> marked) {
        int time = Math.max(
                NARROWEST_TIME,
                rows.stream().mapToInt(row -> row.time().length()).max().orElse(0));
        int operation = width(rows.stream().map(TimelineRow::operation).toList());
        int reply = width(rows.stream().map(TimelineRow::reply).toList());
        StringBuilder text = new StringBuilder();
        for (TimelineRow row : rows) {
            String line = GAP
                    + Columns.right(row.time(), time)
                    + GAP
                    + Columns.left(row.operation(), operation)
                    + GAP
                    + Columns.left(row.reply(), reply)
                    + GAP
                    + row.note();
            String trimmed = line.stripTrailing();
            text.append(row.broken() ? marked.apply(trimmed) : trimmed).append('\n');
        }
        return text.toString();
    }

    private static int width(List<String> texts) {
        int widest = texts.stream()
                .mapToInt(String::length)
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
        return Math.max(NARROWEST, widest);
    }
}
