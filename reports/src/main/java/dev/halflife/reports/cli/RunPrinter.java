package dev.halflife.reports.cli;

import dev.halflife.reports.change.Change;
import dev.halflife.reports.change.Changes;
import dev.halflife.reports.text.Totals;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.Gate;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.CounterexampleText;
import dev.halflife.sim.text.Quantity;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a run while it goes on: a table, then what was not expected and the sum. */
final class RunPrinter implements Gate.Listener {

    private final Surroundings surroundings;
    private final RunTable table;
    private final boolean quiet;
    private @Nullable Meter meter;
    private boolean silent;
    private int done;
    private int firstStopped = -1;

    /** {@code quiet} prints nothing: the result goes out as JSON. */
    RunPrinter(Surroundings surroundings, RunTable table, boolean quiet) {
        this.surroundings = surroundings;
        this.table = table;
        this.quiet = quiet;
    }

    @Override
    public Progress begins(String component, String engine, String subject, String contract) {
        silent = quiet || surroundings.interrupt().requested();
        if (!silent) {
            table.begins(component);
        }
        // On a terminal the line must fit 80 columns to be rewritten.
        String who = surroundings.terminal().interactive() ? "" : " " + subject + " " + contract;
        meter = new Meter(surroundings, "  " + component + " " + engine + who, silent);
        return meter;
    }

    @Override
    public void done(EngineRecord record) {
        if (meter != null) {
            meter.close();
        }
        boolean stopped = surroundings.interrupt().requested();
        if (stopped && firstStopped < 0) {
            firstStopped = done;
        }
        done++;
        if (!silent) {
            table.done(stopped ? record.stopped() : record);
        }
    }

    /** The record as it may be told: what was stopped by a person is undecided. */
    RunRecord honest(RunRecord run) {
        if (firstStopped < 0) {
            return run;
        }
        if (!quiet) {
            table.ends();
            surroundings.out().println("\nstopped early: what was found is kept, the rest is undecided");
        }
        return run.stoppedFrom(firstStopped);
    }

    /** What was not expected, and the sum. */
    void ends(RunRecord run, Gallery gallery) {
        if (quiet) {
            return;
        }
        table.ends();
        PrintWriter out = surroundings.out();
        FoundAgain again = new FoundAgain(run);
        for (EngineRecord engine : run.engines()) {
            if (!engine.asExpected()) {
                for (CounterexampleRecord counterexample : unexpected(engine)) {
                    if (!again.wasKept(engine, counterexample)) {
                        print(engine, counterexample, gallery);
                        again.by(engine, counterexample).forEach(words -> out.println("again    " + words));
                    }
                }
            }
        }
        run.engines().forEach(this::rank);
        out.println();
        // An exploration draws nothing, so it has no seed to tell.
        String seed = run.command().equals("explore") ? "" : " · seed " + run.seed();
        out.println(surroundings.terminal().verdict(run.verdict()).apply(run.verdict()) + " · "
                + Totals.of(run).line() + seed + " · " + Quantity.wall(run.wallMillis()));
        out.println("digest   " + run.digest());
        out.flush();
    }

    /** Where several rules were broken, what to look at first. */
    private void rank(EngineRecord engine) {
        List<CounterexampleRecord> ranked = engine.asExpected() ? List.of() : unexpected(engine);
        if (ranked.size() < 2) {
            return;
        }
        PrintWriter out = surroundings.out();
        out.println("\nbroken by " + engine.who() + " (" + engine.component() + "), causes first:");
        int widest =
                ranked.stream().mapToInt(found -> found.rule().length()).max().orElse(0);
        for (CounterexampleRecord found : ranked) {
            out.println("  " + Columns.left(found.rule(), widest) + "  "
                    + Quantity.of(found.timeline().size(), "operation") + ", " + Verdicts.frequency(engine, found));
        }
    }

    private void print(EngineRecord engine, CounterexampleRecord found, Gallery gallery) {
        PrintWriter out = surroundings.out();
        out.println();
        out.print(CounterexampleText.of(
                found,
                engine.engine(),
                surroundings.places().replay(gallery.file(found), found.subject()),
                surroundings.terminal().red()));
        if (!found.trace().isEmpty()) {
            long replies = found.trace().lines().count() - 1;
            out.println("trace    " + surroundings.places().told(gallery.trace(found)) + " ("
                    + (replies == 1 ? "1 reply" : replies + " replies") + " up to there)");
        }
    }

    /** What changed since the run before, and what of it is worse. */
    void changed(Changes changes) {
        if (quiet) {
            return;
        }
        PrintWriter out = surroundings.out();
        out.println("since    " + String.join("\n         ", Columns.wrap(changes.summary(), Columns.SCREEN - 9)));
        for (Change change : Change.only(Change.Kind.WORSE, changes.list())) {
            List<String> lines = Columns.wrap("worse: " + change.sentence(), Columns.SCREEN - 9);
            lines.forEach(line ->
                    out.println("         " + surroundings.terminal().red().apply(line)));
        }
        out.flush();
    }

    /** Where findings were to be shown, those that were are no surprise. */
    private static List<CounterexampleRecord> unexpected(EngineRecord engine) {
        return engine.expected().equals("holds") ? Verdicts.ranked(engine) : List.of();
    }
}
