package dev.halflife.impl.write;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The statistics of every partition, fed and read by many threads (W1 to W5).
 *
 * <p>Thread-safe. Writers of one partition take turns, for a few additions each, so that no sample is lost (W4); writers
 * of different ones and readers wait for no one. An update allocates one summary.
 */
public final class RunningStatistics {

    /** As published: a snapshot for every 100 samples. */
    public static final long SAMPLES_PER_SNAPSHOT = 100;

    private final ConcurrentHashMap<Partition, Population> partitions = new ConcurrentHashMap<>();
    private final AtomicLong unclaimed = new AtomicLong();
    private final long samplesPerSnapshot;
    private final WritePathObserver observer;

    /** Statistics of no partition yet, with a snapshot due every 100 samples. */
    public RunningStatistics() {
        this(SAMPLES_PER_SNAPSHOT, WritePathObserver.NONE);
    }

    /**
     * Statistics of no partition yet.
     *
     * @param samplesPerSnapshot how many samples from one snapshot to the next; at least 1
     * @param observer is told how each write is routed
     */
    public RunningStatistics(long samplesPerSnapshot, WritePathObserver observer) {
        if (samplesPerSnapshot < 1) {
            throw new IllegalArgumentException(
                    "samplesPerSnapshot must be within [1, " + Long.MAX_VALUE + "]: " + samplesPerSnapshot);
        }
        this.samplesPerSnapshot = samplesPerSnapshot;
        this.observer = observer;
    }

    /** Adds a sample; one that is not finite is ignored, and not counted towards a snapshot (W1). */
    public void update(Partition partition, double sample) {
        if (Double.isFinite(sample)) {
            add(partition, sample);
        }
    }

    /** Adds a population that was summarised elsewhere; each of its samples counts towards a snapshot (W2). */
    public void merge(Partition partition, Summary more) {
        if (more.count() > 0) {
            population(partition).merge(more);
            count(more.count());
        }
    }

    /** The summary of a partition, empty for one that was never fed. */
    public Summary summary(Partition partition) {
        Population population = partitions.get(partition);
        return population == null ? Summary.EMPTY : population.summary();
    }

    /**
     * Scores how new something is, then adds its distance to the partition (W5).
     *
     * <p>It is scored against exactly the samples that stand before its own.
     *
     * @param maxSimilarity to its nearest neighbour; 1 is the same, 0 nothing in common
     * @param threshold of the score; below it the write takes the fast route
     * @throws IllegalArgumentException if the similarity or the threshold is not finite; nothing was added then
     */
    public Novelty score(Partition partition, double maxSimilarity, double threshold) {
        requireFinite("maxSimilarity", maxSimilarity);
        requireFinite("threshold", threshold);
        double distance = 1 - maxSimilarity;
        Summary before = add(partition, distance);
        Novelty novelty = Novelty.of(distance, before.zScore(distance), threshold);
        observer.routed(partition, novelty);
        return novelty;
    }

    /**
     * The summaries of all partitions that were fed, sorted.
     *
     * <p>Each is whole; while others write, two partitions may be seen at different instants. Visits every partition.
     */
    public Map<Partition, Summary> snapshot() {
        SortedMap<Partition, Summary> snapshot = new TreeMap<>();
        partitions.forEach((partition, population) -> {
            Summary summary = population.summary();
            if (summary.count() > 0) {
                snapshot.put(partition, summary);
            }
        });
        return Collections.unmodifiableSortedMap(snapshot);
    }

    /**
     * Whether it is this caller's turn to save a snapshot: true for one caller each time that so many samples have come
     * since the last claim, 100 unless told otherwise (W6).
     *
     * <p>A claim cannot be given back. Where saving fails the next one comes after as many again, which keeps a failing
     * disk from being asked at every write; nothing is lost by it, since a snapshot holds everything up to its own
     * instant. What came after the last claim is for the caller to save when it closes.
     */
    public boolean claimSnapshot() {
        return unclaimed.get() >= samplesPerSnapshot
                && unclaimed.getAndUpdate(count -> count < samplesPerSnapshot ? count : 0) >= samplesPerSnapshot;
    }

    /**
     * Takes over a snapshot, at the start: merged with what may have come already, so that no sample is lost (W4), and
     * not counted towards the next one.
     */
    public void restore(Map<Partition, Summary> loaded) {
        loaded.forEach((partition, summary) -> {
            if (summary.count() > 0) {
                population(partition).merge(summary);
            }
        });
    }

    private Summary add(Partition partition, double sample) {
        Summary before = population(partition).add(sample);
        count(1);
        return before;
    }

    private Population population(Partition partition) {
        Population known = partitions.get(partition); // computeIfAbsent may lock where this does not
        return known != null ? known : partitions.computeIfAbsent(partition, fresh -> new Population());
    }

    private void count(long samples) {
        unclaimed.accumulateAndGet(
                samples, (count, more) -> count > Long.MAX_VALUE - more ? Long.MAX_VALUE : count + more);
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite: " + NumberOutput.toString(value, true));
        }
    }
}
