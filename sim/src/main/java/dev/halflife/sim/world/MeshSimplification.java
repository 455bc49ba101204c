package dev.halflife.sim.world;

import dev.halflife.sim.heat.SimplerConfigs;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Simpler worlds: a rounder registry, fewer and earlier keys, one driver, one reader, a milder fate, rounds numbered from
 * 1. Each candidate is lower in at least one of these and higher in none.
 */
final class MeshSimplification {

    private final IntFunction<String> keys;

    MeshSimplification(IntFunction<String> keys) {
        this.keys = keys;
    }

    List<Schedule<MeshConfig, MeshOperation>> of(Schedule<MeshConfig, MeshOperation> schedule) {
        List<Schedule<MeshConfig, MeshOperation>> candidates = new ArrayList<>();
        List<String> used = keysOf(schedule.operations());
        for (SimplerConfigs.Candidate simpler :
                SimplerConfigs.of(schedule.config().heat(), used.size())) {
            candidates.add(new Schedule<>(
                    new MeshConfig(simpler.config(), schedule.config().drivers()),
                    mapped(schedule, operation -> operation.movedTo(simpler.scaled(operation.atNanos())))));
        }
        if (schedule.config().drivers() > 1) {
            candidates.add(new Schedule<>(
                    new MeshConfig(schedule.config().heat(), 1), mapped(schedule, MeshSimplification::byFirstDriver)));
        }
        addKeys(schedule, used, candidates);
        List<MeshOperation> oneReader = mapped(schedule, MeshSimplification::byFirstReader);
        if (!oneReader.equals(schedule.operations())) {
            candidates.add(schedule.with(oneReader));
        }
        addFates(schedule, candidates);
        addNumbers(schedule, candidates);
        return candidates;
    }

    private static List<MeshOperation> mapped(
            Schedule<MeshConfig, MeshOperation> schedule, UnaryOperator<MeshOperation> change) {
        return schedule.operations().stream().map(change).toList();
    }

    private static MeshOperation byFirstDriver(MeshOperation operation) {
        return operation instanceof MeshOperation.Round round
                ? new MeshOperation.Round(round.atNanos(), 1, round.number(), round.fate())
                : operation;
    }

    private static MeshOperation byFirstReader(MeshOperation operation) {
        return operation instanceof MeshOperation.Read read
                ? new MeshOperation.Read(read.atNanos(), 1, read.key())
                : operation;
    }

    private static List<String> keysOf(List<MeshOperation> operations) {
        Set<String> used = new LinkedHashSet<>();
        for (MeshOperation operation : operations) {
            renamed(operation, key -> {
                used.add(key);
                return key;
            });
        }
        return new ArrayList<>(used);
    }

    private static MeshOperation renamed(MeshOperation operation, UnaryOperator<String> names) {
        if (operation instanceof MeshOperation.Read read) {
            return new MeshOperation.Read(read.atNanos(), read.reader(), names.apply(read.key()));
        }
        return operation instanceof MeshOperation.Remove remove
                ? new MeshOperation.Remove(remove.atNanos(), names.apply(remove.key()))
                : operation;
    }

    private void addKeys(
            Schedule<MeshConfig, MeshOperation> schedule,
            List<String> used,
            List<Schedule<MeshConfig, MeshOperation>> candidates) {
        for (int i = used.size() - 1; i > 0; i--) {
            for (int j = 0; j < i; j++) {
                String from = used.get(i);
                String to = used.get(j);
                candidates.add(schedule.with(mapped(
                        schedule, operation -> renamed(operation, key -> key.equals(from) ? to : key))));
            }
        }
        for (String key : used) {
            candidates.add(new Schedule<>(
                    new MeshConfig(
                            SimplerConfigs.forOneKeyLess(schedule.config().heat()),
                            schedule.config().drivers()),
                    schedule.operations().stream()
                            .filter(operation -> !keysOf(List.of(operation)).contains(key))
                            .toList()));
        }
        List<MeshOperation> inOrder =
                mapped(schedule, operation -> renamed(operation, key -> keys.apply(used.indexOf(key))));
        if (!inOrder.equals(schedule.operations())) {
            candidates.add(schedule.with(inOrder));
        }
    }

    /** Each round by each milder fate: fates are declared from mild to wild. */
    private static void addFates(
            Schedule<MeshConfig, MeshOperation> schedule, List<Schedule<MeshConfig, MeshOperation>> candidates) {
        for (int i = 0; i < schedule.operations().size(); i++) {
            if (schedule.operations().get(i) instanceof MeshOperation.Round round) {
                for (Fate milder : Fate.values()) {
                    if (milder == round.fate()) {
                        break;
                    }
                    List<MeshOperation> changed = new ArrayList<>(schedule.operations());
                    changed.set(i, new MeshOperation.Round(round.atNanos(), round.driver(), round.number(), milder));
                    candidates.add(schedule.with(changed));
                }
            }
        }
    }

    private static void addNumbers(
            Schedule<MeshConfig, MeshOperation> schedule, List<Schedule<MeshConfig, MeshOperation>> candidates) {
        List<Long> numbers = new ArrayList<>();
        for (MeshOperation operation : schedule.operations()) {
            if (operation instanceof MeshOperation.Round round) {
                numbers.add(round.number());
            }
        }
        List<MeshOperation> renumbered = mapped(schedule, operation -> renumbered(operation, numbers));
        if (!renumbered.equals(schedule.operations())) {
            candidates.add(schedule.with(renumbered));
        }
    }

    private static MeshOperation renumbered(MeshOperation operation, List<Long> numbers) {
        if (operation instanceof MeshOperation.Round round) {
            return new MeshOperation.Round(
                    round.atNanos(), round.driver(), numbers.indexOf(round.number()) + 1, round.fate());
        }
        if (operation instanceof MeshOperation.Apply apply) {
            return new MeshOperation.Apply(apply.atNanos(), numbers.indexOf(apply.round()) + 1);
        }
        if (operation instanceof MeshOperation.Answer answer) {
            return new MeshOperation.Answer(answer.atNanos(), numbers.indexOf(answer.round()) + 1, answer.confirmed());
        }
        return operation;
    }
}
