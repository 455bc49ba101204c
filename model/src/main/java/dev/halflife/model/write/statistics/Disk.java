package dev.halflife.model.write.statistics;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A disk that replies so far allow, as far as the snapshot's name goes; a value. What stands under the name is one file,
 * however many others are equal to it: what a save replaced may come back though it has the same content.
 *
 * @param visible the file that a new process finds, were this one killed now
 * @param others what else may have the name after a loss of power. Only content counts: power tells which of them it is
 * @param saved whether a save gave the name to a file since power was lost last
 */
record Disk(Content visible, List<Content> others, boolean saved) {

    /** One that was never saved to. */
    static Disk of(Content visible) {
        return new Disk(visible, List.of(), false);
    }

    /** This file under the name, where any of those disks may be the one: what they hold but for what they show. */
    static Disk found(Content visible, Collection<Disk> disks) {
        Set<Content> others = new LinkedHashSet<>();
        disks.forEach(disk -> others.addAll(disk.others));
        return new Disk(visible, List.copyOf(others), disks.stream().anyMatch(Disk::saved));
    }

    /** The same, but that this may have the name after a loss of power too. */
    Disk or(Content other) {
        Set<Content> more = new LinkedHashSet<>(others);
        more.add(other);
        return new Disk(visible, List.copyOf(more), saved);
    }

    /** What stands under the name on any of these disks once power is lost. */
    static List<Content> afterPowerLoss(Collection<Disk> disks) {
        Set<Content> left = new LinkedHashSet<>();
        disks.forEach(disk -> left.add(disk.visible));
        disks.forEach(disk -> left.addAll(disk.others));
        return List.copyOf(left);
    }
}
