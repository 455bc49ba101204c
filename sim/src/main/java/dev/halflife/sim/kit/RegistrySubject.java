package dev.halflife.sim.kit;

import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.kit.RegistryUnderTest.Bumped;
import dev.halflife.sim.kit.RegistryUnderTest.Emission;
import dev.halflife.sim.kit.RegistryUnderTest.Observed;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A registry under test as a subject: keeps its keys' names, and what its ticks announced. */
final class RegistrySubject<K> implements Subject<HeatOperation, HeatReply>, HeatOperation.Cases<HeatReply> {

    private static final HeatReply DONE = new HeatReply.Done();

    private final RegistryUnderTest<K> registry;
    private final Function<String, K> keyOf;
    private final long halfLifeNanos;
    private final Map<String, K> keys = new HashMap<>();
    private final Map<K, String> names = new HashMap<>();
    private final Map<Long, List<Emission<K>>> issued = new HashMap<>();

    RegistrySubject(RegistryUnderTest<K> registry, Function<String, K> keyOf, long halfLifeNanos) {
        this.registry = registry;
        this.keyOf = keyOf;
        this.halfLifeNanos = halfLifeNanos;
    }

    @Override
    public HeatReply apply(HeatOperation operation) {
        return operation.match(this);
    }

    @Override
    public HeatReply touch(HeatOperation.Touch touch) {
        return new HeatReply.Touched(
                evicted(registry.touch(key(touch.key()), halfLife(touch.halfLifeNanos()), touch.atNanos())));
    }

    @Override
    public HeatReply bump(HeatOperation.Bump bump) {
        Bumped<K> bumped = registry.bump(key(bump.key()), halfLife(bump.halfLifeNanos()), bump.atNanos());
        return new HeatReply.Bumped(evicted(bumped.evicted()), bumped.rate());
    }

    @Override
    public HeatReply tick(HeatOperation.Tick tick) {
        List<Emission<K>> emissions = List.copyOf(registry.tick(tick.number(), tick.atNanos()));
        issued.put(tick.number(), emissions);
        List<HeatReply.Emission> reply = new ArrayList<>(emissions.size());
        for (Emission<K> emission : emissions) {
            reply.add(new HeatReply.Emission(name(emission.key()), emission.rate()));
        }
        return new HeatReply.Ticked(reply);
    }

    @Override
    public HeatReply commit(HeatOperation.Commit commit) {
        registry.commit(commit.tick(), part(commit.tick(), commit.keys()));
        return DONE;
    }

    @Override
    public HeatReply rollback(HeatOperation.Rollback rollback) {
        registry.rollback(rollback.tick(), part(rollback.tick(), rollback.keys()));
        return DONE;
    }

    @Override
    public HeatReply remove(HeatOperation.Remove remove) {
        registry.remove(key(remove.key()));
        return DONE;
    }

    @Override
    public HeatReply observe(HeatOperation.Observe observe) {
        Observed seen = registry.observe(key(observe.key()));
        return seen == null
                ? new HeatReply.Untracked()
                : new HeatReply.Tracked(seen.rate(), seen.asOfNanos(), seen.belief());
    }

    @Override
    public HeatReply len(HeatOperation.Len len) {
        return new HeatReply.Counted(registry.len());
    }

    private long halfLife(long own) {
        return own == HeatOperation.POLICY_HALF_LIFE ? halfLifeNanos : own;
    }

    private List<Emission<K>> part(long tick, @Nullable List<String> part) {
        List<Emission<K>> emissions = issued.getOrDefault(tick, List.of());
        return part == null
                ? emissions
                : emissions.stream()
                        .filter(emission -> part.contains(name(emission.key())))
                        .toList();
    }

    private @Nullable String evicted(@Nullable K key) {
        return key == null ? null : name(key);
    }

    private K key(String name) {
        K key = keys.get(name);
        if (key == null) {
            key = keyOf.apply(name);
            keys.put(name, key);
            names.put(key, name);
        }
        return key;
    }

    private String name(K key) {
        String name = names.get(key);
        if (name == null) {
            throw new IllegalStateException("the registry named a key that it was never given: " + key);
        }
        return name;
    }
}
