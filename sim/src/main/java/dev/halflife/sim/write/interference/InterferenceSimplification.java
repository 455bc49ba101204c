package dev.halflife.sim.write.interference;

import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceOperation.Accumulate;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Simpler tracker schedules: the default lease, fewer namespaces, those in order of appearance, score and threshold 1 or else a
 * half, no cooldown. Each candidate is simpler in one of these and no worse in any.
 */
final class InterferenceSimplification {

    private InterferenceSimplification() {}

    static List<Schedule<InterferenceConfig, InterferenceOperation>> of(
            Schedule<InterferenceConfig, InterferenceOperation> schedule) {
        List<Schedule<InterferenceConfig, InterferenceOperation>> candidates = new ArrayList<>();
        addLease(schedule, candidates);
        addNamespaces(schedule, candidates);
        addAll(schedule, candidates, all -> with(all, 1, 1, 0));
        addAll(schedule, candidates, all -> with(all, 1, 1, all.cooldownNanos()));
        for (int i = 0; i < schedule.operations().size(); i++) {
            if (schedule.operations().get(i) instanceof Accumulate one) {
                add(schedule, candidates, i, with(one, 1, one.threshold(), one.cooldownNanos()));
                if (one.score() != 1) {
                    add(schedule, candidates, i, with(one, 0.5f, one.threshold(), one.cooldownNanos()));
                }
                add(schedule, candidates, i, with(one, one.score(), 1, one.cooldownNanos()));
                add(schedule, candidates, i, with(one, one.score(), one.threshold(), 0));
            }
        }
        return candidates;
    }

    private static Accumulate with(Accumulate was, float score, float threshold, long cooldownNanos) {
        return new Accumulate(was.atNanos(), was.namespace(), score, threshold, cooldownNanos);
    }

    private static void add(
            Schedule<InterferenceConfig, InterferenceOperation> schedule,
            List<Schedule<InterferenceConfig, InterferenceOperation>> candidates,
            int index,
            Accumulate simpler) {
        if (!simpler.equals(schedule.operations().get(index))) {
            List<InterferenceOperation> changed = new ArrayList<>(schedule.operations());
            changed.set(index, simpler);
            candidates.add(schedule.with(changed));
        }
    }

    private static void addAll(
            Schedule<InterferenceConfig, InterferenceOperation> schedule,
            List<Schedule<InterferenceConfig, InterferenceOperation>> candidates,
            UnaryOperator<Accumulate> change) {
        List<InterferenceOperation> changed = changed(schedule, change);
        if (!changed.equals(schedule.operations())) {
            candidates.add(schedule.with(changed));
        }
    }

    private static List<InterferenceOperation> changed(
            Schedule<InterferenceConfig, InterferenceOperation> schedule, UnaryOperator<Accumulate> change) {
        List<InterferenceOperation> changed = new ArrayList<>();
        for (InterferenceOperation operation : schedule.operations()) {
            changed.add(operation instanceof Accumulate accumulate ? change.apply(accumulate) : operation);
        }
        return changed;
    }

    private static void addLease(
            Schedule<InterferenceConfig, InterferenceOperation> schedule,
            List<Schedule<InterferenceConfig, InterferenceOperation>> candidates) {
        long lease = schedule.config().leaseNanos();
        if (lease == InterferenceConfig.DEFAULT_LEASE_NANOS) {
            return;
        }
        double scale = (double) InterferenceConfig.DEFAULT_LEASE_NANOS / lease;
        List<InterferenceOperation> scaled = new ArrayList<>();
        for (InterferenceOperation operation : schedule.operations()) {
            InterferenceOperation moved = operation.movedTo(StrictMath.round(operation.atNanos() * scale));
            scaled.add(
                    moved instanceof Accumulate accumulate
                            ? with(
                                    accumulate,
                                    accumulate.score(),
                                    accumulate.threshold(),
                                    StrictMath.round(accumulate.cooldownNanos() * scale))
                            : moved);
        }
        candidates.add(new Schedule<>(new InterferenceConfig(InterferenceConfig.DEFAULT_LEASE_NANOS), scaled));
    }

    private static void addNamespaces(
            Schedule<InterferenceConfig, InterferenceOperation> schedule,
            List<Schedule<InterferenceConfig, InterferenceOperation>> candidates) {
        Set<String> seen = new LinkedHashSet<>();
        changed(schedule, accumulate -> {
            seen.add(accumulate.namespace());
            return accumulate;
        });
        List<String> used = new ArrayList<>(seen);
        for (int i = used.size() - 1; i > 0; i--) {
            for (int j = 0; j < i; j++) {
                String from = used.get(i);
                String to = used.get(j);
                addAll(schedule, candidates, all -> renamed(all, all.namespace().equals(from) ? to : all.namespace()));
            }
        }
        if (used.size() <= InterferenceWorkload.NAMESPACES.size()) {
            addAll(
                    schedule,
                    candidates,
                    all -> renamed(all, InterferenceWorkload.NAMESPACES.get(used.indexOf(all.namespace()))));
        }
    }

    private static Accumulate renamed(Accumulate was, String namespace) {
        return new Accumulate(was.atNanos(), namespace, was.score(), was.threshold(), was.cooldownNanos());
    }
}
