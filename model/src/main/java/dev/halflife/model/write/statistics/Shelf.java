package dev.halflife.model.write.statistics;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where snapshots are kept, as far as replies tell: what the file may hold, and the saves in progress (W6). A value. For
 * blame it knows where the published way of saving promises nothing (F7).
 *
 * @param visible what a new process may find, were this one killed now; but for the saves in progress
 * @param durable what may be found after a loss of power too; all of {@code visible}, and perhaps older ones
 * @param saves the saves in progress, by writer
 * @param mixed whether saves that share a temporary file may have mixed their contents
 * @param unforced whether anything was saved since power was lost last
 * @param aside how many damaged files are known to stand aside
 */
record Shelf(
        List<Content> visible,
        List<Content> durable,
        SortedMap<Integer, Saving> saves,
        boolean mixed,
        boolean unforced,
        long aside) {

    private static final List<Content> NOTHING = List.of(Content.Nothing.ABSENT);

    static final Shelf EMPTY = new Shelf(NOTHING, NOTHING, new TreeMap<>(), false, false, 0);

    Shelf begin(int writer, Content snapshot) {
        boolean overlaps = !saves.isEmpty();
        SortedMap<Integer, Saving> next = new TreeMap<>();
        saves.forEach((other, saving) -> next.put(other, saving.whileAnotherBegins()));
        next.put(writer, new Saving(snapshot, 0, overlaps, List.of()));
        return new Shelf(visible, durable, next, mixed || overlaps, true, aside);
    }

    Shelf step(int writer, Saving saving) {
        SortedMap<Integer, Saving> next = new TreeMap<>(saves);
        next.put(writer, saving.stepped());
        return new Shelf(visible, durable, next, mixed, unforced, aside);
    }

    /** A save is complete: what it wrote is what a restart finds, or what another has saved since it began. */
    Shelf saved(int writer, Saving saving) {
        SortedMap<Integer, Saving> next = new TreeMap<>();
        saves.forEach((other, its) -> next.put(other, its.whileAnotherSaves(saving.snapshot())));
        next.remove(writer);
        List<Content> found = union(List.of(saving.snapshot()), saving.savedMeanwhile());
        return new Shelf(found, found, next, mixed && saving.overlapped(), unforced, aside);
    }

    /** A save has failed: what it wrote may be there or not. */
    Shelf failed(int writer, Saving saving) {
        SortedMap<Integer, Saving> next = new TreeMap<>(saves);
        next.remove(writer);
        List<Content> its = List.of(saving.snapshot());
        return new Shelf(union(visible, its), union(durable, its), next, mixed, unforced, aside);
    }

    /** Whether it is known that there is a file, whole and at rest. */
    boolean atRest() {
        return saves.isEmpty() && visible.size() == 1 && visible.get(0) instanceof Content.Whole;
    }

    /** Something else has damaged the file. */
    Shelf damaged() {
        List<Content> found = List.of(Content.Broken.DAMAGED);
        List<Content> others =
                durable.stream().filter(content -> !visible.contains(content)).toList();
        return new Shelf(found, union(found, others), saves, mixed, unforced, aside);
    }

    /** What may be on disk for ever, whatever a process sees now. */
    List<Content> lasting() {
        return union(durable, written());
    }

    /** What a restart may find. */
    List<Content> candidates(@Nullable PowerLoss power) {
        return union(power == null ? visible : durable, written());
    }

    /** What the saves in progress write. */
    private List<Content> written() {
        return saves.values().stream().map(Saving::snapshot).toList();
    }

    /** Whether the published way of saving leaves anything at all to such a restart (F7). */
    boolean published(@Nullable PowerLoss power) {
        return mixed || (power != null && unforced);
    }

    /**
     * After a restart that found this, where {@code others} were possible too. Lost power leaves nothing open; a kill may
     * leave a rename unforced, so that power lost later may bring any of the others back.
     */
    Shelf restarted(@Nullable PowerLoss power, Content found, List<Content> others) {
        List<Content> seen = List.of(found);
        List<Content> kept = power == null ? union(seen, others) : seen;
        return new Shelf(seen, kept, new TreeMap<>(), false, power == null && unforced, aside);
    }

    /** After a restart that found the file damaged. Whether its new name was forced to disk is not known. */
    Shelf restarted(@Nullable PowerLoss power, StatisticsReply.Damaged reply, List<Content> others) {
        Shelf next = restarted(power, Content.Broken.DAMAGED, others);
        List<Content> seen = reply.kept() ? NOTHING : next.visible;
        return new Shelf(
                seen, union(seen, next.durable), next.saves, false, next.unforced, Math.max(aside, reply.aside()));
    }

    private static List<Content> union(Collection<Content> some, Collection<Content> more) {
        Set<Content> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
