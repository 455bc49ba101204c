package dev.halflife.reports.cli;

import dev.halflife.sim.shard.Cells;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers that an option accepts. */
abstract class WithinRange implements ITypeConverter<Long> {

    private final String option;
    private final long least;
    private final long most;

    WithinRange(String option, long least, long most) {
        this.option = option;
        this.least = least;
        this.most = most;
    }

    @Override
    public final Long convert(String text) {
        try {
            long number = decimal(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new TypeConversionException(
                option + " must be a whole number within [" + least + ", " + most + "]: " + text);
    }

    /**
     * A whole number in the digits of ASCII alone; the library's own reader takes those of every script.
     *
     * @throws NumberFormatException if it is none
     */
    static long decimal(String text) {
        if (!text.matches("[+-]?[0-9]+")) {
            throw new NumberFormatException(text);
        }
        return Long.parseLong(text);
    }

    /** Threads. */
    static final class Jobs extends WithinRange {
        Jobs() {
            super("--jobs", 1, 1024);
        }
    }

    /** Operations per explored schedule. */
    static final class Depth extends WithinRange {
        Depth() {
            super("--depth", 1, 64);
        }
    }

    /** Keys of explored schedules. */
    static final class Keys extends WithinRange {
        Keys() {
            super("--keys", 1, 32);
        }
    }

    /** Random schedules. */
    static final class Schedules extends WithinRange {
        Schedules() {
            super("--schedules", 1, 1_000_000_000_000L);
        }
    }

    /** Parts of a campaign. */
    static final class Shards extends WithinRange {
        Shards() {
            super("--shards", 1, Cells.MOST);
        }
    }

    /** Hunts for each defect. */
    static final class Seeds extends WithinRange {
        Seeds() {
            super("--seeds", 1, 10_000);
        }
    }
}
