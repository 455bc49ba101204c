package dev.halflife.sim.world;

import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import java.util.List;

/**
 * What could be seen of the registry and the sink while something happened.
 *
 * @param calls what was called on the registry, in order, with its replies
 * @param batches what was handed to the sink
 */
public record MeshReply(List<Call> calls, List<List<HeatReply.Emission>> batches) {

    public MeshReply {
        calls = List.copyOf(calls);
        batches = List.copyOf(batches);
    }

    /** One call on the registry. */
    public record Call(HeatOperation operation, HeatReply reply) {}
}
