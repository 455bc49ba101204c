package dev.halflife.sim.write.world;

import dev.halflife.model.Operation;
import java.util.List;

/**
 * What could be seen of the parts and the store while something happened.
 *
 * @param calls what was called on the parts, in order, with their replies
 * @param writes what the store was told
 */
public record PathReply(List<Call<?, ?>> calls, List<StoreWrite> writes) {

    public PathReply {
        calls = List.copyOf(calls);
        writes = List.copyOf(writes);
    }

    /** One call on a part. */
    public record Call<O extends Operation<O>, R>(Part<?, ?, O, R> part, O operation, R reply) {}
}
