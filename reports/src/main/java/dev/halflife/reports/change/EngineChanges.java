package dev.halflife.reports.change;

import static dev.halflife.reports.change.Differences.between;
import static dev.halflife.reports.change.Differences.ids;

import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.Records;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.gate.RunRecord.SituationRecord;
import dev.halflife.sim.museum.DefectRecord;
import java.util.Set;
import java.util.function.Predicate;

/** What changed in what one engine says. */
final class EngineChanges {

    private final EngineRecord before;
    private final EngineRecord now;
    private final Differences differences;

    EngineChanges(EngineRecord before, EngineRecord now, Differences differences) {
        this.before = before;
        this.now = now;
        this.differences = differences;
    }

    /** Who was tried by what: {@code fuzz of reference under strict}. */
    static String name(EngineRecord engine) {
        return engine.engine().equals(Records.MUSEUM)
                ? "the museum"
                : engine.engine() + " of " + engine.who() + " under " + engine.contract();
    }

    /** Whether it was stopped or could not judge: then what it did not meet or catch says nothing. */
    static boolean undecided(EngineRecord engine) {
        return engine.verdict().equals("undecided");
    }

    /** Tells all. */
    void tell() {
        verdict();
        if (!undecided(before) && !undecided(now)) {
            convictions();
            situations();
            defects();
        }
    }

    private void verdict() {
        String was = Verdicts.word(before);
        String is = Verdicts.word(now);
        if (!was.equals(is) || before.asExpected() != now.asExpected()) {
            Change.Kind kind = now.asExpected() ? Change.Kind.BETTER : Change.Kind.WORSE;
            differences.add(
                    before.asExpected() == now.asExpected() ? Change.Kind.OTHER : kind,
                    name(now) + ": " + is + ", was " + was);
        }
    }

    private void convictions() {
        Set<String> was = ids(before.counterexamples(), CounterexampleRecord::rule, found -> true);
        Set<String> is = ids(now.counterexamples(), CounterexampleRecord::rule, found -> true);
        between(was, is, (gone, come) -> {
            if (now.expected().equals("holds")) {
                differences.worse(come, name(now) + " breaks ", "");
                differences.better(gone, name(now) + " no longer breaks ", "");
            } else {
                Predicate<String> missing = now.missing()::contains;
                differences.worse(
                        gone.stream().filter(missing).toList(), name(now) + " is no longer convicted of ", "");
                differences.other(
                        gone.stream().filter(missing.negate()).toList(), name(now) + " no longer breaks ", "");
                differences.other(come, name(now) + " now breaks ", "");
            }
        });
    }

    private void situations() {
        Predicate<SituationRecord> met = situation -> situation.schedules() > 0;
        Set<String> was = ids(before.situations(), SituationRecord::id, situation -> true);
        Set<String> is = ids(now.situations(), SituationRecord::id, situation -> true);
        between(was, is, (gone, come) -> {
            differences.other(come, "new situations: ", "");
            differences.other(gone, "situations that are gone: ", "");
        });
        between(
                ids(before.situations(), SituationRecord::id, met.and(situation -> is.contains(situation.id()))),
                ids(now.situations(), SituationRecord::id, met.and(situation -> was.contains(situation.id()))),
                (gone, come) -> {
                    differences.worse(gone, "never met: ", ", unlike before");
                    differences.better(come, "now meets ", "");
                });
    }

    private void defects() {
        Predicate<DefectRecord> caught = DefectRecord::asExpected;
        Set<String> was = ids(before.defects(), DefectRecord::id, defect -> true);
        Set<String> is = ids(now.defects(), DefectRecord::id, defect -> true);
        between(was, is, (gone, come) -> {
            differences.other(come, "new defects in the museum: ", "");
            differences.other(gone, "defects no longer in the museum: ", "");
        });
        between(
                ids(before.defects(), DefectRecord::id, caught.and(defect -> is.contains(defect.id()))),
                ids(now.defects(), DefectRecord::id, caught.and(defect -> was.contains(defect.id()))),
                (gone, come) -> {
                    differences.worse(gone, "no longer catches ", "");
                    differences.better(come, "now catches ", "");
                });
    }
}
