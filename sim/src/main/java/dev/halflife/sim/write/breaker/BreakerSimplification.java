package dev.halflife.sim.write.breaker;

import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Simpler breaker schedules: fewer failures open it, the open time is 30 s, fewer partitions, and those in order of
 * appearance. Each candidate is lower in one of these and higher in none.
 */
final class BreakerSimplification {

    private static final int MOST_FAILURES = 4;

    private BreakerSimplification() {}

    static List<Schedule<BreakerConfig, BreakerOperation>> of(Schedule<BreakerConfig, BreakerOperation> schedule) {
        List<Schedule<BreakerConfig, BreakerOperation>> candidates = new ArrayList<>();
        addConfigs(schedule, candidates);
        addPartitions(schedule, candidates);
        return candidates;
    }

    private static void addConfigs(
            Schedule<BreakerConfig, BreakerOperation> schedule,
            List<Schedule<BreakerConfig, BreakerOperation>> candidates) {
        BreakerConfig config = schedule.config();
        for (int failures = 1; failures < Math.min(config.failures(), MOST_FAILURES + 1); failures++) {
            candidates.add(new Schedule<>(new BreakerConfig(failures, config.openNanos()), schedule.operations()));
        }
        if (config.openNanos() != BreakerConfig.DEFAULT_OPEN_NANOS) {
            double scale = (double) BreakerConfig.DEFAULT_OPEN_NANOS / config.openNanos();
            List<BreakerOperation> operations = new ArrayList<>();
            for (BreakerOperation operation : schedule.operations()) {
                operations.add(operation.movedTo(StrictMath.round(operation.atNanos() * scale)));
            }
            BreakerConfig round = new BreakerConfig(config.failures(), BreakerConfig.DEFAULT_OPEN_NANOS);
            candidates.add(new Schedule<>(round, operations));
        }
    }

    private static void addPartitions(
            Schedule<BreakerConfig, BreakerOperation> schedule,
            List<Schedule<BreakerConfig, BreakerOperation>> candidates) {
        Set<String> seen = new LinkedHashSet<>();
        schedule.operations().forEach(operation -> seen.add(operation.partition()));
        List<String> used = new ArrayList<>(seen);
        for (int i = used.size() - 1; i > 0; i--) {
            for (int j = 0; j < i; j++) {
                String from = used.get(i);
                String to = used.get(j);
                candidates.add(renamed(schedule, partition -> partition.equals(from) ? to : partition));
            }
        }
        Schedule<BreakerConfig, BreakerOperation> inOrder =
                renamed(schedule, partition -> BreakerWorkload.partition(used.indexOf(partition)));
        if (!inOrder.equals(schedule)) {
            candidates.add(inOrder);
        }
    }

    private static Schedule<BreakerConfig, BreakerOperation> renamed(
            Schedule<BreakerConfig, BreakerOperation> schedule, UnaryOperator<String> names) {
        return schedule.with(schedule.operations().stream()
                .map(operation -> operation.match(new Renaming(names)))
                .toList());
    }

    /** The same operation on another partition. */
    private record Renaming(UnaryOperator<String> names) implements BreakerOperation.Cases<BreakerOperation> {
        @Override
        public BreakerOperation allow(BreakerOperation.Allow allow) {
            return new BreakerOperation.Allow(allow.atNanos(), names.apply(allow.partition()));
        }

        @Override
        public BreakerOperation success(BreakerOperation.Success success) {
            return new BreakerOperation.Success(success.atNanos(), names.apply(success.partition()));
        }

        @Override
        public BreakerOperation failure(BreakerOperation.Failure failure) {
            return new BreakerOperation.Failure(failure.atNanos(), names.apply(failure.partition()));
        }

        @Override
        public BreakerOperation state(BreakerOperation.State ask) {
            return new BreakerOperation.State(ask.atNanos(), names.apply(ask.partition()));
        }
    }
}
