package dev.halflife.model.write.statistics;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/** Running statistics and their snapshots as the contract sees them: an immutable value. */
public final class StatisticsState {

    static final StatisticsState EMPTY = new StatisticsState(ExtensionsKt.persistentHashMapOf(), 0, 0, Shelf.EMPTY);

    final PersistentMap<String, Moments> partitions;

    /** Observations since the last claim that must count. */
    final long observations;

    /** The same with non-finite samples, which may count. */
    final long attempts;

    final Shelf shelf;

    StatisticsState(PersistentMap<String, Moments> partitions, long observations, long attempts, Shelf shelf) {
        this.partitions = partitions;
        this.observations = observations;
        this.attempts = attempts;
        this.shelf = shelf;
    }

    Moments moments(String partition) {
        return partitions.getOrDefault(partition, Moments.EMPTY);
    }

    StatisticsState with(String partition, Moments moments) {
        return new StatisticsState(partitions.putting(partition, moments), observations, attempts, shelf);
    }

    StatisticsState counting(long itsObservations, long itsAttempts) {
        return new StatisticsState(partitions, itsObservations, itsAttempts, shelf);
    }

    StatisticsState with(Shelf next) {
        return new StatisticsState(partitions, observations, attempts, next);
    }

    /** The partitions with any sample, sorted. */
    public SortedSet<String> partitionNames() {
        return new TreeSet<>(partitions.keySet());
    }

    /** How many samples a partition has. */
    public long count(String partition) {
        return moments(partition).count();
    }

    /** The observations since the last claim of a snapshot. */
    public long observations() {
        return observations;
    }

    /** The writers whose saves are in progress, sorted. */
    public SortedSet<Integer> writers() {
        return shelf.writers();
    }

    /** How many steps that writer has taken with its save; 0 where it has none in progress. */
    public int steps(int writer) {
        Saving saving = shelf.of(writer);
        return saving == null ? 0 : saving.steps();
    }

    /** A partition as a computation in doubles would tell it at best. */
    public Summary summary(String partition) {
        return moments(partition).summary();
    }

    /** The snapshots, by how many samples are in them, that a kill now could leave but for the saves in progress. */
    public List<Long> samplesSaved() {
        return shelf.withoutSavesInProgress().candidates(null).stream()
                .flatMap(StatisticsState::samples)
                .toList();
    }

    /** The snapshots being saved, by how many samples are in them. */
    public List<Long> samplesBeingSaved() {
        return shelf.inProgress()
                .map(Saving::snapshot)
                .flatMap(StatisticsState::samples)
                .toList();
    }

    private static Stream<Long> samples(Content content) {
        return content instanceof Content.Whole whole
                ? Stream.of(whole.partitions().values().stream()
                        .mapToLong(Moments::count)
                        .sum())
                : Stream.empty();
    }

    /** Whether the numbers of a partition are so large that their squares overflow a double. */
    public boolean large(String partition) {
        return moments(partition).large();
    }

    /** How many damaged files stand aside. */
    public long filesAside() {
        return shelf.aside();
    }

    /** Whether there is a whole snapshot and no save in progress, so that something may damage it. */
    public boolean atRest() {
        return shelf.atRest();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatisticsState state
                && state.partitions.equals(partitions)
                && state.observations == observations
                && state.attempts == attempts
                && state.shelf.equals(shelf);
    }

    @Override
    public int hashCode() {
        return (31 * partitions.hashCode() + Long.hashCode(observations)) * 31 + shelf.hashCode();
    }

    @Override
    public String toString() {
        return "StatisticsState[" + partitions + ", observations " + observations + ", " + shelf + "]";
    }
}
