package dev.halflife.sim.museum;

import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One mistake between whoever asks and a correct registry; some remember things. */
record Stranger(String name, UnaryOperator<Subject<HeatOperation, HeatReply>> mistake) {

    static final List<Stranger> ALL = List.of(
            new Stranger(
                    "clock in milliseconds",
                    asked(operation -> operation.movedTo(operation.atNanos() / 1_000_000 * 1_000_000))),
            new Stranger("clock of 32 bits", asked(operation -> operation.movedTo(operation.atNanos() << 32 >> 32))),
            new Stranger(
                    "rollback commits",
                    asked(operation -> operation instanceof HeatOperation.Rollback rollback
                            ? new HeatOperation.Commit(rollback.atNanos(), rollback.tick(), rollback.keys())
                            : operation)),
            new Stranger(
                    "part of a commit is all of it",
                    asked(operation -> operation instanceof HeatOperation.Commit commit
                            ? new HeatOperation.Commit(commit.atNanos(), commit.tick(), null)
                            : operation)),
            new Stranger(
                    "half lives of callers ignored",
                    asked(operation -> operation instanceof HeatOperation.Bump bump
                            ? new HeatOperation.Bump(bump.atNanos(), bump.key())
                            : operation)),
            new Stranger(
                    "rates of six digits",
                    answered(reply -> reply instanceof HeatReply.Ticked ticked
                            ? new HeatReply.Ticked(ticked.emissions().stream()
                                    .map(emission -> new HeatReply.Emission(
                                            emission.key(), StrictMath.rint(emission.rate() * 1e6) / 1e6))
                                    .toList())
                            : reply)),
            new Stranger(
                    "eviction not reported",
                    answered(reply -> reply instanceof HeatReply.Bumped bumped
                            ? new HeatReply.Bumped(null, bumped.rate())
                            : reply)),
            new Stranger(
                    "ticks tell two keys at most",
                    answered(reply -> reply instanceof HeatReply.Ticked ticked
                            ? new HeatReply.Ticked(ticked.emissions()
                                    .subList(0, Math.min(2, ticked.emissions().size())))
                            : reply)),
            new Stranger("every tenth read is lost", registry -> {
                int[] reads = {0};
                return operation -> operation instanceof HeatOperation.Bump bump && ++reads[0] % 10 == 0
                        ? lost(registry, bump)
                        : registry.apply(operation);
            }),
            new Stranger("every tenth read is retried", registry -> {
                int[] reads = {0};
                return operation -> {
                    HeatReply reply = registry.apply(operation);
                    boolean again = operation instanceof HeatOperation.Bump && ++reads[0] % 10 == 0;
                    if (again) {
                        registry.apply(operation);
                    }
                    return reply;
                };
            }),
            new Stranger("removals wait for the next tick", registry -> {
                List<HeatOperation> waiting = new ArrayList<>();
                return operation -> {
                    if (operation instanceof HeatOperation.Remove) {
                        waiting.add(operation);
                        return new HeatReply.Done();
                    }
                    if (operation instanceof HeatOperation.Tick) {
                        waiting.forEach(registry::apply);
                        waiting.clear();
                    }
                    return registry.apply(operation);
                };
            }),
            new Stranger("observations are cached", registry -> {
                Map<String, HeatReply> cache = new HashMap<>();
                return operation -> {
                    if (operation instanceof HeatOperation.Observe observe) {
                        return cache.computeIfAbsent(observe.key(), key -> registry.apply(observe));
                    }
                    if (operation instanceof HeatOperation.Tick) {
                        cache.clear();
                    }
                    return registry.apply(operation);
                };
            }));

    /** The registry with the mistake before it. */
    Subject<HeatOperation, HeatReply> before(Subject<HeatOperation, HeatReply> registry) {
        return mistake.apply(registry);
    }

    @Override
    public String toString() {
        return name;
    }

    private static UnaryOperator<Subject<HeatOperation, HeatReply>> asked(UnaryOperator<HeatOperation> wrongly) {
        return registry -> operation -> registry.apply(wrongly.apply(operation));
    }

    private static UnaryOperator<Subject<HeatOperation, HeatReply>> answered(UnaryOperator<HeatReply> wrongly) {
        return registry -> operation -> wrongly.apply(registry.apply(operation));
    }

    /** As if it was counted: with the rate that is there. */
    private static HeatReply lost(Subject<HeatOperation, HeatReply> registry, HeatOperation.Bump bump) {
        HeatReply touched = registry.apply(new HeatOperation.Touch(bump.atNanos(), bump.key(), bump.halfLifeNanos()));
        HeatReply seen = registry.apply(new HeatOperation.Observe(bump.atNanos(), bump.key()));
        return touched instanceof HeatReply.Touched evicted && seen instanceof HeatReply.Tracked tracked
                ? new HeatReply.Bumped(evicted.evicted(), tracked.rate() + 1)
                : seen;
    }
}
