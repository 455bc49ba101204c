package dev.halflife.sim.kit;

import dev.halflife.impl.heat.ChainId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registry like another, to be made worse in one thing. */
class Delegating implements RegistryUnderTest<ChainId> {

    private final RegistryUnderTest<ChainId> registry;

    Delegating(RegistryUnderTest<ChainId> registry) {
        this.registry = registry;
    }

    @Override
    public @Nullable ChainId touch(ChainId key, long halfLifeNanos, long nowNanos) {
        return registry.touch(key, halfLifeNanos, nowNanos);
    }

    @Override
    public Bumped<ChainId> bump(ChainId key, long halfLifeNanos, long nowNanos) {
        return registry.bump(key, halfLifeNanos, nowNanos);
    }

    @Override
    public List<Emission<ChainId>> tick(long tick, long nowNanos) {
        return registry.tick(tick, nowNanos);
    }

    @Override
    public void commit(long tick, List<Emission<ChainId>> part) {
        registry.commit(tick, part);
    }

    @Override
    public void rollback(long tick, List<Emission<ChainId>> part) {
        registry.rollback(tick, part);
    }

    @Override
    public void remove(ChainId key) {
        registry.remove(key);
    }

    @Override
    public @Nullable Observed observe(ChainId key) {
        return registry.observe(key);
    }

    @Override
    public int len() {
        return registry.len();
    }
}
