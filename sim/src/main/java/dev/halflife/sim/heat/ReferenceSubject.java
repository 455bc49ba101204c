package dev.halflife.sim.heat;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.impl.heat.HeatRegistryBuilder;
import dev.halflife.impl.heat.Observation;
import dev.halflife.model.heat.Belief;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reference registry as a subject. */
final class ReferenceSubject<K> implements Subject<HeatOperation, HeatReply>, HeatOperation.Cases<HeatReply> {

    private static final HeatReply DONE = new HeatReply.Done();

    private final HeatRegistry<K> registry;
    private final ParsedKeys<K> keys;
    private final Map<Long, Announcement<K>> issued = new HashMap<>();
    private @Nullable K evicted;

    ReferenceSubject(HeatConfig config, ParsedKeys<K> keys) {
        this.keys = keys;
        dev.halflife.impl.heat.HeatPolicy policy = new dev.halflife.impl.heat.HeatPolicy(
                config.policy().enabled(),
                config.policy().emitRatio(),
                config.policy().halfLifeNanos());
        HeatRegistryBuilder<K> builder = config.marks() ? HeatRegistry.marked(policy) : HeatRegistry.unmarked(policy);
        builder.leaseNanos(config.leaseNanos()).onEvicted(key -> evicted = key);
        registry = (config.cap() == 0 ? builder.unbounded() : builder.cap(config.cap())).build();
    }

    @Override
    public HeatReply apply(HeatOperation operation) {
        evicted = null;
        return operation.match(this);
    }

    @Override
    public HeatReply touch(HeatOperation.Touch touch) {
        if (touch.halfLifeNanos() == HeatOperation.POLICY_HALF_LIFE) {
            registry.touch(key(touch.key()), touch.atNanos());
        } else {
            registry.touch(key(touch.key()), touch.halfLifeNanos(), touch.atNanos());
        }
        return new HeatReply.Touched(evicted());
    }

    @Override
    public HeatReply bump(HeatOperation.Bump bump) {
        double rate = bump.halfLifeNanos() == HeatOperation.POLICY_HALF_LIFE
                ? registry.bump(key(bump.key()), bump.atNanos())
                : registry.bump(key(bump.key()), bump.halfLifeNanos(), bump.atNanos());
        return new HeatReply.Bumped(evicted(), rate);
    }

    @Override
    public HeatReply tick(HeatOperation.Tick tick) {
        Announcement<K> announcement = registry.tick(tick.atNanos());
        issued.put(tick.number(), announcement);
        List<HeatReply.Emission> reply =
                new ArrayList<>(announcement.emissions().size());
        for (dev.halflife.impl.heat.Emission<K> emission : announcement.emissions()) {
            reply.add(new HeatReply.Emission(keys.text(emission.key()), emission.rate()));
        }
        return new HeatReply.Ticked(reply);
    }

    @Override
    public HeatReply commit(HeatOperation.Commit commit) {
        Announcement<K> announcement = announcement(commit.tick());
        if (commit.keys() == null) {
            registry.commit(announcement);
        } else {
            registry.commit(announcement, keys(commit.keys()));
        }
        return DONE;
    }

    @Override
    public HeatReply rollback(HeatOperation.Rollback rollback) {
        Announcement<K> announcement = announcement(rollback.tick());
        if (rollback.keys() == null) {
            registry.rollback(announcement);
        } else {
            registry.rollback(announcement, keys(rollback.keys()));
        }
        return DONE;
    }

    @Override
    public HeatReply remove(HeatOperation.Remove remove) {
        registry.remove(key(remove.key()));
        return DONE;
    }

    @Override
    public HeatReply observe(HeatOperation.Observe observe) {
        Optional<Observation> seen = registry.observe(key(observe.key()));
        return seen.isPresent() ? tracked(seen.get()) : new HeatReply.Untracked();
    }

    private static HeatReply tracked(Observation seen) {
        return new HeatReply.Tracked(seen.rate(), seen.asOfNanos(), belief(seen.belief()));
    }

    private static Belief belief(dev.halflife.impl.heat.Belief belief) {
        if (belief instanceof dev.halflife.impl.heat.Belief.Announced announced) {
            return new Belief.Announced(announced.rate());
        }
        return belief.mayBeHot() ? Belief.Unsettled.UNKNOWN : Belief.Unsettled.NEVER;
    }

    @Override
    public HeatReply len(HeatOperation.Len len) {
        return new HeatReply.Counted(registry.size());
    }

    private Announcement<K> announcement(long tick) {
        Announcement<K> announcement = issued.get(tick);
        if (announcement == null) {
            throw new IllegalStateException("a refused operation was applied: tick " + tick + " was never issued");
        }
        return announcement;
    }

    private @Nullable String evicted() {
        return evicted == null ? null : keys.text(evicted);
    }

    private K key(String text) {
        return keys.key(text);
    }

    private List<K> keys(List<String> texts) {
        List<K> part = new ArrayList<>(texts.size());
        for (String text : texts) {
            part.add(key(text));
        }
        return part;
    }
}
