package dev.halflife.model.write.statistics;

import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where snapshots are kept, as far as replies tell: what was on disk, and which saves may have changed it since (W6). A
 * value. It knows where the published way of saving promises nothing (F7).
 *
 * <p>A save replaces the file at once, in one of its turns, and forces the name after that and before it says that it is
 * saved. So of the saves that are done the one that replaced the file last has it, or one that came after; what was
 * replaced before a name was forced is gone for good.
 *
 * @param left the disks that may be, but for these saves; none once a save is done
 * @param saves the saves since the last restart that may still count, in the order of their beginning
 * @param turn the latest turn
 * @param aside how many damaged files are known to stand aside
 */
record Shelf(List<Disk> left, List<Saving> saves, int turn, long aside) {

    static final Shelf EMPTY = new Shelf(List.of(Disk.of(Content.Nothing.ABSENT)), List.of(), 0, 0);

    /** The writers whose saves are in progress, sorted. */
    SortedSet<Integer> writers() {
        SortedSet<Integer> writers = new TreeSet<>();
        inProgress().forEach(saving -> writers.add(saving.writer()));
        return writers;
    }

    /** The save that this writer has in progress, or null. */
    @Nullable
    Saving of(int writer) {
        return inProgress()
                .filter(saving -> saving.writer() == writer)
                .findFirst()
                .orElse(null);
    }

    Stream<Saving> inProgress() {
        return saves.stream().filter(Saving::isInProgress);
    }

    Shelf withoutSavesInProgress() {
        List<Saving> ended =
                saves.stream().filter(saving -> !saving.isInProgress()).toList();
        return new Shelf(left, ended, turn, aside);
    }

    Shelf begin(int writer, Content snapshot) {
        List<Saving> next = new ArrayList<>();
        saves.forEach(saving -> next.add(saving.whileAnotherBegins()));
        next.add(Saving.begun(writer, snapshot, turn + 1, inProgress().findAny().isPresent()));
        return new Shelf(left, List.copyOf(next), turn + 1, aside);
    }

    /** A save in progress takes a step, and may end by it. */
    Shelf step(Saving saving, Progress progress) {
        int its = saving.last() == turn ? turn : turn + 1;
        List<Saving> next = new ArrayList<>(saves);
        next.set(next.indexOf(saving), saving.stepped(its, progress));
        Shelf shelf = new Shelf(left, List.copyOf(next), its, aside);
        return progress == Progress.SAVED ? shelf.settled() : shelf;
    }

    /** Without what a save that is done has replaced for good. */
    private Shelf settled() {
        int floor = floor();
        List<Saving> counting = saves.stream()
                .filter(saving -> saving.isInProgress() || saving.last() >= floor)
                .toList();
        return new Shelf(List.of(), counting, turn, aside);
    }

    /** The turn before which no file has lasted: that in which the last of the saves that are done began. */
    private int floor() {
        return saves.stream()
                .filter(Saving::isSaved)
                .mapToInt(Saving::first)
                .max()
                .orElse(0);
    }

    /** Every disk that may be. */
    List<Disk> disks() {
        List<Disk> disks = new ArrayList<>(left);
        int floor = floor();
        for (Saving saving : saves) {
            if (saving.last() >= floor) {
                disks.add(replacedBy(saving));
            }
        }
        return List.copyOf(disks);
    }

    /** The disk on which this save was the last to replace the file, in its latest turn. */
    private Disk replacedBy(Saving last) {
        if (last.isSaved()) {
            return new Disk(last.snapshot(), List.of(), true);
        }
        Set<Content> others = new LinkedHashSet<>(Disk.afterPowerLoss(left));
        for (Saving saving : saves) {
            if (!saving.equals(last) && mayHaveReplaced(saving, last.last())) {
                others.add(saving.snapshot());
            }
        }
        return new Disk(last.snapshot(), List.copyOf(others), true);
    }

    /** Whether this save may have replaced the file before that turn, and no save that is done after it. */
    private boolean mayHaveReplaced(Saving saving, int before) {
        int floor = saves.stream()
                .filter(other -> other.isSaved() && !other.equals(saving))
                .mapToInt(Saving::first)
                .max()
                .orElse(0);
        return saving.turns().stream().anyMatch(its -> its > floor && its < before);
    }

    /** Whether it is known that there is a file, whole and at rest. */
    boolean atRest() {
        return inProgress().findAny().isEmpty()
                && !mixed()
                && disks().stream().allMatch(disk -> disk.visible() instanceof Content.Whole);
    }

    /** Something else has damaged the file, whichever it was. */
    Shelf damaged() {
        Disk disk = Disk.found(Content.Broken.DAMAGED, disks());
        return new Shelf(List.of(disk), List.of(), 0, aside);
    }

    /**
     * Whether saves that share a temporary file may have mixed their contents in what has the name: one came back to it
     * after another, and not both could rename it, as there is one file.
     */
    private boolean mixed() {
        int floor = floor();
        return saves.stream()
                .filter(saving -> saving.last() > floor)
                .anyMatch(saving -> saves.stream()
                        .anyMatch(other -> saving.spans(other) && !(saving.isSaved() && other.isSaved())));
    }

    /** Whether the published way of saving leaves anything at all to such a restart (F7). */
    boolean promisesNothing(@Nullable PowerLoss power) {
        return mixed() || (power != null && disks().stream().anyMatch(Disk::saved));
    }

    /** What a restart may find. */
    List<Content> candidates(@Nullable PowerLoss power) {
        return power == null ? disks().stream().map(Disk::visible).distinct().toList() : Disk.afterPowerLoss(disks());
    }

    /** After a restart: the disks that may be, and how many files stand aside. */
    Shelf restarted(List<Disk> disks, long itsAside) {
        return new Shelf(disks, List.of(), 0, Math.max(aside, itsAside));
    }
}
