package dev.halflife.reports.junit;

import dev.halflife.reports.junit.Case.Failed;
import dev.halflife.reports.junit.Case.Passed;
import dev.halflife.reports.junit.Case.Skipped;
import dev.halflife.reports.text.Commands;
import dev.halflife.reports.text.FileNames;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.gate.RunRecord.RuleRecord;
import dev.halflife.sim.gate.RunRecord.SituationRecord;
import dev.halflife.sim.museum.DefectRecord;
import dev.halflife.sim.text.CounterexampleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A component as a suite: a case per rule, and one for the situations that a campaign had to meet. A run is violated if and
 * only if a case fails.
 *
 * <p>A rule fails that a subject broke which was to hold, that the published port was to be convicted of and was not, or
 * whose defect in the museum was not convicted. It is skipped, with the reason, where an engine that judges by it is
 * undecided, where no engine put it to the test, or where no defect shows that it convicts.
 */
final class Suite {

    private final String component;
    private final List<EngineRecord> engines;
    private final FileNames names;
    private final Commands commands;
    private final Map<String, List<Failed>> failures = new LinkedHashMap<>();
    private final List<Case> cases = new ArrayList<>();

    Suite(RunRecord run, ComponentRecord component, Commands commands) {
        this.component = component.name();
        this.engines = run.engines().stream()
                .filter(engine -> engine.component().equals(component.name()))
                .toList();
        this.names = new FileNames(run);
        this.commands = commands;
        engines.stream()
                .filter(engine -> !engine.asExpected() && !engine.verdict().equals("undecided"))
                .forEach(this::blame);
        component.rules().forEach(rule -> cases.add(new Case(rule.id() + " " + rule.text(), outcome(rule))));
        // What is left is of no rule in the component's list, such as one that only another contract has.
        failures.forEach((rule, reasons) -> cases.add(new Case(rule, together(reasons))));
        if (engines.stream().anyMatch(engine -> !engine.situations().isEmpty())) {
            cases.add(new Case("every situation is met", situations()));
        }
    }

    String name() {
        return component;
    }

    List<Case> cases() {
        return cases;
    }

    /** How long its engines took, in seconds. */
    double seconds() {
        return engines.stream().mapToLong(EngineRecord::wallMillis).sum() / 1e3;
    }

    /** The rules are judged together: each case is booked an equal share of the time. */
    double secondsPerCase() {
        return cases.isEmpty() ? 0 : seconds() / cases.size();
    }

    private Case.Outcome outcome(RuleRecord rule) {
        List<Failed> reasons = failures.remove(rule.id());
        if (reasons != null) {
            return together(reasons);
        }
        for (EngineRecord engine : engines) {
            if (engine.verdict().equals("undecided")
                    && (engine.exercised().isEmpty() || engine.exercised().contains(rule.id()))) {
                return new Skipped("undecided: " + undecided(engine));
            }
        }
        if (!rule.exercised()) {
            return new Skipped("not put to the test by this run");
        }
        return rule.broken()
                ? new Passed()
                : new Skipped("no defect of the museum breaks it: nothing shows that it convicts");
    }

    private static String undecided(EngineRecord engine) {
        return Verdicts.sentence(engine)
                + (engine.undecidedBecause().isEmpty() ? "" : " The first: " + engine.undecidedBecause());
    }

    private static Failed together(List<Failed> reasons) {
        return reasons.size() == 1
                ? reasons.get(0)
                : new Failed(
                        reasons.stream().map(Failed::message).collect(Collectors.joining("; ")),
                        reasons.stream().map(Failed::text).collect(Collectors.joining("\n")));
    }

    private Case.Outcome situations() {
        List<SituationRecord> unseen = engines.stream()
                .filter(engine -> !engine.verdict().equals("undecided"))
                .flatMap(engine -> engine.situations().stream())
                .filter(situation -> situation.schedules() == 0)
                .toList();
        if (!unseen.isEmpty()) {
            return new Failed(
                    "never met: " + unseen.stream().map(SituationRecord::id).collect(Collectors.joining(", ")),
                    unseen.stream()
                            .map(situation -> situation.id() + ": " + situation.text() + "\n")
                            .collect(Collectors.joining()));
        }
        return engines.stream()
                .filter(engine -> !engine.unseen().isEmpty())
                .findFirst()
                .<Case.Outcome>map(engine -> new Skipped("undecided: " + undecided(engine)))
                .orElseGet(Passed::new);
    }

    /** Books why an engine is red on the rules concerned. */
    private void blame(EngineRecord engine) {
        if (engine.expected().equals("holds")) {
            Verdicts.inOrder(engine).forEach(found -> fail(found.rule(), broken(engine, found)));
        } else if (engine.defects().isEmpty()) {
            String who = "the " + engine.who() + " subject under contract " + engine.contract();
            engine.missing()
                    .forEach(rule -> fail(
                            rule,
                            new Failed(
                                    who + " was to be convicted of " + rule + " and was not",
                                    Verdicts.sentence(engine) + "\n")));
        } else {
            engine.defects().stream()
                    .filter(defect -> !defect.asExpected())
                    .forEach(defect -> fail(defect.rule(), missed(defect)));
        }
    }

    private void fail(String rule, Failed reason) {
        failures.computeIfAbsent(rule, none -> new ArrayList<>()).add(reason);
    }

    private Failed broken(EngineRecord engine, CounterexampleRecord found) {
        String replay = commands.replay("counterexamples/" + names.of(found), found.subject());
        return new Failed(
                CounterexampleText.heading(found) + ": expected " + found.expected() + ", seen " + found.seen(),
                CounterexampleText.of(found, engine.engine(), replay));
    }

    private static Failed missed(DefectRecord defect) {
        return new Failed(
                "defect " + defect.id() + " was not convicted by " + defect.rule() + ": " + defect.verdict(),
                defect.id() + ", " + defect.origin() + ": " + defect.sentence() + "\n" + defect.rule()
                        + " caught it with " + defect.caught() + " of " + defect.seeds() + " seeds"
                        + (defect.alsoNamed().isEmpty()
                                ? ""
                                : "; convicted by " + String.join(", ", defect.alsoNamed()))
                        + "\n");
    }
}
