package dev.halflife.reports.change;

import dev.halflife.reports.text.Quantity;
import dev.halflife.reports.text.Verdicts;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.gate.RunRecord.RuleRecord;
import dev.halflife.sim.gate.RunRecord.SituationRecord;
import dev.halflife.sim.museum.DefectRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What changed in one component. */
final class ComponentChanges {

    /** Times below vary by themselves. */
    private static final long SHORT_MILLIS = 1000;

    private static final double SLOWER = 1.5;

    private final String component;
    private final boolean sameSeed;
    private final List<Change> changes = new ArrayList<>();

    ComponentChanges(
            ComponentRecord before,
            List<EngineRecord> enginesBefore,
            ComponentRecord now,
            List<EngineRecord> enginesNow,
            boolean sameSeed) {
        this.component = now.name();
        this.sameSeed = sameSeed;
        rules(before.rules(), now.rules());
        List<EngineRecord> old = its(enginesBefore);
        List<EngineRecord> its = its(enginesNow);
        List<String> otherEvents = new ArrayList<>();
        for (EngineRecord engine : its) {
            Optional<EngineRecord> same = same(old, engine);
            if (same.isEmpty()) {
                changes.add(Change.other(component, name(engine) + " is new"));
            } else {
                engine(same.get(), engine);
                if (sameEvents(same.get(), engine)) {
                    continue;
                }
                otherEvents.add(name(engine));
            }
        }
        old.stream()
                .filter(engine -> same(its, engine).isEmpty())
                .forEach(engine -> changes.add(Change.other(component, name(engine) + " is no longer run")));
        if (!otherEvents.isEmpty()) {
            changes.add(Change.other(component, "other events in " + String.join(", ", otherEvents)));
        }
        counts(old, its);
    }

    List<Change> list() {
        return changes;
    }

    private List<EngineRecord> its(List<EngineRecord> engines) {
        return engines.stream()
                .filter(engine -> engine.component().equals(component))
                .toList();
    }

    private static Optional<EngineRecord> same(List<EngineRecord> engines, EngineRecord engine) {
        return engines.stream()
                .filter(candidate -> name(candidate).equals(name(engine)))
                .findFirst();
    }

    /** Who was tried by what: {@code fuzz of reference under strict}. */
    private static String name(EngineRecord engine) {
        return engine.defects().isEmpty()
                ? engine.engine() + " of " + engine.subject() + " under " + engine.contract()
                : "the museum";
    }

    /** Digests tell only where the same was asked. */
    private boolean sameEvents(EngineRecord before, EngineRecord now) {
        return !sameSeed
                || !before.bound().equals(now.bound())
                || before.digest().equals(now.digest());
    }

    private void rules(List<RuleRecord> before, List<RuleRecord> now) {
        told(ids(before, RuleRecord::id, rule -> true), ids(now, RuleRecord::id, rule -> true), (gone, come) -> {
            other(come, "new rules: ", "");
            other(gone, "rules that are gone: ", "");
        });
        Set<String> known = ids(before, RuleRecord::id, rule -> true);
        known.retainAll(ids(now, RuleRecord::id, rule -> true));
        told(
                ids(before, RuleRecord::id, rule -> rule.exercised() && known.contains(rule.id())),
                ids(now, RuleRecord::id, rule -> rule.exercised() && known.contains(rule.id())),
                (gone, come) -> {
                    worse(gone, "no longer puts to the test ", "");
                    better(come, "now puts to the test ", "");
                });
        told(
                ids(before, RuleRecord::id, rule -> rule.broken() && known.contains(rule.id())),
                ids(now, RuleRecord::id, rule -> rule.broken() && known.contains(rule.id())),
                (gone, come) -> {
                    worse(gone, "no defect of the museum breaks ", " any more");
                    better(come, "a defect of the museum now breaks ", "");
                });
    }

    private void engine(EngineRecord before, EngineRecord now) {
        String was = Verdicts.word(before);
        String is = Verdicts.word(now);
        if (!was.equals(is) || before.asExpected() != now.asExpected()) {
            String text = name(now) + ": " + is + ", was " + was;
            changes.add(
                    before.asExpected() == now.asExpected()
                            ? Change.other(component, text)
                            : now.asExpected() ? Change.better(component, text) : Change.worse(component, text));
        }
        Set<String> brokenBefore = ids(before.counterexamples(), CounterexampleRecord::rule, found -> true);
        Set<String> brokenNow = ids(now.counterexamples(), CounterexampleRecord::rule, found -> true);
        boolean convicts = now.expected().equals("violated");
        told(brokenBefore, brokenNow, (gone, come) -> {
            if (convicts) {
                List<String> missing =
                        gone.stream().filter(now.missing()::contains).toList();
                worse(missing, name(now) + " is no longer convicted of ", "");
                other(
                        gone.stream().filter(rule -> !missing.contains(rule)).toList(),
                        name(now) + " no longer breaks ",
                        "");
                other(come, name(now) + " now breaks ", "");
            } else {
                worse(come, name(now) + " breaks ", "");
                better(gone, name(now) + " no longer breaks ", "");
            }
        });
        situations(before, now);
        defects(before, now);
    }

    private void situations(EngineRecord before, EngineRecord now) {
        Predicate<SituationRecord> met = situation -> situation.schedules() > 0;
        Set<String> known = ids(before.situations(), SituationRecord::id, situation -> true);
        told(
                ids(before.situations(), SituationRecord::id, met),
                ids(now.situations(), SituationRecord::id, met.and(situation -> known.contains(situation.id()))),
                (gone, come) -> {
                    List<String> unseen = now.unseen();
                    worse(gone.stream().filter(unseen::contains).toList(), "never met: ", ", which it did before");
                    other(gone.stream().filter(id -> !unseen.contains(id)).toList(), "no longer asks for ", "");
                    better(come, "now meets ", "");
                });
        other(
                now.situations().stream()
                        .map(SituationRecord::id)
                        .filter(id ->
                                !known.contains(id) && !before.situations().isEmpty())
                        .toList(),
                "new situations: ",
                "");
    }

    private void defects(EngineRecord before, EngineRecord now) {
        Predicate<DefectRecord> caught = DefectRecord::asExpected;
        Set<String> was = ids(before.defects(), DefectRecord::id, defect -> true);
        Set<String> is = ids(now.defects(), DefectRecord::id, defect -> true);
        told(was, is, (gone, come) -> {
            other(come, "new defects in the museum: ", "");
            other(gone, "defects no longer in the museum: ", "");
        });
        told(
                ids(before.defects(), DefectRecord::id, caught.and(defect -> is.contains(defect.id()))),
                ids(now.defects(), DefectRecord::id, caught.and(defect -> was.contains(defect.id()))),
                (gone, come) -> {
                    worse(gone, "no longer catches ", "");
                    better(come, "now catches ", "");
                });
    }

    private void counts(List<EngineRecord> before, List<EngineRecord> now) {
        long schedules = before.stream().mapToLong(EngineRecord::schedules).sum();
        long steps = before.stream().mapToLong(EngineRecord::steps).sum();
        long schedulesNow = now.stream().mapToLong(EngineRecord::schedules).sum();
        long stepsNow = now.stream().mapToLong(EngineRecord::steps).sum();
        if (schedules != schedulesNow || steps != stepsNow) {
            changes.add(Change.other(
                    component,
                    Quantity.of(schedulesNow, "schedule") + " and " + Quantity.of(stepsNow, "step") + ", were "
                            + Quantity.exact(schedules) + " and " + Quantity.exact(steps)));
        }
        long millis = before.stream().mapToLong(EngineRecord::wallMillis).sum();
        long millisNow = now.stream().mapToLong(EngineRecord::wallMillis).sum();
        if (StrictMath.min(millis, millisNow) > SHORT_MILLIS) {
            if (millisNow > SLOWER * millis || millis > SLOWER * millisNow) {
                changes.add(
                        Change.other(component, "took " + Quantity.wall(millisNow) + ", was " + Quantity.wall(millis)));
            }
        }
    }

    /** Told what is gone and what has come. */
    private interface Difference {
        void between(List<String> gone, List<String> come);
    }

    private static void told(Set<String> before, Set<String> now, Difference difference) {
        difference.between(
                before.stream().filter(id -> !now.contains(id)).toList(),
                now.stream().filter(id -> !before.contains(id)).toList());
    }

    private static <T> Set<String> ids(List<T> records, Function<T, String> id, Predicate<T> counts) {
        return records.stream().filter(counts).map(id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void worse(Collection<String> ids, String before, String after) {
        add(Change.Kind.WORSE, ids, before, after);
    }

    private void other(Collection<String> ids, String before, String after) {
        add(Change.Kind.OTHER, ids, before, after);
    }

    private void better(Collection<String> ids, String before, String after) {
        add(Change.Kind.BETTER, ids, before, after);
    }

    private void add(Change.Kind kind, Collection<String> ids, String before, String after) {
        if (!ids.isEmpty()) {
            changes.add(new Change(kind, component, before + String.join(", ", ids) + after));
        }
    }
}
