package dev.halflife.stress.jcstress;

import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.model.Contract;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatSpec;

/** What the races over a registry with marks have in common: the contract and the registry, at one instant. */
final class HeatModel {

    static final long NOW = 0;
    private static final long HALF_LIFE_NANOS = 60_000_000_000L;

    private HeatModel() {}

    static HeatSpec spec(int cap) {
        return new HeatSpec(
                new HeatConfig(true, cap, HeatConfig.DEFAULT_LEASE_NANOS, new HeatPolicy(true, 2, HALF_LIFE_NANOS)),
                Contract.strict());
    }

    static HeatRegistry<String> registry(int cap) {
        return HeatRegistry.<String>marked(new dev.halflife.impl.heat.HeatPolicy(true, 2, HALF_LIFE_NANOS))
                .cap(cap)
                .build();
    }

    static HeatOperation bump(String key) {
        return new HeatOperation.Bump(NOW, key);
    }

    static HeatOperation tick(long number) {
        return new HeatOperation.Tick(NOW, number);
    }

    static HeatOperation commit(long tick) {
        return new HeatOperation.Commit(NOW, tick, null);
    }

    static int emissions(HeatReply reply) {
        return ((HeatReply.Ticked) reply).emissions().size();
    }
}
