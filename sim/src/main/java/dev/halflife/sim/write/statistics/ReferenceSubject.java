package dev.halflife.sim.write.statistics;

import dev.halflife.impl.write.Loaded;
import dev.halflife.impl.write.Novelty;
import dev.halflife.impl.write.Partition;
import dev.halflife.impl.write.RunningStatistics;
import dev.halflife.impl.write.Save;
import dev.halflife.impl.write.SaveOutcome;
import dev.halflife.impl.write.SnapshotStore;
import dev.halflife.impl.write.Summary;
import dev.halflife.impl.write.WritePathObserver;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsReply.Band;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.statistics.StatisticsReply.Route;
import dev.halflife.sim.subject.Subject;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reference as a subject, on a simulated disk. */
final class ReferenceSubject
        implements Subject<StatisticsOperation, StatisticsReply>, StatisticsOperation.Cases<StatisticsReply> {

    static final String FILE = "statistics.json";

    private static final StatisticsReply DONE = new StatisticsReply.Done();

    private final SimulatedDisk disk = new SimulatedDisk();
    private final SortedMap<Integer, Save> saves = new TreeMap<>();
    private final long interval;
    private RunningStatistics statistics;
    private SnapshotStore store;

    ReferenceSubject(StatisticsConfig config) {
        interval = config.interval();
        statistics = new RunningStatistics(interval, WritePathObserver.NONE);
        store = new SnapshotStore(new SimulatedFiles(disk));
    }

    @Override
    public StatisticsReply apply(StatisticsOperation operation) {
        return operation.match(this);
    }

    private static Partition partition(String text) {
        String[] parts = text.split("/", -1);
        return new Partition(parts[0], parts[1], parts[2], parts[3]);
    }

    private static String text(Partition partition) {
        return partition.realm() + "/" + partition.namespace() + "/" + partition.model() + "/" + partition.layer();
    }

    @Override
    public StatisticsReply update(StatisticsOperation.Update update) {
        statistics.update(partition(update.partition()), update.sample());
        return DONE;
    }

    @Override
    public StatisticsReply merge(StatisticsOperation.Merge merge) {
        dev.halflife.model.write.statistics.Summary more = merge.more();
        statistics.merge(
                partition(merge.partition()),
                more.count() == 0 ? Summary.EMPTY : new Summary(more.count(), more.mean(), more.m2()));
        return DONE;
    }

    @Override
    public StatisticsReply read(StatisticsOperation.Read read) {
        Summary summary = statistics.summary(partition(read.partition()));
        return new StatisticsReply.Told(told(summary), summary.variance());
    }

    private static dev.halflife.model.write.statistics.Summary told(Summary summary) {
        return new dev.halflife.model.write.statistics.Summary(summary.count(), summary.mean(), summary.m2());
    }

    @Override
    public StatisticsReply zScore(StatisticsOperation.ZScore zScore) {
        Summary summary = statistics.summary(partition(zScore.partition()));
        return new StatisticsReply.Standardised(summary.zScore(zScore.value()));
    }

    @Override
    public StatisticsReply score(StatisticsOperation.Score score) {
        Novelty novelty = statistics.score(partition(score.partition()), score.maxSimilarity(), score.threshold());
        return new StatisticsReply.Scored(
                novelty.score(),
                novelty.route() == dev.halflife.impl.write.Route.FAST ? Route.FAST : Route.SLOW,
                novelty.band() == dev.halflife.impl.write.Band.NEAR ? Band.NEAR : Band.FAR);
    }

    @Override
    public StatisticsReply due(StatisticsOperation.Due due) {
        return new StatisticsReply.Due(statistics.claimSnapshot());
    }

    @Override
    public StatisticsReply begin(StatisticsOperation.Begin begin) {
        Optional<Save> save = store.begin(statistics.snapshot());
        save.ifPresent(begun -> saves.put(begin.writer(), begun));
        return new StatisticsReply.Begun(save.isPresent());
    }

    @Override
    public StatisticsReply step(StatisticsOperation.Step step) {
        Save save = saves.get(step.writer());
        if (save == null) {
            throw new IllegalStateException("writer " + step.writer() + " has no save in progress");
        }
        Progress progress = Progress.GOES_ON;
        if (save.step()) {
            saves.remove(step.writer());
            progress = save.outcome().filter(SaveOutcome::isSaved).isPresent() ? Progress.SAVED : Progress.FAILED;
        }
        return new StatisticsReply.Stepped(progress, disk.takeLastCall());
    }

    @Override
    public StatisticsReply damage(StatisticsOperation.Damage damage) {
        disk.damage(FILE, damage.keptPerMille());
        return DONE;
    }

    @Override
    public StatisticsReply restart(StatisticsOperation.Restart restart) {
        if (restart.power() != null) {
            disk.losePower(restart.power());
        }
        saves.clear();
        statistics = new RunningStatistics(interval, WritePathObserver.NONE);
        store = new SnapshotStore(new SimulatedFiles(disk));
        Loaded loaded = store.load();
        statistics.restore(loaded.partitions());
        if (loaded instanceof Loaded.FirstRun) {
            return new StatisticsReply.FirstRun();
        }
        if (loaded instanceof Loaded.Restored restored) {
            SortedMap<String, dev.halflife.model.write.statistics.Summary> partitions = new TreeMap<>();
            restored.partitions().forEach((partition, summary) -> partitions.put(text(partition), told(summary)));
            return new StatisticsReply.Restored(partitions);
        }
        boolean kept = loaded instanceof Loaded.Damaged damaged && damaged.keptAs() != null;
        long aside = disk.names().stream()
                .filter(name -> name.startsWith(FILE + ".damaged-"))
                .count();
        return new StatisticsReply.Damaged(kept, aside);
    }
}
