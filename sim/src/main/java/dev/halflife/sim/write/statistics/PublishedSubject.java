package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsReply.Band;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.statistics.StatisticsReply.Route;
import dev.halflife.model.write.statistics.Summary;
import dev.halflife.sim.subject.Subject;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The published port as a subject, on a simulated disk. Novelty is computed in single precision, as published. */
final class PublishedSubject
        implements Subject<StatisticsOperation, StatisticsReply>, StatisticsOperation.Cases<StatisticsReply> {

    private static final StatisticsReply DONE = new StatisticsReply.Done();
    private static final float NEAR = 0.05f;

    private final SimulatedDisk disk = new SimulatedDisk();
    private final PublishedSnapshots snapshots = new PublishedSnapshots(disk);
    private final SortedMap<Integer, PublishedSnapshots.Save> saves = new TreeMap<>();
    private final long interval;
    private SortedMap<String, PublishedStatistics> partitions = new TreeMap<>();
    private long observations;

    PublishedSubject(StatisticsConfig config) {
        this.interval = config.interval();
    }

    @Override
    public StatisticsReply apply(StatisticsOperation operation) {
        return operation.match(this);
    }

    private PublishedStatistics partition(String name) {
        return partitions.computeIfAbsent(name, fresh -> new PublishedStatistics());
    }

    private PublishedStatistics snapshot(String name) {
        return partitions.getOrDefault(name, new PublishedStatistics());
    }

    @Override
    public StatisticsReply update(StatisticsOperation.Update update) {
        record(update.partition(), update.sample());
        return DONE;
    }

    private void record(String partition, double sample) {
        partition(partition).update(sample);
        observations++;
    }

    @Override
    public StatisticsReply merge(StatisticsOperation.Merge merge) {
        Summary more = merge.more();
        if (more.count() > 0) {
            partition(merge.partition()).merge(more.count(), more.mean(), more.m2());
            observations += more.count();
        }
        return DONE;
    }

    @Override
    public StatisticsReply read(StatisticsOperation.Read read) {
        PublishedStatistics statistics = snapshot(read.partition());
        return new StatisticsReply.Told(summary(statistics), statistics.variance());
    }

    private static Summary summary(PublishedStatistics statistics) {
        return new Summary(statistics.count(), statistics.mean(), statistics.m2());
    }

    @Override
    public StatisticsReply zScore(StatisticsOperation.ZScore zScore) {
        return new StatisticsReply.Standardised(snapshot(zScore.partition()).zScore(zScore.value()));
    }

    @Override
    public StatisticsReply score(StatisticsOperation.Score score) {
        float distance = 1.0f - score.maxSimilarity();
        float z = (float) snapshot(score.partition()).zScore(distance);
        float raw = distance * (1.0f + z);
        float novelty = raw < 0 ? 0 : raw > 2 ? 2 : raw;
        record(score.partition(), distance);
        boolean near = Math.abs(novelty - score.threshold()) <= NEAR;
        return new StatisticsReply.Scored(
                novelty, novelty < score.threshold() ? Route.FAST : Route.SLOW, near ? Band.NEAR : Band.FAR);
    }

    @Override
    public StatisticsReply due(StatisticsOperation.Due due) {
        boolean claimed = observations >= interval;
        observations = claimed ? 0 : observations;
        return new StatisticsReply.Due(claimed);
    }

    @Override
    public StatisticsReply begin(StatisticsOperation.Begin begin) {
        saves.put(begin.writer(), snapshots.begin(partitions));
        return new StatisticsReply.Begun(true);
    }

    @Override
    public StatisticsReply step(StatisticsOperation.Step step) {
        PublishedSnapshots.Save save = saves.get(step.writer());
        if (save == null) {
            throw new IllegalStateException("writer " + step.writer() + " has no save in progress");
        }
        PublishedSnapshots.Ended ended = save.step();
        if (ended != PublishedSnapshots.Ended.NOT_YET) {
            saves.remove(step.writer());
        }
        Progress progress = ended == PublishedSnapshots.Ended.NOT_YET
                ? Progress.GOES_ON
                : ended == PublishedSnapshots.Ended.RENAMED ? Progress.SAVED : Progress.FAILED;
        return new StatisticsReply.Stepped(progress, disk.takeLastCall());
    }

    @Override
    public StatisticsReply damage(StatisticsOperation.Damage damage) {
        disk.damage(PublishedSnapshots.FILE, damage.keptPerMille());
        return DONE;
    }

    @Override
    public StatisticsReply restart(StatisticsOperation.Restart restart) {
        if (restart.power() != null) {
            disk.losePower(restart.power());
        }
        saves.clear();
        observations = 0;
        partitions = new TreeMap<>();
        if (!snapshots.exists()) {
            return new StatisticsReply.FirstRun();
        }
        Optional<SortedMap<String, PublishedStatistics>> loaded = snapshots.load();
        if (loaded.isEmpty()) {
            return new StatisticsReply.Damaged(false, 0);
        }
        partitions = loaded.get();
        SortedMap<String, Summary> told = new TreeMap<>();
        partitions.forEach((partition, statistics) -> told.put(partition, summary(statistics)));
        return new StatisticsReply.Restored(told);
    }
}
