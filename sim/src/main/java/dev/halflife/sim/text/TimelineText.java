package dev.halflife.sim.text;

import dev.halflife.sim.gate.RunRecord.TimelineRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A timeline in aligned columns: time, what was done, what was replied, what a reader needs to know then. */
public final class TimelineText {

    /** A reply or an operation longer than this moves its own line's later columns, not everyone's. */
    private static final int WIDEST = 34;

    /** Of a line that would be longer the note goes below. */
    private static final int LONGEST = 100;

    private static final int NARROWEST_TIME = 5;
    private static final int NARROWEST = 16;
    private static final String GAP = "   ";

    private TimelineText() {}

    /**
     * The rows, one a line, those that break a rule passed through {@code marked}; under their titles where there are more
     * columns than what was done and what was replied.
     */
    public static String of(List<String> columns, List<TimelineRow> rows, UnaryOperator<String> marked) {
        boolean titled = columns.size() > 2;
        int time = Math.max(
                NARROWEST_TIME,
                rows.stream().mapToInt(row -> row.time().length()).max().orElse(0));
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            Stream<String> title = titled ? Stream.of(columns.get(i)) : Stream.empty();
            widths.add(width(
                    Stream.concat(title, rows.stream().map(row -> row.cells().get(column)))
                            .toList(),
                    titled ? 0 : NARROWEST));
        }
        StringBuilder text = new StringBuilder();
        if (titled) {
            text.append(line("", time, columns, widths, "")).append("\n");
        }
        for (TimelineRow row : rows) {
            String line = line(row.time(), time, row.cells(), widths, row.note());
            if (line.length() > LONGEST && !row.note().isEmpty()) {
                line = line(row.time(), time, row.cells(), widths, "") + "\n"
                        + " ".repeat(GAP.length() + time + GAP.length()) + GAP + row.note();
            }
            text.append(row.broken() ? marked.apply(line) : line).append('\n');
        }
        return text.toString();
    }

    private static String line(String time, int timeWidth, List<String> cells, List<Integer> widths, String note) {
        StringBuilder line = new StringBuilder(GAP).append(Columns.right(time, timeWidth));
        for (int i = 0; i < cells.size(); i++) {
            line.append(GAP).append(Columns.left(cells.get(i), widths.get(i)));
        }
        return line.append(GAP).append(note).toString().stripTrailing();
    }

    private static int width(List<String> texts, int narrowest) {
        int widest = texts.stream()
                .mapToInt(String::length)
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
        return Math.max(narrowest, widest);
    }
}
