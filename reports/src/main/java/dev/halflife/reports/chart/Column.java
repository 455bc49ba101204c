package dev.halflife.reports.chart;

/**
 * A column of a figure's numbers.
 *
 * @param name in snake case, its unit last: {@code silence_half_lives}
 * @param kind what stands in it
 */
public record Column(String name, Kind kind) {

    /** What stands in a column. */
    public enum Kind {
        /** Numbers, or nothing. */
        NUMBER,
        /** Words. */
        TEXT
    }

    /** A column of numbers. */
    public static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    /** A column of words. */
    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }
}
