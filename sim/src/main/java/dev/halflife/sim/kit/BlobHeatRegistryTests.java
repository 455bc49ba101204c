package dev.halflife.sim.kit;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.heat.HeatComponent;

/**
 * Tests of a blob heat registry of one's own, which marks what a tick returned as in flight until it is answered (T4); as
 * {@link HeatRegistryTests} otherwise.
 *
 * @param <K> the keys
 */
public interface BlobHeatRegistryTests<K> extends HeatRegistryTests<K> {

    @Override
    default Component<HeatConfig, ?, HeatOperation, HeatReply> component() {
        return HeatComponent.blobHeat();
    }
}
