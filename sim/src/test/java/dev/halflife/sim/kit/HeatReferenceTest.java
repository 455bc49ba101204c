package dev.halflife.sim.kit;

import dev.halflife.impl.heat.ChainId;
import dev.halflife.model.heat.HeatConfig;

/** The reference heat registry by the kit. */
@HalflifeTest(schedules = 2_000, depth = 3)
final class HeatReferenceTest implements HeatRegistryTests<ChainId> {

    @Override
    public RegistryUnderTest<ChainId> registry(HeatConfig config) {
        return new ReferenceUnderTest<>(config);
    }

    @Override
    public ChainId key(String hex) {
        return ChainId.parse(hex);
    }
}
