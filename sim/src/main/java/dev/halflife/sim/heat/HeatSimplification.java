package dev.halflife.sim.heat;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Simpler heat schedules: fewer keys, keys in order of appearance, whole answers, ticks numbered from 1, the policy's
 * half-life, a round configuration. Each candidate is lower in at least one of these and higher in none.
 */
final class HeatSimplification {

    private final HeatKeys keys;

    HeatSimplification(HeatKeys keys) {
        this.keys = keys;
    }

    List<Schedule<HeatConfig, HeatOperation>> of(Schedule<HeatConfig, HeatOperation> schedule) {
        List<Schedule<HeatConfig, HeatOperation>> candidates = new ArrayList<>();
        addConfigs(schedule, candidates);
        addKeys(schedule, candidates);
        List<HeatOperation> operations = schedule.operations();
        for (int i = 0; i < operations.size(); i++) {
            HeatOperation simpler = operations.get(i).match(new Simpler());
            if (!simpler.equals(operations.get(i))) {
                List<HeatOperation> changed = new ArrayList<>(operations);
                changed.set(i, simpler);
                candidates.add(schedule.with(changed));
            }
        }
        addTickNumbers(schedule, candidates);
        return candidates;
    }

    private static void addConfigs(
            Schedule<HeatConfig, HeatOperation> schedule, List<Schedule<HeatConfig, HeatOperation>> candidates) {
        int keyCount = keysOf(schedule.operations()).size();
        for (SimplerConfigs.Candidate candidate : SimplerConfigs.of(schedule.config(), keyCount)) {
            List<HeatOperation> operations = new ArrayList<>();
            for (HeatOperation operation : schedule.operations()) {
                operations.add(operation.movedTo(candidate.scaled(operation.atNanos())));
            }
            candidates.add(new Schedule<>(candidate.config(), operations));
        }
    }

    /** Two keys become one; or a key and its room go; or the keys become a1, a2, … in order of appearance. */
    private void addKeys(
            Schedule<HeatConfig, HeatOperation> schedule, List<Schedule<HeatConfig, HeatOperation>> candidates) {
        List<String> used = new ArrayList<>(keysOf(schedule.operations()));
        for (int i = used.size() - 1; i > 0; i--) {
            for (int j = 0; j < i; j++) {
                String from = used.get(i);
                String to = used.get(j);
                candidates.add(renamed(schedule, key -> key.equals(from) ? to : key));
            }
        }
        for (String key : used) {
            candidates.add(new Schedule<>(
                    SimplerConfigs.forOneKeyLess(schedule.config()),
                    schedule.operations().stream()
                            .filter(operation -> !keysOf(List.of(operation)).contains(key))
                            .toList()));
        }
        boolean inOrder = used.size() > HeatKeys.COUNT || used.equals(keys.all().subList(0, used.size()));
        if (!inOrder) {
            candidates.add(renamed(schedule, key -> keys.get(used.indexOf(key))));
        }
    }

    private static Schedule<HeatConfig, HeatOperation> renamed(
            Schedule<HeatConfig, HeatOperation> schedule, UnaryOperator<String> names) {
        return schedule.with(schedule.operations().stream()
                .map(operation -> operation.match(new Renaming(names)))
                .toList());
    }

    private static Set<String> keysOf(List<HeatOperation> operations) {
        Set<String> used = new LinkedHashSet<>();
        for (HeatOperation operation : operations) {
            operation.match(new Renaming(key -> {
                used.add(key);
                return key;
            }));
        }
        return used;
    }

    private static void addTickNumbers(
            Schedule<HeatConfig, HeatOperation> schedule, List<Schedule<HeatConfig, HeatOperation>> candidates) {
        List<Long> numbers = new ArrayList<>();
        for (HeatOperation operation : schedule.operations()) {
            if (operation instanceof HeatOperation.Tick tick) {
                numbers.add(tick.number());
            }
        }
        List<HeatOperation> renumbered = new ArrayList<>();
        for (HeatOperation operation : schedule.operations()) {
            renumbered.add(renumbered(operation, numbers));
        }
        if (!renumbered.equals(schedule.operations())) {
            candidates.add(schedule.with(renumbered));
        }
    }

    private static HeatOperation renumbered(HeatOperation operation, List<Long> numbers) {
        if (operation instanceof HeatOperation.Tick tick) {
            return new HeatOperation.Tick(tick.atNanos(), numbers.indexOf(tick.number()) + 1);
        }
        if (operation instanceof HeatOperation.Commit commit) {
            return new HeatOperation.Commit(commit.atNanos(), numbers.indexOf(commit.tick()) + 1, commit.keys());
        }
        if (operation instanceof HeatOperation.Rollback rollback) {
            return new HeatOperation.Rollback(
                    rollback.atNanos(), numbers.indexOf(rollback.tick()) + 1, rollback.keys());
        }
        return operation;
    }

    /** The same operation with other keys. */
    private record Renaming(UnaryOperator<String> names) implements HeatOperation.Cases<HeatOperation> {
        @Override
        public HeatOperation touch(HeatOperation.Touch touch) {
            return new HeatOperation.Touch(touch.atNanos(), names.apply(touch.key()), touch.halfLifeNanos());
        }

        @Override
        public HeatOperation bump(HeatOperation.Bump bump) {
            return new HeatOperation.Bump(bump.atNanos(), names.apply(bump.key()), bump.halfLifeNanos());
        }

        @Override
        public HeatOperation tick(HeatOperation.Tick tick) {
            return tick;
        }

        @Override
        public HeatOperation commit(HeatOperation.Commit commit) {
            return new HeatOperation.Commit(commit.atNanos(), commit.tick(), part(commit.keys()));
        }

        @Override
        public HeatOperation rollback(HeatOperation.Rollback rollback) {
            return new HeatOperation.Rollback(rollback.atNanos(), rollback.tick(), part(rollback.keys()));
        }

        @Override
        public HeatOperation remove(HeatOperation.Remove remove) {
            return new HeatOperation.Remove(remove.atNanos(), names.apply(remove.key()));
        }

        @Override
        public HeatOperation observe(HeatOperation.Observe observe) {
            return new HeatOperation.Observe(observe.atNanos(), names.apply(observe.key()));
        }

        @Override
        public HeatOperation len(HeatOperation.Len len) {
            return len;
        }

        private @Nullable List<String> part(@Nullable List<String> part) {
            return part == null ? null : part.stream().map(names).distinct().toList();
        }
    }

    /** The same operation without what is special about it. */
    private static final class Simpler implements HeatOperation.Cases<HeatOperation> {
        @Override
        public HeatOperation touch(HeatOperation.Touch touch) {
            return new HeatOperation.Touch(touch.atNanos(), touch.key());
        }

        @Override
        public HeatOperation bump(HeatOperation.Bump bump) {
            return new HeatOperation.Bump(bump.atNanos(), bump.key());
        }

        @Override
        public HeatOperation tick(HeatOperation.Tick tick) {
            return tick;
        }

        @Override
        public HeatOperation commit(HeatOperation.Commit commit) {
            return new HeatOperation.Commit(commit.atNanos(), commit.tick(), null);
        }

        @Override
        public HeatOperation rollback(HeatOperation.Rollback rollback) {
            return new HeatOperation.Rollback(rollback.atNanos(), rollback.tick(), null);
        }

        @Override
        public HeatOperation remove(HeatOperation.Remove remove) {
            return remove;
        }

        @Override
        public HeatOperation observe(HeatOperation.Observe observe) {
            return observe;
        }

        @Override
        public HeatOperation len(HeatOperation.Len len) {
            return len;
        }
    }
}
