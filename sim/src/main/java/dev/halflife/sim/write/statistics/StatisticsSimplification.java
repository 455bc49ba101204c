package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.Summary;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Simpler schedules: no loss of power, a smaller interval, fewer and earlier partitions and writers, rounder numbers and
 * fates. Each candidate is lower in one of these and higher in none.
 */
final class StatisticsSimplification {

    private static final int ALL_NAMES = (1 << PowerLoss.BITS) - 1;

    private StatisticsSimplification() {}

    static List<Schedule<StatisticsConfig, StatisticsOperation>> of(
            Schedule<StatisticsConfig, StatisticsOperation> schedule) {
        List<Schedule<StatisticsConfig, StatisticsOperation>> candidates = new ArrayList<>();
        StatisticsConfig config = schedule.config();
        if (config.powerFails()) {
            candidates.add(new Schedule<>(new StatisticsConfig(config.interval(), false), schedule.operations()));
        }
        if (config.interval() > 1) {
            candidates.add(new Schedule<>(new StatisticsConfig(1, config.powerFails()), schedule.operations()));
        }
        addPartitions(schedule, candidates);
        addWriters(schedule, candidates);
        addTurns(schedule, candidates);
        for (int i = 0; i < schedule.operations().size(); i++) {
            for (StatisticsOperation simpler : simpler(schedule.operations().get(i))) {
                List<StatisticsOperation> changed = new ArrayList<>(schedule.operations());
                changed.set(i, simpler);
                candidates.add(schedule.with(changed));
            }
        }
        return candidates;
    }

    private static void addPartitions(
            Schedule<StatisticsConfig, StatisticsOperation> schedule,
            List<Schedule<StatisticsConfig, StatisticsOperation>> candidates) {
        Set<String> found = new LinkedHashSet<>();
        schedule.operations().forEach(operation -> found.add(operation.match(new PartitionOf())));
        found.remove("");
        List<String> used = List.copyOf(found);
        for (int i = used.size() - 1; i > 0; i--) {
            String from = used.get(i);
            String to = used.get(i - 1);
            candidates.add(schedule.with(mapped(
                    schedule, operation -> renamed(operation, name -> name.equals(from) ? to : name))));
        }
        List<StatisticsOperation> inOrder =
                mapped(schedule, operation -> renamed(operation, name -> Partitions.get(used.indexOf(name))));
        if (!inOrder.equals(schedule.operations())) {
            candidates.add(schedule.with(inOrder));
        }
    }

    /** Writers are numbered in the order of their first steps. */
    private static void addWriters(
            Schedule<StatisticsConfig, StatisticsOperation> schedule,
            List<Schedule<StatisticsConfig, StatisticsOperation>> candidates) {
        Set<Integer> used = new LinkedHashSet<>();
        schedule.operations().stream()
                .filter(StatisticsOperation.Step.class::isInstance)
                .forEach(operation -> used.add(writer(operation)));
        schedule.operations().stream()
                .filter(StatisticsOperation.Begin.class::isInstance)
                .forEach(operation -> used.add(writer(operation)));
        List<Integer> writers = List.copyOf(used);
        for (int i = writers.size() - 1; i > 0; i--) {
            int from = writers.get(i);
            int to = writers.get(i - 1);
            candidates.add(schedule.with(mapped(schedule, operation -> by(operation, from, to))));
        }
        List<StatisticsOperation> inOrder = mapped(schedule, operation -> {
            int writer = writer(operation);
            return by(operation, writer, writers.indexOf(writer) + 1);
        });
        if (!inOrder.equals(schedule.operations())) {
            candidates.add(schedule.with(inOrder));
        }
    }

    /** A later writer's operation just before an earlier one's changes places with it: less to and fro. */
    private static void addTurns(
            Schedule<StatisticsConfig, StatisticsOperation> schedule,
            List<Schedule<StatisticsConfig, StatisticsOperation>> candidates) {
        for (int i = 0; i + 1 < schedule.operations().size(); i++) {
            int next = writer(schedule.operations().get(i + 1));
            if (next > 0 && writer(schedule.operations().get(i)) > next) {
                List<StatisticsOperation> changed = new ArrayList<>(schedule.operations());
                Collections.swap(changed, i, i + 1);
                candidates.add(schedule.with(changed));
            }
        }
    }

    private static List<StatisticsOperation> mapped(
            Schedule<StatisticsConfig, StatisticsOperation> schedule, UnaryOperator<StatisticsOperation> change) {
        return schedule.operations().stream().map(change).toList();
    }

    private static StatisticsOperation renamed(StatisticsOperation operation, UnaryOperator<String> names) {
        long at = operation.atNanos();
        if (operation instanceof StatisticsOperation.Update update) {
            return new StatisticsOperation.Update(at, names.apply(update.partition()), update.sample());
        }
        if (operation instanceof StatisticsOperation.Merge merge) {
            return new StatisticsOperation.Merge(at, names.apply(merge.partition()), merge.more());
        }
        if (operation instanceof StatisticsOperation.Read read) {
            return new StatisticsOperation.Read(at, names.apply(read.partition()));
        }
        if (operation instanceof StatisticsOperation.ZScore z) {
            return new StatisticsOperation.ZScore(at, names.apply(z.partition()), z.value());
        }
        if (operation instanceof StatisticsOperation.Score score) {
            return new StatisticsOperation.Score(
                    at, names.apply(score.partition()), score.maxSimilarity(), score.threshold());
        }
        return operation;
    }

    private static int writer(StatisticsOperation operation) {
        return operation instanceof StatisticsOperation.Begin begin
                ? begin.writer()
                : operation instanceof StatisticsOperation.Step step ? step.writer() : 0;
    }

    private static StatisticsOperation by(StatisticsOperation operation, int from, int to) {
        if (operation instanceof StatisticsOperation.Begin begin && begin.writer() == from) {
            return new StatisticsOperation.Begin(begin.atNanos(), to);
        }
        return operation instanceof StatisticsOperation.Step step && step.writer() == from
                ? new StatisticsOperation.Step(step.atNanos(), to)
                : operation;
    }

    private static List<StatisticsOperation> simpler(StatisticsOperation operation) {
        List<StatisticsOperation> simpler = new ArrayList<>();
        long at = operation.atNanos();
        if (operation instanceof StatisticsOperation.Update update) {
            for (double rounder : rounder(update.sample())) {
                simpler.add(new StatisticsOperation.Update(at, update.partition(), rounder));
            }
        } else if (operation instanceof StatisticsOperation.Merge merge) {
            summaries(merge.more())
                    .forEach(more -> simpler.add(new StatisticsOperation.Merge(at, merge.partition(), more)));
        } else if (operation instanceof StatisticsOperation.ZScore z) {
            for (double rounder : rounder(z.value())) {
                simpler.add(new StatisticsOperation.ZScore(at, z.partition(), rounder));
            }
        } else if (operation instanceof StatisticsOperation.Score score) {
            if (score.maxSimilarity() != 0) {
                simpler.add(new StatisticsOperation.Score(at, score.partition(), 0, score.threshold()));
            }
            if (score.threshold() != 0.5f) {
                simpler.add(new StatisticsOperation.Score(at, score.partition(), score.maxSimilarity(), 0.5f));
            }
        } else if (operation instanceof StatisticsOperation.Restart restart && restart.power() != null) {
            simpler.add(new StatisticsOperation.Restart(at, null));
            fates(restart.power()).forEach(fate -> simpler.add(new StatisticsOperation.Restart(at, fate)));
        } else if (operation instanceof StatisticsOperation.Step step && step.writer() > 1) {
            simpler.add(new StatisticsOperation.Step(at, step.writer() - 1));
        } else if (operation instanceof StatisticsOperation.Damage damage && damage.keptPerMille() > 0) {
            simpler.add(new StatisticsOperation.Damage(at, 0));
        }
        return simpler;
    }

    /** From simple to less so: 0, 1, -1, and round numbers of a magnitude whose squares overflow. */
    private static double[] rounder(double number) {
        double[] round = {0, 1, -1, 1e200, -1e200};
        for (int i = 0; i < round.length; i++) {
            if (number == round[i]) {
                return Arrays.copyOf(round, i);
            }
        }
        return round;
    }

    private static List<Summary> summaries(Summary summary) {
        List<Summary> simpler = new ArrayList<>();
        if (summary.count() > 1) {
            simpler.add(new Summary(1, summary.mean(), 0));
        }
        if (summary.count() > 2) {
            simpler.add(new Summary(2, summary.mean(), summary.m2()));
        }
        if (summary.m2() > 0) {
            simpler.add(new Summary(summary.count(), summary.mean(), 0));
        }
        for (double rounder : rounder(summary.mean())) {
            simpler.add(new Summary(summary.count(), rounder, summary.m2()));
        }
        return simpler;
    }

    /** From simple to less so: nothing survives, everything does, some. */
    private static List<PowerLoss> fates(PowerLoss fate) {
        List<PowerLoss> simpler = new ArrayList<>();
        for (int directory : below(fate.directory(), ALL_NAMES)) {
            simpler.add(new PowerLoss(directory, fate.dataPerMille()));
        }
        for (int perMille : below(fate.dataPerMille(), 1000)) {
            simpler.add(new PowerLoss(fate.directory(), perMille));
        }
        return simpler;
    }

    private static int[] below(int share, int all) {
        return share == 0 ? new int[0] : share == all ? new int[] {0} : new int[] {0, all};
    }
}
