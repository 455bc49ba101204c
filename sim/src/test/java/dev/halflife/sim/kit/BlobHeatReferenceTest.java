package dev.halflife.sim.kit;

import dev.halflife.impl.heat.BlobHash;
import dev.halflife.model.heat.HeatConfig;

/** The reference blob heat registry by the kit. */
@HalflifeTest(schedules = 2_000, depth = 3)
final class BlobHeatReferenceTest implements BlobHeatRegistryTests<BlobHash> {

    @Override
    public RegistryUnderTest<BlobHash> registry(HeatConfig config) {
        return new ReferenceUnderTest<>(config);
    }

    @Override
    public BlobHash key(String hex) {
        return BlobHash.parse(hex);
    }
}
