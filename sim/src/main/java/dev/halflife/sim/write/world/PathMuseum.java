package dev.halflife.sim.write.world;

import dev.halflife.model.write.breaker.BreakerRule;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsRule;
import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.model.write.cursor.CursorRule;
import dev.halflife.model.write.interference.InterferenceRule;
import dev.halflife.model.write.queue.QueueRule;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsRule;
import dev.halflife.model.write.workingset.WorkingSetRule;
import dev.halflife.sim.defect.Defect;
import java.util.List;
import java.util.stream.Stream;

/** The defects that it takes the whole write path to see, and those of its parts that the path sees as well. */
final class PathMuseum {

    /** Published parts in a world that is right. */
    private static final List<Defect<PathConfig, PathOperation, PathReply>> HISTORIC = List.of(
            PathDefect.published(
                    "path-best-effort-flush",
                    CreditsRule.F6,
                    "importance is lost, as flushes travel without counts and none comes back",
                    Parts.CREDITS),
            PathDefect.published(
                    "path-snapshots-not-forced",
                    StatisticsRule.F7,
                    "a snapshot that was saved is gone with the power",
                    Parts.STATISTICS),
            PathDefect.published(
                    "path-probe-stampede",
                    BreakerRule.F8,
                    "once an open breaker's time is over, every write goes to the store at once",
                    Parts.BREAKER),
            PathDefect.published(
                    "path-wedged-tracker",
                    InterferenceRule.F9,
                    "one consolidation that never reports is the last",
                    Parts.INTERFERENCE),
            PathDefect.published(
                    "path-unbounded-requeue",
                    QueueRule.F11,
                    "while embeddings fail the queue grows past its bound",
                    Parts.QUEUE),
            PathDefect.published(
                    "path-unbounded-revisions",
                    WorkingSetRule.F12,
                    "a consolidation trims nothing, and every revision is kept",
                    Parts.WORKING_SET));

    private static final List<Defect<PathConfig, PathOperation, PathReply>> PARTS = List.of(
            PathDefect.part(
                    "save-never-ends",
                    PathRule.X8,
                    "a save goes on for ever, and a close waits for it",
                    Parts.STATISTICS,
                    (right, config, probe) -> operation -> {
                        if (operation instanceof StatisticsOperation.Step) {
                            probe.reached();
                            return new StatisticsReply.Stepped(StatisticsReply.Progress.GOES_ON, null);
                        }
                        return right.apply(operation);
                    }),
            PathDefect.part(
                    "path-cursor-goes-back",
                    PathRules.of(Parts.CURSOR, CursorRule.K1),
                    "a cursor says that it moved wherever it is told to go",
                    Parts.CURSOR,
                    (right, config, probe) -> operation -> {
                        if (operation instanceof CursorOperation.Advance) {
                            probe.reached();
                            return new CursorReply.Advanced(true);
                        }
                        return right.apply(operation);
                    }),
            PathDefect.part(
                    "path-restore-credits-more",
                    PathRules.of(Parts.CREDITS, CreditsRule.A1),
                    "what comes back from a store that failed brings one credit more",
                    Parts.CREDITS,
                    (right, config, probe) -> operation -> {
                        if (operation instanceof CreditsOperation.Restore) {
                            probe.reached();
                            right.apply(new CreditsOperation.RecordIds(
                                    operation.atNanos(), List.of(PathNames.RECALLED.get(0))));
                        }
                        return right.apply(operation);
                    }));

    static final List<Defect<PathConfig, PathOperation, PathReply>> DEFECTS =
            Stream.of(Miswirings.ALL, HISTORIC, PARTS).flatMap(List::stream).toList();

    private PathMuseum() {}
}
