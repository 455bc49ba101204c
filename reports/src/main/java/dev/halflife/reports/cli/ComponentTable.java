package dev.halflife.reports.cli;

import dev.halflife.reports.text.Columns;
import dev.halflife.reports.text.Quantity;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.Components;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.museum.DefectRecord;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A line per component, all its engines in one; below it, the engines that are not as they should be. */
final class ComponentTable implements RunTable {

    private static final int NAME = 25;

    private final Surroundings surroundings;
    private final List<EngineRecord> engines = new ArrayList<>();
    private boolean headed;

    ComponentTable(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void begins(String component) {
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
        PrintWriter out = surroundings.out();
        if (!headed) {
            out.println(surroundings
                    .terminal()
                    .bold()
                    .apply(Columns.left("component", NAME)
                            + "verdict    schedules  steps rules  findings   met  caught       time"));
            headed = true;
        }
        String verdict = RunRecord.verdict(engines);
        long schedules = engines.stream().mapToLong(EngineRecord::schedules).sum();
        long steps = engines.stream().mapToLong(EngineRecord::steps).sum();
        long millis = engines.stream().mapToLong(EngineRecord::wallMillis).sum();
        out.println(Columns.left(engines.get(0).component(), NAME)
                + surroundings.terminal().verdict(verdict).apply(Columns.left(verdict, 10))
                + Columns.right(Quantity.compact(schedules), 10)
                + Columns.right(Quantity.compact(steps), 7)
                + Columns.right(String.valueOf(rules()), 6)
                + Columns.right(findings(), 10)
                + Columns.right(situations(), 6)
                + Columns.right(defects(), 8)
                + Columns.right(Quantity.wall(millis), 11));
        engines.stream().filter(engine -> !engine.asExpected()).forEach(this::explain);
        out.flush();
        engines.clear();
    }

    /** How many rules were put to the test. */
    private int rules() {
        return engines.stream()
                .flatMap(engine -> engine.exercised().stream())
                .collect(Collectors.toSet())
                .size();
    }

    /** How many findings the published port was convicted of, of those it has. */
    private String findings() {
        Set<String> all = Components.named(engines.get(0).component()).findings().stream()
                .map(Enum::name)
                .collect(Collectors.toSet());
        long shown = engines.stream()
                .filter(engine -> engine.expected().equals("violated"))
                .flatMap(engine -> engine.counterexamples().stream())
                .filter(counterexample -> all.contains(counterexample.rule()))
                .count();
        return share(shown, all.size());
    }

    /** How many situations were met, of those a campaign must have met. */
    private String situations() {
        return share(
                engines.stream()
                        .mapToLong(engine ->
                                engine.situations().size() - engine.unseen().size())
                        .sum(),
                engines.stream().mapToLong(engine -> engine.situations().size()).sum());
    }

    /** How many defects of the museum were caught, of those hunted. */
    private String defects() {
        List<DefectRecord> hunted = engines.stream()
                .flatMap(engine -> engine.defects().stream())
                .filter(DefectRecord::hunted)
                .toList();
        return share(hunted.stream().filter(DefectRecord::asExpected).count(), hunted.size());
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "-" : part + "/" + whole;
    }

    private void explain(EngineRecord engine) {
        String what = engine.engine() + " " + engine.subject() + " " + engine.contract() + ": " + Verdicts.word(engine)
                + " " + Verdicts.findings(engine);
        for (String line : Columns.wrap(what.strip(), Columns.SCREEN - 2)) {
            surroundings.out().println("  " + line);
        }
    }
}
