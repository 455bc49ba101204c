package dev.halflife.reports.cli;

import dev.halflife.reports.text.ComponentRow;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.Quantity;
import java.util.ArrayList;
import java.util.List;

/** A line per component, all its engines in one; below it, the engines that are not as they should be. */
final class ComponentTable implements RunTable {

    private static final int NAME = 25;
    private static final int VERDICT = 10;

    private final Surroundings surroundings;
    private final List<EngineRecord> engines = new ArrayList<>();
    private boolean headed;

    ComponentTable(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void begins(String component) {
        head();
        if (!engines.isEmpty() && !engines.get(0).component().equals(component)) {
            ends();
        }
    }

    @Override
    public void done(EngineRecord record) {
        engines.add(record);
    }

    @Override
    public void ends() {
        if (engines.isEmpty()) {
            return;
        }
        ComponentRow row = ComponentRow.of(engines);
        surroundings
                .out()
                .println(coloured(row.verdict(), Verdicts.sign(row.verdict())) + " "
                        + Columns.left(row.component(), NAME)
                        + coloured(row.strict(), Columns.left(row.strict(), VERDICT))
                        + coloured(row.published(), Columns.left(row.published(), VERDICT))
                        + numbers(
                                row.findings(),
                                row.situations(),
                                row.defects(),
                                Quantity.compact(row.schedules()),
                                Quantity.compact(row.steps()),
                                Quantity.virtual(row.simulatedNanos()),
                                Quantity.wall(row.wallMillis())));
        engines.stream().filter(engine -> !engine.asExpected()).forEach(this::explain);
        surroundings.out().flush();
        engines.clear();
    }

    /** Printed as the first engine begins: the first line may take half a minute. */
    private void head() {
        if (!headed) {
            surroundings
                    .out()
                    .println(surroundings
                            .terminal()
                            .bold()
                            .apply("  " + Columns.left("component", NAME)
                                    + Columns.left("strict", VERDICT)
                                    + Columns.left("published", VERDICT)
                                    + numbers("findings", "met", "caught", "schedules", "steps", "simulated", "time")));
            headed = true;
            surroundings.out().flush();
        }
    }

    private static String numbers(
            String findings,
            String situations,
            String defects,
            String schedules,
            String steps,
            String simulated,
            String time) {
        return Columns.right(findings, 9)
                + Columns.right(situations, 7)
                + Columns.right(defects, 8)
                + Columns.right(schedules, 11)
                + Columns.right(steps, 7)
                + Columns.right(simulated, 13)
                + Columns.right(time, 12);
    }

    private String coloured(String verdict, String text) {
        return verdict.equals("-")
                ? text
                : surroundings.terminal().verdict(verdict).apply(text);
    }

    private void explain(EngineRecord engine) {
        String what = engine.engine() + " " + engine.who() + " " + engine.contract() + ": " + Verdicts.word(engine)
                + " " + Verdicts.findings(engine);
        for (String line : Columns.wrap(what.strip(), Columns.SCREEN - 4)) {
            surroundings.out().println("    " + line);
        }
    }
}
