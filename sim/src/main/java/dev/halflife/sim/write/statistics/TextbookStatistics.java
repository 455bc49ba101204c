package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsReply.Band;
import dev.halflife.model.write.statistics.StatisticsReply.Route;
import dev.halflife.model.write.statistics.Summary;
import dev.halflife.sim.subject.Subject;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Running statistics as a textbook has them, a method per decision, nothing done for speed. What defects are defective
 * about, as are those of its populations and of its shelf.
 */
class TextbookStatistics
        implements Subject<StatisticsOperation, StatisticsReply>, StatisticsOperation.Cases<StatisticsReply> {

    private static final StatisticsReply DONE = new StatisticsReply.Done();

    final long interval;
    final SortedMap<String, TextbookPopulation> partitions = new TreeMap<>();
    long observations;
    private final SimulatedDisk disk = new SimulatedDisk();
    private final TextbookShelf shelf;

    TextbookStatistics(StatisticsConfig config) {
        interval = config.interval();
        shelf = shelf(disk);
    }

    TextbookShelf shelf(SimulatedDisk itsDisk) {
        return new TextbookShelf(itsDisk);
    }

    TextbookPopulation population() {
        return new TextbookPopulation();
    }

    @Override
    public StatisticsReply apply(StatisticsOperation operation) {
        return operation.match(this);
    }

    /** The population that a partition's samples belong to. */
    TextbookPopulation of(String partition) {
        return partitions.computeIfAbsent(partition, fresh -> population());
    }

    @Override
    public StatisticsReply update(StatisticsOperation.Update update) {
        observe(update.partition(), update.sample());
        return DONE;
    }

    void observe(String partition, double sample) {
        of(partition).add(sample);
        observations += Double.isFinite(sample) ? 1 : 0;
    }

    @Override
    public StatisticsReply merge(StatisticsOperation.Merge merge) {
        of(merge.partition()).merge(merge.more());
        observations += merged(merge.more().count());
        return DONE;
    }

    /** How many observations a merge of so many samples counts for (W6). */
    long merged(long samples) {
        return samples;
    }

    @Override
    public StatisticsReply read(StatisticsOperation.Read read) {
        TextbookPopulation population = of(read.partition());
        return new StatisticsReply.Told(population.summary(), population.variance());
    }

    @Override
    public StatisticsReply zScore(StatisticsOperation.ZScore zScore) {
        return new StatisticsReply.Standardised(of(zScore.partition()).z(zScore.value()));
    }

    @Override
    public StatisticsReply score(StatisticsOperation.Score score) {
        double distance = distance(score.maxSimilarity());
        double novelty = clamped(distance * (1 + z(of(score.partition()), distance)));
        observe(score.partition(), sample(distance, novelty));
        return new StatisticsReply.Scored(
                novelty,
                isFast(novelty, score.threshold()) ? Route.FAST : Route.SLOW,
                isNear(novelty, distance, score.threshold()) ? Band.NEAR : Band.FAR);
    }

    double distance(float maxSimilarity) {
        return 1.0 - maxSimilarity;
    }

    /** The z-score of a distance, which is not among the samples yet. */
    double z(TextbookPopulation population, double distance) {
        return population.z(distance);
    }

    double clamped(double novelty) {
        return Math.max(0, Math.min(2, novelty));
    }

    /** What a score adds to the samples. */
    double sample(double distance, double novelty) {
        return distance;
    }

    boolean isFast(double novelty, float threshold) {
        return novelty < threshold;
    }

    boolean isNear(double novelty, double distance, float threshold) {
        return Math.abs(novelty - threshold) <= 0.05;
    }

    @Override
    public StatisticsReply due(StatisticsOperation.Due due) {
        boolean claimed = isDue();
        if (claimed) {
            claim();
        }
        return new StatisticsReply.Due(claimed);
    }

    boolean isDue() {
        return observations >= interval;
    }

    void claim() {
        observations = 0;
    }

    @Override
    public StatisticsReply begin(StatisticsOperation.Begin begin) {
        boolean accepted = !shelf.isBusy();
        if (accepted) {
            shelf.begin(begin.writer(), TextbookFile.write(snapshot()));
        }
        return new StatisticsReply.Begun(accepted);
    }

    /** What a snapshot holds. */
    SortedMap<String, Summary> snapshot() {
        SortedMap<String, Summary> snapshot = new TreeMap<>();
        partitions.forEach((partition, population) -> snapshot.put(partition, population.summary()));
        return snapshot;
    }

    @Override
    public StatisticsReply step(StatisticsOperation.Step step) {
        StatisticsReply.Progress progress = shelf.step(step.writer());
        return new StatisticsReply.Stepped(progress, disk.takeLastCall());
    }

    @Override
    public StatisticsReply damage(StatisticsOperation.Damage damage) {
        disk.damage(TextbookShelf.FILE, damage.keptPerMille());
        return DONE;
    }

    @Override
    public StatisticsReply restart(StatisticsOperation.Restart restart) {
        if (restart.power() != null) {
            disk.losePower(restart.power());
        }
        partitions.clear();
        observations = 0;
        StatisticsReply found = shelf.load();
        if (found instanceof StatisticsReply.Restored restored) {
            restore(restored.partitions());
        }
        return found;
    }

    void restore(Map<String, Summary> loaded) {
        loaded.forEach((partition, summary) -> of(partition).set(summary));
    }
}
