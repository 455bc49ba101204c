package dev.halflife.sim.write.credits;

import dev.halflife.model.write.credits.Call;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Simpler schedules: a lower threshold, fewer callers, fewer ids, in order of appearance, fewer of them in a call, whole
 * calls in place of overlapping ones, calls that run to their end in place of steps, earlier flushes restored. Each
 * candidate is lower in one of these, in this order, and no higher in those before it.
 */
final class CreditsSimplification {

    private static final int MOST_THRESHOLDS = 4;

    private CreditsSimplification() {}

    static List<Schedule<CreditsConfig, CreditsOperation>> of(Schedule<CreditsConfig, CreditsOperation> schedule) {
        List<Schedule<CreditsConfig, CreditsOperation>> candidates = new ArrayList<>();
        addThresholds(schedule, candidates);
        addWholeCalls(schedule, candidates);
        addCallers(schedule, candidates);
        addIds(schedule, candidates);
        List<CreditsOperation> operations = schedule.operations();
        for (int i = 0; i < operations.size(); i++) {
            for (CreditsOperation simpler : simpler(operations.get(i))) {
                List<CreditsOperation> changed = new ArrayList<>(operations);
                changed.set(i, simpler);
                candidates.add(schedule.with(changed));
            }
        }
        return candidates;
    }

    private static void addThresholds(
            Schedule<CreditsConfig, CreditsOperation> schedule,
            List<Schedule<CreditsConfig, CreditsOperation>> candidates) {
        CreditsConfig config = schedule.config();
        Set<Long> lower = new LinkedHashSet<>();
        for (long threshold = 1; threshold <= MOST_THRESHOLDS; threshold++) {
            lower.add(threshold);
        }
        lower.add(config.threshold() / 2);
        lower.add(config.threshold() - 1);
        for (long threshold : lower) {
            if (threshold >= 1 && threshold < config.threshold()) {
                candidates.add(new Schedule<>(new CreditsConfig(threshold, config.callers()), schedule.operations()));
            }
        }
    }

    /** One call made as a whole where it began. */
    private static void addWholeCalls(
            Schedule<CreditsConfig, CreditsOperation> schedule,
            List<Schedule<CreditsConfig, CreditsOperation>> candidates) {
        List<CreditsOperation> operations = schedule.operations();
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof CreditsOperation.Begin begin) {
                List<CreditsOperation> without = new ArrayList<>(operations.subList(0, i));
                without.add(whole(begin));
                for (CreditsOperation operation : operations.subList(i + 1, operations.size())) {
                    boolean ofTheCall = callerOf(operation) == begin.caller();
                    if (operation instanceof CreditsOperation.Begin && ofTheCall) {
                        break;
                    }
                    if (!ofTheCall) {
                        without.add(operation);
                    }
                }
                without.addAll(fromNextBegin(operations, i, begin.caller()));
                candidates.add(schedule.with(without));
            }
        }
    }

    private static List<CreditsOperation> fromNextBegin(List<CreditsOperation> operations, int begun, int caller) {
        for (int i = begun + 1; i < operations.size(); i++) {
            if (operations.get(i) instanceof CreditsOperation.Begin begin && begin.caller() == caller) {
                return operations.subList(i, operations.size());
            }
        }
        return List.of();
    }

    private static CreditsOperation whole(CreditsOperation.Begin begin) {
        return begin.call() instanceof Call.RecordIds record
                ? new CreditsOperation.RecordIds(begin.atNanos(), record.ids())
                : new CreditsOperation.Drain(begin.atNanos());
    }

    /** Callers in order of appearance, and no more of them than appear. */
    private static void addCallers(
            Schedule<CreditsConfig, CreditsOperation> schedule,
            List<Schedule<CreditsConfig, CreditsOperation>> candidates) {
        List<Integer> used = new ArrayList<>();
        for (CreditsOperation operation : schedule.operations()) {
            int caller = callerOf(operation);
            if (caller > 0 && !used.contains(caller)) {
                used.add(caller);
            }
        }
        CreditsConfig fewer = new CreditsConfig(schedule.config().threshold(), Math.max(1, used.size()));
        List<CreditsOperation> renamed = schedule.operations().stream()
                .map(operation -> operation.match(new Renaming(id -> id, caller -> 1 + used.indexOf(caller))))
                .toList();
        if (!fewer.equals(schedule.config()) || !renamed.equals(schedule.operations())) {
            candidates.add(new Schedule<>(fewer, renamed));
        }
    }

    /** Two ids become one; or the ids become a, b, … in order of appearance. */
    private static void addIds(
            Schedule<CreditsConfig, CreditsOperation> schedule,
            List<Schedule<CreditsConfig, CreditsOperation>> candidates) {
        Set<String> ids = new LinkedHashSet<>();
        for (CreditsOperation operation : schedule.operations()) {
            operation.match(new Renaming(
                    id -> {
                        ids.add(id);
                        return id;
                    },
                    caller -> caller));
        }
        List<String> used = new ArrayList<>(ids);
        for (int i = used.size() - 1; i > 0; i--) {
            for (int j = 0; j < i; j++) {
                String from = used.get(i);
                String to = used.get(j);
                candidates.add(renamed(schedule, id -> id.equals(from) ? to : id));
            }
        }
        Schedule<CreditsConfig, CreditsOperation> inOrder = renamed(schedule, id -> CreditIds.id(used.indexOf(id)));
        if (!inOrder.equals(schedule)) {
            candidates.add(inOrder);
        }
    }

    private static Schedule<CreditsConfig, CreditsOperation> renamed(
            Schedule<CreditsConfig, CreditsOperation> schedule, UnaryOperator<String> names) {
        return schedule.with(schedule.operations().stream()
                .map(operation -> operation.match(new Renaming(names, caller -> caller)))
                .toList());
    }

    /** Fewer ids in it, a call run to its end, an earlier flush. */
    private static List<CreditsOperation> simpler(CreditsOperation operation) {
        List<CreditsOperation> simpler = new ArrayList<>();
        if (operation instanceof CreditsOperation.Step step) {
            simpler.add(new CreditsOperation.Finish(step.atNanos(), step.caller()));
        } else if (operation instanceof CreditsOperation.Restore restore) {
            for (long flush = 1; flush < restore.flush(); flush++) {
                simpler.add(new CreditsOperation.Restore(restore.atNanos(), flush));
            }
        } else if (operation instanceof CreditsOperation.RecordIds record) {
            for (List<String> fewer : fewer(record.ids())) {
                simpler.add(new CreditsOperation.RecordIds(record.atNanos(), fewer));
            }
        } else if (operation instanceof CreditsOperation.Begin begin && begin.call() instanceof Call.RecordIds call) {
            for (List<String> fewer : fewer(call.ids())) {
                simpler.add(new CreditsOperation.Begin(begin.atNanos(), begin.caller(), new Call.RecordIds(fewer)));
            }
        }
        return simpler;
    }

    /** The first half; or all but one. */
    private static List<List<String>> fewer(List<String> ids) {
        List<List<String>> fewer = new ArrayList<>();
        if (ids.size() > 2) {
            fewer.add(ids.subList(0, ids.size() / 2));
        }
        for (int i = 0; i < ids.size(); i++) {
            List<String> without = new ArrayList<>(ids);
            without.remove(i);
            fewer.add(without);
        }
        return fewer;
    }

    private static int callerOf(CreditsOperation operation) {
        if (operation instanceof CreditsOperation.Begin begin) {
            return begin.caller();
        }
        if (operation instanceof CreditsOperation.Step step) {
            return step.caller();
        }
        return operation instanceof CreditsOperation.Finish finish ? finish.caller() : 0;
    }

    /** The same operation with other ids and by another caller. */
    private record Renaming(UnaryOperator<String> names, IntUnaryOperator callers)
            implements CreditsOperation.Cases<CreditsOperation> {
        @Override
        public CreditsOperation record(CreditsOperation.RecordIds record) {
            return new CreditsOperation.RecordIds(record.atNanos(), renamed(record.ids()));
        }

        @Override
        public CreditsOperation drain(CreditsOperation.Drain drain) {
            return drain;
        }

        @Override
        public CreditsOperation restore(CreditsOperation.Restore restore) {
            return restore;
        }

        @Override
        public CreditsOperation pending(CreditsOperation.Pending pending) {
            return pending;
        }

        @Override
        public CreditsOperation begin(CreditsOperation.Begin begin) {
            Call call = begin.call() instanceof Call.RecordIds record
                    ? new Call.RecordIds(renamed(record.ids()))
                    : begin.call();
            return new CreditsOperation.Begin(begin.atNanos(), callers.applyAsInt(begin.caller()), call);
        }

        @Override
        public CreditsOperation step(CreditsOperation.Step step) {
            return new CreditsOperation.Step(step.atNanos(), callers.applyAsInt(step.caller()));
        }

        @Override
        public CreditsOperation finish(CreditsOperation.Finish finish) {
            return new CreditsOperation.Finish(finish.atNanos(), callers.applyAsInt(finish.caller()));
        }

        private List<String> renamed(List<String> ids) {
            return ids.stream().map(names).toList();
        }
    }
}
