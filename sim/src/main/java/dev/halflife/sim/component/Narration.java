package dev.halflife.sim.component;

/**
 * How configurations, operations, replies and states are told to people: short, in a fixed order, without hex of full
 * width.
 */
public interface Narration<C, S, O, R> {

    /** The configuration in one line. */
    String config(C config);

    /** An operation without its time, such as {@code bump   a1}. The verb is padded to a common width. */
    String operation(O operation);

    /** A reply, such as {@code rate 1.0}; empty where there is nothing to say. */
    String reply(O operation, R reply);

    /** What a person needs to know of the state after a step, such as {@code in flight: a1}; empty for nothing. */
    String note(S state);
}
