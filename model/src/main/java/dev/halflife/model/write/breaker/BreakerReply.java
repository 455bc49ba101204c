package dev.halflife.model.write.breaker;

/** What a circuit breaker answers. */
public sealed interface BreakerReply {

    /** To an allow: whether the call may go. */
    record Allowed(boolean allowed) implements BreakerReply {}

    /** To a success and a failure: nothing to say. */
    record Done() implements BreakerReply {}

    /** To a state: whether the partition is open, that is, before the end of its open time (B2). */
    record Told(boolean open) implements BreakerReply {}
}
