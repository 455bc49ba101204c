package dev.halflife.reports.chart;

import dev.halflife.sim.json.Printable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The numbers behind a figure, as a table. A picture is drawn from them and from nothing else, so that who has the table
 * has all there is to see. Numbers keep ten significant digits, written the same on every JVM.
 *
 * @param columns what each column is
 * @param rows the cells as text, one a column; an empty cell is no number
 */
public record Numbers(List<Column> columns, List<List<String>> rows) {

    private static final MathContext DIGITS = new MathContext(10);

    public Numbers {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row must have " + columns.size() + " cells: " + row.size());
            }
        }
    }

    /** A table to be filled. */
    public static Builder of(Column... columns) {
        return new Builder(List.of(columns));
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The rows, their cells by name. */
    public List<Row> all() {
        return rows.stream().map(cells -> new Row(this, cells)).toList();
    }

    /** The rows whose cell in that column is this word. */
    public List<Row> where(String column, String word) {
        return where(row -> row.text(column).equals(word));
    }

    /** The rows of which that is true. */
    public List<Row> where(Predicate<Row> wanted) {
        return all().stream().filter(wanted).toList();
    }

    /** The words of a column, each once, in order of appearance. */
    public List<String> words(String column) {
        return all().stream().map(row -> row.text(column)).distinct().toList();
    }

    private int place(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such column: " + column);
    }

    /** The table as comma-separated values (RFC 4180, but for its line ends), the names of the columns first. */
    public String csv() {
        StringBuilder csv = new StringBuilder(columns.stream().map(Column::name).collect(Collectors.joining(",")));
        for (List<String> row : rows) {
            csv.append('\n').append(row.stream().map(Numbers::quoted).collect(Collectors.joining(",")));
        }
        return csv.append('\n').toString();
    }

    /** What a spreadsheet would take for a formula begins with an apostrophe. */
    private static String quoted(String text) {
        boolean formula = text.matches("[=+\\-@].*") && !text.matches("[+-]?\\d[\\d.]*(E[+-]?\\d+)?");
        String cell = formula ? "'" + text : text;
        return cell.matches("(?s).*[,\"\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** One row. */
    public record Row(Numbers table, List<String> cells) {

        /** The cell of that column, as it is written. */
        public String text(String column) {
            return cells.get(table.place(column));
        }

        /** Whether there is a number in that column. */
        public boolean has(String column) {
            return !text(column).isEmpty();
        }

        /** The number of that column. */
        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        /** Two numbers as a point. */
        public Point point(String x, String y) {
            return new Point(number(x), number(y));
        }
    }

    /** A table under construction. */
    public static final class Builder {

        private final List<Column> columns;
        private final List<List<String>> rows = new ArrayList<>();

        private Builder(List<Column> columns) {
            this.columns = columns;
        }

        /** A row; whole numbers in full, others to ten digits, NaN as no number at all. */
        public Builder row(Object... cells) {
            List<String> row = new ArrayList<>();
            for (Object cell : cells) {
                row.add(
                        cell instanceof Double number
                                ? number.isNaN() ? "" : written(new BigDecimal(number))
                                : cell instanceof BigDecimal number
                                        ? written(number)
                                        : Printable.shortened(cell.toString()));
            }
            rows.add(row);
            return this;
        }

        private static String written(BigDecimal number) {
            BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
            boolean plain = rounded.scale() <= 10 && rounded.precision() - rounded.scale() <= 15;
            return plain ? rounded.toPlainString() : rounded.toString();
        }

        /** The table. */
        public Numbers build() {
            return new Numbers(columns, rows);
        }
    }
}
