package dev.halflife.sim.component;

import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;

/**
 * How a component's configurations, operations and replies are written as JSON, in the format of traces, and taken into a
 * digest.
 *
 * @param <C> the configuration
 * @param <O> the operations
 * @param <R> the replies
 */
public interface Codec<C, O, R> {

    /** The configuration out of a trace header; throws {@link dev.halflife.sim.json.MalformedInput}. */
    C readConfig(Fields header);

    /** The configuration into a trace header. */
    void writeConfig(C config, FieldWriter header);

    /** The request fields of a step; throws {@link dev.halflife.sim.json.MalformedInput}. */
    O readOperation(Fields step);

    /** The request fields into a step. */
    void writeOperation(O operation, FieldWriter step);

    /** The reply fields of a step; throws {@link dev.halflife.sim.json.MalformedInput}. */
    R readReply(O operation, Fields step);

    /** The reply fields into a step. */
    void writeReply(R reply, FieldWriter step);
}
