package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsReply.Band;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.statistics.StatisticsReply.Route;
import dev.halflife.model.write.statistics.StatisticsState;
import dev.halflife.model.write.statistics.Summary;
import dev.halflife.sim.component.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a campaign of running statistics must have met. */
final class StatisticsSituations {

    /** A save of the reference has this many steps; a crash before each is a situation of its own. */
    private static final int STEPS_OF_A_SAVE = 6;

    /** One accepted step. */
    private record Seen(
            StatisticsState before, StatisticsOperation operation, StatisticsReply reply, StatisticsState after) {

        boolean scored(Predicate<StatisticsReply.Scored> which) {
            return reply instanceof StatisticsReply.Scored scored && which.test(scored);
        }

        /** A restart, with such a fate, while a save has taken at least one step. */
        boolean losesPowerWhileSaving(Predicate<PowerLoss> which) {
            return operation instanceof StatisticsOperation.Restart restart
                    && restart.power() != null
                    && which.test(restart.power())
                    && before.writers().stream().anyMatch(writer -> before.steps(writer) > 0);
        }

        boolean restartsAfterSteps(int steps, boolean power) {
            return operation instanceof StatisticsOperation.Restart restart
                    && (restart.power() != null) == power
                    && before.writers().stream().anyMatch(writer -> before.steps(writer) == steps);
        }

        /** A restart during a save found a snapshot of so many samples as these, and not as those. */
        boolean restoredLike(List<Long> these, List<Long> those) {
            if (!(reply instanceof StatisticsReply.Restored restored)
                    || before.writers().isEmpty()) {
                return false;
            }
            long samples = restored.partitions().values().stream()
                    .mapToLong(Summary::count)
                    .sum();
            return these.contains(samples) && !those.contains(samples);
        }
    }

    static final List<Situation<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply>> ALL = all();

    private StatisticsSituations() {}

    private static List<Situation<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply>> all() {
        List<Situation<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply>> all =
                new ArrayList<>();
        addSamples(all);
        addScores(all);
        addSnapshots(all);
        for (int steps = 0; steps < STEPS_OF_A_SAVE; steps++) {
            int taken = steps;
            all.add(of(
                    "killed-after-step-" + steps,
                    "the process is killed when a save has taken " + steps + " steps",
                    seen -> seen.restartsAfterSteps(taken, false)));
            all.add(of(
                    "power-lost-after-step-" + steps,
                    "power is lost when a save has taken " + steps + " steps",
                    seen -> seen.restartsAfterSteps(taken, true)));
        }
        return List.copyOf(all);
    }

    private static void addSamples(
            List<Situation<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply>> all) {
        all.add(of(
                "merged-empty",
                "an empty summary is merged into a population",
                seen -> seen.operation() instanceof StatisticsOperation.Merge merge
                        && merge.more().count() == 0
                        && seen.before().count(merge.partition()) > 0));
        all.add(of(
                "merged",
                "two populations are merged",
                seen -> seen.operation() instanceof StatisticsOperation.Merge merge
                        && merge.more().count() > 0
                        && seen.before().count(merge.partition()) > 0));
        all.add(of(
                "non-finite-ignored",
                "a sample that is not finite comes to a population",
                seen -> seen.operation() instanceof StatisticsOperation.Update update
                        && !Double.isFinite(update.sample())
                        && seen.before().count(update.partition()) > 0));
        all.add(of(
                "deviation-below-1e-10",
                "a z-score is 0 for want of deviation",
                seen -> seen.operation() instanceof StatisticsOperation.ZScore z
                        && seen.reply() instanceof StatisticsReply.Standardised standardised
                        && standardised.z() == 0
                        && seen.before().count(z.partition()) > 1
                        && seen.before().summary(z.partition()).mean() != z.value()));
        all.add(of(
                "overflowing-squares",
                "a population is read whose squares overflow",
                seen -> seen.operation() instanceof StatisticsOperation.Read read
                        && seen.before().large(read.partition())));
    }

    private static void addScores(
            List<Situation<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply>> all) {
        all.add(of(
                "clamped-at-0",
                "a score is clamped at 0",
                seen -> seen.operation() instanceof StatisticsOperation.Score score
                        && score.maxSimilarity() < 1
                        && seen.scored(scored -> scored.score() == 0)));
        all.add(of("clamped-at-2", "a score is clamped at 2", seen -> seen.scored(scored -> scored.score() == 2)));
        all.add(of("near", "a score is near the threshold", seen -> seen.scored(scored -> scored.band() == Band.NEAR)));
        all.add(of("far", "a score is far from it", seen -> seen.scored(scored -> scored.band() == Band.FAR)));
        all.add(of("fast", "a write goes the fast path", seen -> seen.scored(scored -> scored.route() == Route.FAST)));
        all.add(of("slow", "a write goes the slow path", seen -> seen.scored(scored -> scored.route() == Route.SLOW)));
    }

    private static void addSnapshots(
            List<Situation<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply>> all) {
        all.add(of(
                "snapshot-due",
                "a snapshot is due and claimed",
                seen -> seen.reply() instanceof StatisticsReply.Due due && due.claimed()));
        all.add(of(
                "busy-writer",
                "a save is refused while another is in progress",
                seen -> seen.reply() instanceof StatisticsReply.Begun begun && !begun.accepted()));
        all.add(of(
                "saved",
                "a save is complete",
                seen -> seen.reply() instanceof StatisticsReply.Stepped stepped
                        && stepped.progress() == Progress.SAVED));
        all.add(of(
                "torn-write",
                "power is lost with part of a file's bytes on disk",
                seen -> seen.losesPowerWhileSaving(power -> power.dataPerMille() > 0 && power.dataPerMille() < 1000)));
        all.add(of(
                "reordered-rename",
                "power is lost with a later name on disk and an earlier one not",
                seen -> seen.losesPowerWhileSaving(power -> !power.survives(0) && power.survives(1))));
        all.add(of(
                "name-before-bytes",
                "power is lost with names on disk and no bytes",
                seen -> seen.losesPowerWhileSaving(power -> power.survives(0) && power.dataPerMille() == 0)));
        all.add(of(
                "first-run", "a restart finds no snapshot", seen -> seen.reply() instanceof StatisticsReply.FirstRun));
        all.add(of(
                "restored-old",
                "a crash during a save leaves the old snapshot",
                seen -> seen.restoredLike(
                        seen.before().samplesSaved(), seen.before().samplesBeingSaved())));
        all.add(of(
                "restored-new",
                "a crash during a save leaves the new snapshot",
                seen -> seen.restoredLike(
                        seen.before().samplesBeingSaved(), seen.before().samplesSaved())));
        all.add(of(
                "damaged-kept-aside",
                "a damaged file is found and set aside",
                seen -> seen.reply() instanceof StatisticsReply.Damaged damaged && damaged.kept()));
        all.add(of(
                "damaged-again",
                "another damaged file is set aside beside the first",
                seen -> seen.reply() instanceof StatisticsReply.Damaged damaged && damaged.aside() > 1));
    }

    private static Situation<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply> of(
            String id, String text, Predicate<Seen> met) {
        return new Situation<>(
                id,
                text,
                (config, before, operation, reply, after) -> met.test(new Seen(before, operation, reply, after)));
    }
}
