package dev.halflife.reports.change;

import dev.halflife.model.NumberText;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.text.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changed since the run before.
 *
 * @param summary in a sentence
 * @param list one by one, what got worse first
 */
public record Changes(String summary, List<Change> list) {

    /** What is said where there was no run before. */
    public static final Changes FIRST = new Changes("This is the first run in this folder.", List.of());

    public Changes {
        list = list.stream().sorted(Comparator.comparing(Change::kind)).toList();
    }

    /** From one run to the next; {@code before} is null where there was none. */
    public static Changes between(@Nullable RunRecord before, RunRecord now) {
        if (before == null) {
            return FIRST;
        }
        List<Change> changes = new ArrayList<>();
        asked(before, now).ifPresent(changes::add);
        for (ComponentRecord component : now.components()) {
            Optional<ComponentRecord> old = named(before, component.name());
            if (old.isEmpty()) {
                changes.add(Change.other(component.name(), "was not part of the last run"));
            } else {
                changes.addAll(new ComponentChanges(before, now, component.name()).list(old.get(), component));
            }
        }
        for (ComponentRecord component : before.components()) {
            if (named(now, component.name()).isEmpty()) {
                changes.add(Change.other(component.name(), "is no longer part of the run"));
            }
        }
        return new Changes(summary(before, now, changes), changes);
    }

    private static Optional<Change> asked(RunRecord before, RunRecord now) {
        if (sameSeed(before, now) && before.budget().equals(now.budget())) {
            return Optional.empty();
        }
        return Optional.of(Change.other(
                "",
                "seed " + now.seed() + ", budget " + now.budget() + "; was seed " + before.seed() + ", budget "
                        + before.budget() + ": what differs below may come from that"));
    }

    private static boolean sameSeed(RunRecord before, RunRecord now) {
        return before.seed().equals(now.seed());
    }

    private static String summary(RunRecord before, RunRecord now, List<Change> changes) {
        String verdict = before.verdict().equals(now.verdict())
                ? "Verdict as before, " + now.verdict()
                : "Verdict " + now.verdict() + ", was " + before.verdict();
        String digest = before.digest().equals(now.digest()) ? "the same digest" : "another digest";
        String counted = List.of(Change.Kind.values()).stream()
                .filter(kind -> !Change.only(kind, changes).isEmpty())
                .map(kind -> Change.only(kind, changes).size() + " " + kind.word())
                .collect(Collectors.joining(", "));
        return verdict + "; " + digest + "; " + (counted.isEmpty() ? "nothing changed" : counted) + "; "
                + steps(before, now) + "; " + time(before, now) + ".";
    }

    private static String steps(RunRecord before, RunRecord now) {
        long was = before.engines().stream().mapToLong(EngineRecord::steps).sum();
        long are = now.engines().stream().mapToLong(EngineRecord::steps).sum();
        return was == are ? Quantity.of(are, "step") : Quantity.of(are, "step") + ", were " + Quantity.exact(was);
    }

    private static String time(RunRecord before, RunRecord now) {
        String ratio = before.wallMillis() == 0
                ? ""
                : String.format(
                        Locale.ROOT, " (× %.2f)", NumberText.decimal((double) now.wallMillis() / before.wallMillis()));
        return Quantity.wall(now.wallMillis()) + ", was " + Quantity.wall(before.wallMillis()) + ratio;
    }

    private static Optional<ComponentRecord> named(RunRecord run, String component) {
        return run.components().stream()
                .filter(candidate -> candidate.name().equals(component))
                .findFirst();
    }
}
