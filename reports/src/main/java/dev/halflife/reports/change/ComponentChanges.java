package dev.halflife.reports.change;

import static dev.halflife.reports.change.Differences.between;
import static dev.halflife.reports.change.Differences.ids;

import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.gate.RunRecord.RuleRecord;
import dev.halflife.sim.text.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What changed in one component that both runs have. */
final class ComponentChanges {

    /** Shorter times vary by themselves. */
    private static final long SHORT_MILLIS = 1000;

    private static final double MUCH = 1.5;

    private final List<EngineRecord> enginesBefore;
    private final List<EngineRecord> enginesNow;
    private final boolean sameSeed;
    private final Differences differences;

    ComponentChanges(RunRecord before, RunRecord now, String component) {
        this.enginesBefore = engines(before, component);
        this.enginesNow = engines(now, component);
        this.sameSeed = before.seed().equals(now.seed());
        this.differences = new Differences(component);
    }

    private static List<EngineRecord> engines(RunRecord run, String component) {
        return run.engines().stream()
                .filter(engine -> engine.component().equals(component))
                .toList();
    }

    /** What changed from one description to the other, and in what the engines say. */
    List<Change> list(ComponentRecord before, ComponentRecord now) {
        rules(before.rules(), now.rules());
        engines();
        counts();
        times();
        return differences.list();
    }

    private void rules(List<RuleRecord> before, List<RuleRecord> now) {
        Set<String> was = ids(before, RuleRecord::id, rule -> true);
        Set<String> is = ids(now, RuleRecord::id, rule -> true);
        between(was, is, (gone, come) -> {
            differences.other(come, "new rules: ", "");
            differences.other(gone, "rules that are gone: ", "");
        });
        Predicate<RuleRecord> lasting = rule -> was.contains(rule.id()) && is.contains(rule.id());
        if (enginesBefore.stream().noneMatch(EngineChanges::undecided)
                && enginesNow.stream().noneMatch(EngineChanges::undecided)) {
            between(
                    ids(before, RuleRecord::id, lasting.and(RuleRecord::exercised)),
                    ids(now, RuleRecord::id, lasting.and(RuleRecord::exercised)),
                    (gone, come) -> {
                        differences.worse(gone, "no longer puts to the test ", "");
                        differences.better(come, "now puts to the test ", "");
                    });
        }
        between(
                ids(before, RuleRecord::id, lasting.and(RuleRecord::broken)),
                ids(now, RuleRecord::id, lasting.and(RuleRecord::broken)),
                (gone, come) -> {
                    differences.worse(gone, "no defect of the museum breaks ", " any more");
                    differences.better(come, "a defect of the museum now breaks ", "");
                });
    }

    private void engines() {
        List<String> otherEvents = new ArrayList<>();
        for (EngineRecord now : enginesNow) {
            Optional<EngineRecord> before = same(enginesBefore, now);
            if (before.isEmpty()) {
                differences.add(Change.Kind.OTHER, EngineChanges.name(now) + " is new");
            } else {
                new EngineChanges(before.get(), now, differences).tell();
                if (differ(before.get(), now)) {
                    otherEvents.add(EngineChanges.name(now));
                }
            }
        }
        differences.other(
                enginesBefore.stream()
                        .filter(engine -> same(enginesNow, engine).isEmpty())
                        .map(EngineChanges::name)
                        .toList(),
                "no longer run: ",
                "");
        differences.other(otherEvents, "other events in ", "");
    }

    private static Optional<EngineRecord> same(List<EngineRecord> engines, EngineRecord engine) {
        return engines.stream()
                .filter(candidate -> EngineChanges.name(candidate).equals(EngineChanges.name(engine)))
                .findFirst();
    }

    /** Digests tell only where the same was asked. */
    private boolean differ(EngineRecord before, EngineRecord now) {
        return sameSeed
                && before.bound().equals(now.bound())
                && !before.digest().equals(now.digest());
    }

    private void counts() {
        long schedules = sum(enginesBefore, EngineRecord::schedules);
        long steps = sum(enginesBefore, EngineRecord::steps);
        long schedulesNow = sum(enginesNow, EngineRecord::schedules);
        long stepsNow = sum(enginesNow, EngineRecord::steps);
        if (schedules != schedulesNow || steps != stepsNow) {
            differences.add(
                    Change.Kind.OTHER,
                    Quantity.of(schedulesNow, "schedule") + " and " + Quantity.of(stepsNow, "step") + ", were "
                            + Quantity.exact(schedules) + " and " + Quantity.exact(steps));
        }
    }

    private void times() {
        long millis = sum(enginesBefore, EngineRecord::wallMillis);
        long millisNow = sum(enginesNow, EngineRecord::wallMillis);
        boolean counts = Math.max(millis, millisNow) > SHORT_MILLIS;
        if (counts && (millisNow > MUCH * millis || millis > MUCH * millisNow)) {
            differences.add(Change.Kind.OTHER, "took " + Quantity.wall(millisNow) + ", was " + Quantity.wall(millis));
        }
    }

    private static long sum(List<EngineRecord> engines, ToLongFunction<EngineRecord> number) {
        return engines.stream().mapToLong(number).sum();
    }
}
