package dev.halflife.sim.kit;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.Belief;
import dev.halflife.impl.heat.HeatPolicy;
import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.impl.heat.HeatRegistryBuilder;
import dev.halflife.impl.heat.Observation;
import dev.halflife.model.heat.HeatConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reference, as somebody who does not know the harness would bring it. */
final class ReferenceUnderTest<K> implements RegistryUnderTest<K> {

    private final HeatRegistry<K> registry;
    private final Map<Long, Announcement<K>> announcements = new HashMap<>();
    private @Nullable K evicted;

    ReferenceUnderTest(HeatConfig config) {
        HeatPolicy policy = new HeatPolicy(
                config.policy().enabled(),
                config.policy().emitRatio(),
                config.policy().halfLifeNanos());
        HeatRegistryBuilder<K> builder = config.marks() ? HeatRegistry.marked(policy) : HeatRegistry.unmarked(policy);
        builder.leaseNanos(config.leaseNanos()).onEvicted(key -> evicted = key);
        this.registry = (config.cap() == 0 ? builder.unbounded() : builder.cap(config.cap())).build();
    }

    @Override
    public @Nullable K touch(K key, long halfLifeNanos, long nowNanos) {
        evicted = null;
        registry.touch(key, halfLifeNanos, nowNanos);
        return evicted;
    }

    @Override
    public Bumped<K> bump(K key, long halfLifeNanos, long nowNanos) {
        evicted = null;
        double rate = registry.bump(key, halfLifeNanos, nowNanos);
        return new Bumped<>(rate, evicted);
    }

    @Override
    public List<Emission<K>> tick(long tick, long nowNanos) {
        Announcement<K> announcement = registry.tick(nowNanos);
        announcements.put(tick, announcement);
        return announcement.emissions().stream()
                .map(emission -> new Emission<>(emission.key(), emission.rate()))
                .toList();
    }

    @Override
    public void commit(long tick, List<Emission<K>> part) {
        registry.commit(announced(tick), keys(part));
    }

    @Override
    public void rollback(long tick, List<Emission<K>> part) {
        registry.rollback(announced(tick), keys(part));
    }

    private Announcement<K> announced(long tick) {
        Announcement<K> announcement = announcements.get(tick);
        if (announcement == null) {
            throw new IllegalArgumentException("tick must be one that was made: " + tick);
        }
        return announcement;
    }

    private static <K> List<K> keys(List<Emission<K>> emissions) {
        return emissions.stream().map(Emission::key).toList();
    }

    @Override
    public void remove(K key) {
        registry.remove(key);
    }

    @Override
    public @Nullable Observed observe(K key) {
        return registry.observe(key).map(ReferenceUnderTest::observed).orElse(null);
    }

    private static Observed observed(Observation seen) {
        if (seen.belief() instanceof Belief.Announced announced) {
            return Observed.announced(seen.rate(), seen.asOfNanos(), announced.rate());
        }
        return seen.belief().mayBeHot()
                ? Observed.unknown(seen.rate(), seen.asOfNanos())
                : Observed.neverAnnounced(seen.rate(), seen.asOfNanos());
    }

    @Override
    public int len() {
        return registry.size();
    }
}
