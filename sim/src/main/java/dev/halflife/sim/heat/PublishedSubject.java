package dev.halflife.sim.heat;

import dev.halflife.model.heat.Belief;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.heat.PublishedHeatRegistry.Emission;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The published port as a subject. */
final class PublishedSubject implements Subject<HeatOperation, HeatReply>, HeatOperation.Cases<HeatReply> {

    private static final HeatReply DONE = new HeatReply.Done();

    private final PublishedHeatRegistry<String> registry;
    private final Map<Long, List<Emission<String>>> issued = new HashMap<>();
    private @Nullable String evicted;

    PublishedSubject(HeatConfig config) {
        registry = new PublishedHeatRegistry<>(
                config.marks(),
                config.cap(),
                config.policy().enabled(),
                config.policy().emitRatio(),
                config.policy().halfLifeNanos(),
                key -> evicted = key);
    }

    @Override
    public HeatReply apply(HeatOperation operation) {
        evicted = null;
        return operation.match(this);
    }

    @Override
    public HeatReply touch(HeatOperation.Touch touch) {
        registry.touch(touch.key(), halfLife(touch.halfLifeNanos()), touch.atNanos());
        return new HeatReply.Touched(evicted);
    }

    @Override
    public HeatReply bump(HeatOperation.Bump bump) {
        double rate = registry.bump(bump.key(), halfLife(bump.halfLifeNanos()), bump.atNanos());
        return new HeatReply.Bumped(evicted, rate);
    }

    @Override
    public HeatReply tick(HeatOperation.Tick tick) {
        List<Emission<String>> emissions = registry.tick(tick.atNanos());
        issued.put(tick.number(), emissions);
        List<HeatReply.Emission> reply = new ArrayList<>(emissions.size());
        for (Emission<String> emission : emissions) {
            reply.add(new HeatReply.Emission(emission.key(), emission.rate()));
        }
        return new HeatReply.Ticked(reply);
    }

    @Override
    public HeatReply commit(HeatOperation.Commit commit) {
        registry.commit(part(commit.tick(), commit.keys()));
        return DONE;
    }

    @Override
    public HeatReply rollback(HeatOperation.Rollback rollback) {
        for (Emission<String> emission : part(rollback.tick(), rollback.keys())) {
            registry.rollback(emission.key());
        }
        return DONE;
    }

    private List<Emission<String>> part(long tick, @Nullable List<String> keys) {
        List<Emission<String>> emissions = issued.getOrDefault(tick, List.of());
        return keys == null
                ? emissions
                : emissions.stream()
                        .filter(emission -> keys.contains(emission.key()))
                        .toList();
    }

    @Override
    public HeatReply remove(HeatOperation.Remove remove) {
        registry.remove(remove.key());
        return DONE;
    }

    @Override
    public HeatReply observe(HeatOperation.Observe observe) {
        PublishedHeatRegistry.Observation seen = registry.observe(observe.key());
        if (seen == null) {
            return new HeatReply.Untracked();
        }
        Belief lastEmitted =
                Double.isNaN(seen.lastEmitted()) ? Belief.Unsettled.NEVER : new Belief.Announced(seen.lastEmitted());
        return new HeatReply.Tracked(seen.rate(), seen.asOfNanos(), lastEmitted);
    }

    @Override
    public HeatReply len(HeatOperation.Len len) {
        return new HeatReply.Counted(registry.size());
    }

    private long halfLife(long halfLifeNanos) {
        return halfLifeNanos == HeatOperation.POLICY_HALF_LIFE ? registry.halfLifeNanos() : halfLifeNanos;
    }
}
