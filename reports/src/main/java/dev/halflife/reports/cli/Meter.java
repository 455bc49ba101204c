package dev.halflife.reports.cli;

import dev.halflife.model.NumberText;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.text.Quantity;

/**
 * How far long work has got: a line that rewrites itself on a terminal, now and then a plain line elsewhere. Called on one
 * thread.
 */
final class Meter implements Progress, AutoCloseable {

    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long PLAIN_NANOS = 30_000_000_000L;
    private static final int WIDTH = 20;

    private final Surroundings surroundings;
    private final String whole;
    private final boolean silent;
    private final long begin;
    private long last;
    private String what;
    private boolean drawn;

    /** A meter of this; {@code silent} says nothing at all. */
    Meter(Surroundings surroundings, String what, boolean silent) {
        this.surroundings = surroundings;
        this.whole = what;
        this.what = what;
        this.silent = silent;
        this.begin = surroundings.nanos().getAsLong();
        this.last = begin;
    }

    @Override
    public void advanced(long done, long total) {
        if (silent) {
            return;
        }
        boolean interactive = surroundings.terminal().interactive();
        long now = surroundings.nanos().getAsLong();
        if (now - last < (interactive ? REDRAW_NANOS : PLAIN_NANOS)) {
            return;
        }
        last = now;
        double part = total <= 0 ? 1 : Math.min(1.0, (double) done / total);
        String percent = String.format(java.util.Locale.ROOT, "%3.0f %%", NumberText.decimal(100 * part));
        String elapsed = Quantity.wall((now - begin) / 1_000_000);
        if (interactive) {
            int full = (int) (WIDTH * part);
            surroundings
                    .out()
                    .print(Screen.CLEAR + what + "  " + "█".repeat(full) + "░".repeat(WIDTH - full) + " " + percent
                            + "  " + elapsed);
            surroundings.out().flush();
            drawn = true;
        } else {
            surroundings.err().println(what + ": " + percent.strip() + " after " + elapsed);
            surroundings.err().flush();
        }
    }

    @Override
    public Progress next(String phase) {
        what = whole + " " + phase;
        return this;
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (drawn) {
            surroundings.out().print(Screen.CLEAR);
            surroundings.out().flush();
            drawn = false;
        }
    }
}
