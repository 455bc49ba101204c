package dev.halflife.sim.write.world;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.sim.component.Simplification;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Simpler worlds: each part as in the smallest, fewer and earlier names, milder fates, fewer credits, rounder numbers; and
 * without an operation that a flush or a retry came of, so that later ones have lower numbers.
 */
final class PathSimplification {

    private static final int LONGEST_FOR_NUMBERS = 40;

    private static final Simplification<PathConfig, PathOperation> WAYS = new Simplification<
                    PathConfig, PathOperation>()
            .configs(PathSimplification::configs)
            .names(PathNames.RECALLED, PathSimplification::withRecalled)
            .names(PathNames.ITEMS, (operation, names) -> withItem(operation, names, UnaryOperator.identity()))
            .names(PathNames.ENTRIES, (operation, names) -> withItem(operation, UnaryOperator.identity(), names))
            .operations(PathSimplification::operations);

    private PathSimplification() {}

    static List<Schedule<PathConfig, PathOperation>> of(Schedule<PathConfig, PathOperation> schedule) {
        List<Schedule<PathConfig, PathOperation>> all = new ArrayList<>(WAYS.of(schedule));
        if (schedule.operations().size() <= LONGEST_FOR_NUMBERS) {
            for (PathNumbers numbers : PathNumbers.values()) {
                all.addAll(numbers.lower(schedule));
            }
        }
        return all;
    }

    private static List<PathConfig> configs(PathConfig config) {
        PathConfig least = PathExploration.SMALLEST;
        List<PathConfig> simpler = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            PathConfig candidate = with(config, least, i);
            if (!candidate.equals(config)) {
                simpler.add(candidate);
            }
        }
        if (config.credits().threshold() != 1) {
            simpler.add(new PathConfig(
                    new CreditsConfig(1, 1),
                    config.statistics(),
                    config.breaker(),
                    config.interference(),
                    config.queue(),
                    config.attempts(),
                    config.interferenceThreshold(),
                    config.cooldownNanos()));
        }
        return simpler;
    }

    /** The configuration with one thing as in the simplest world. A threshold of 1 is as simple as 2: it stays. */
    private static PathConfig with(PathConfig config, PathConfig least, int thing) {
        CreditsConfig credits = thing == 0 && config.credits().threshold() > 2 ? least.credits() : config.credits();
        StatisticsConfig statistics = new StatisticsConfig(
                thing == 1 ? 1 : config.statistics().interval(),
                config.statistics().powerFails() && thing != 2);
        BreakerConfig breaker = new BreakerConfig(
                thing == 3 ? 1 : config.breaker().failures(),
                thing == 4 ? least.breaker().openNanos() : config.breaker().openNanos());
        InterferenceConfig interference = thing == 5 ? least.interference() : config.interference();
        QueueConfig queue = thing == 6 ? least.queue() : config.queue();
        return new PathConfig(
                credits,
                statistics,
                breaker,
                interference,
                queue,
                thing == 7 && config.attempts() > 2 ? least.attempts() : config.attempts(),
                thing == 8 && config.interferenceThreshold() != 1 ? 1 : config.interferenceThreshold(),
                thing == 8 ? 0 : config.cooldownNanos());
    }

    private static PathOperation withRecalled(PathOperation operation, UnaryOperator<String> names) {
        return operation instanceof PathOperation.Recall recall
                ? new PathOperation.Recall(
                        recall.atNanos(), recall.ids().stream().map(names).toList())
                : operation;
    }

    private static PathOperation withItem(
            PathOperation operation, UnaryOperator<String> ids, UnaryOperator<String> entries) {
        if (operation instanceof PathOperation.Write write) {
            Item item = write.item();
            return of(
                    write,
                    new Item(ids.apply(item.id()), item.partition(), entries.apply(item.logical()), item.version()),
                    write.fate());
        }
        return operation instanceof PathOperation.Answer answer
                ? new PathOperation.Answer(answer.atNanos(), ids.apply(answer.id()), answer.fate())
                : operation;
    }

    private static PathOperation of(PathOperation.Write write, Item item, Fate fate) {
        return new PathOperation.Write(write.atNanos(), item, write.similarity(), fate);
    }

    private static List<PathOperation> operations(PathOperation operation) {
        List<PathOperation> simpler = new ArrayList<>();
        long at = operation.atNanos();
        if (operation instanceof PathOperation.Recall recall) {
            for (int i = 0; i < recall.ids().size(); i++) {
                List<String> fewer = new ArrayList<>(recall.ids());
                fewer.remove(i);
                simpler.add(new PathOperation.Recall(at, fewer));
            }
        } else if (operation instanceof PathOperation.Write write) {
            addWrites(write, simpler);
        } else if (operation instanceof PathOperation.Answer answer) {
            for (Fate milder : milder(answer.fate())) {
                simpler.add(new PathOperation.Answer(at, answer.id(), milder));
            }
        } else if (operation instanceof PathOperation.Retried retried) {
            for (long embedded : Simplification.numbers(retried.embedded())) {
                simpler.add(new PathOperation.Retried(at, retried.retry(), (int) embedded));
            }
        } else if (operation instanceof PathOperation.Consolidated consolidated) {
            for (Outcome milder : Outcome.values()) {
                if (milder.compareTo(consolidated.outcome()) < 0) {
                    simpler.add(new PathOperation.Consolidated(at, milder, consolidated.millis()));
                }
            }
            for (long millis : Simplification.numbers(consolidated.millis())) {
                simpler.add(new PathOperation.Consolidated(at, consolidated.outcome(), millis));
            }
        } else if (operation instanceof PathOperation.Kill kill && kill.power() != null) {
            simpler.add(new PathOperation.Kill(at, null));
        } else if (operation instanceof PathOperation.Settle settle) {
            simpler.add(new PathOperation.Close(settle.atNanos()));
        }
        return simpler;
    }

    private static void addWrites(PathOperation.Write write, List<PathOperation> simpler) {
        Item item = write.item();
        for (Fate milder : milder(write.fate())) {
            simpler.add(of(write, item, milder));
        }
        for (String earlier : PathNames.PARTITIONS) {
            if (earlier.equals(item.partition())) {
                break;
            }
            simpler.add(of(write, new Item(item.id(), earlier, item.logical(), item.version()), write.fate()));
        }
        if (item.version() != 1) {
            simpler.add(of(write, new Item(item.id(), item.partition(), item.logical(), 1), write.fate()));
        }
        if (write.similarity() != 1) {
            simpler.add(new PathOperation.Write(write.atNanos(), item, 1, write.fate()));
        }
    }

    /** Fates are declared from mild to wild. */
    private static List<Fate> milder(Fate fate) {
        return Arrays.stream(Fate.values())
                .filter(milder -> milder.compareTo(fate) < 0)
                .toList();
    }
}
