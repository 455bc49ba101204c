package dev.halflife.reports.cli;

import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.Quantity;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A heading per component and a line per engine. */
final class EngineTable implements RunTable {

    private static final String HEADER =
            "engine   subject    contract   verdict    schedules   steps  rules        time";

    private final Surroundings surroundings;
    private @Nullable String heading;

    EngineTable(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void begins(String component) {
        if (!component.equals(heading)) {
            PrintWriter out = surroundings.out();
            out.println((heading == null ? "" : "\n")
                    + surroundings.terminal().bold().apply(component));
            out.println("  " + HEADER);
            out.flush();
            heading = component;
        }
    }

    @Override
    public void done(EngineRecord record) {
        PrintWriter out = surroundings.out();
        out.println("  " + Columns.left(record.engine(), 9) + Columns.left(record.who() + " ", 11)
                + Columns.left(record.contract(), 11)
                + surroundings
                        .terminal()
                        .verdict(Verdicts.standing(record))
                        .apply(Columns.left(Verdicts.word(record), 9))
                + Columns.right(Quantity.compact(record.schedules()), 11)
                + Columns.right(Quantity.compact(record.steps()), 8)
                + Columns.right(String.valueOf(record.exercised().size()), 7)
                + Columns.right(Quantity.wall(record.wallMillis()), 12));
        String findings = Verdicts.findings(record);
        if (!findings.isEmpty()) {
            for (String line : Columns.wrap(findings, Columns.SCREEN - 11)) {
                out.println(" ".repeat(11) + line);
            }
        }
        out.flush();
    }
}
