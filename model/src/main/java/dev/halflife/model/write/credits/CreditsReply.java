package dev.halflife.model.write.credits;

import org.jspecify.annotations.Nullable;

/** What the credits answer. */
public sealed interface CreditsReply {

    /** To a call that has returned: its flush, or null where it took nothing. */
    record Returned(@Nullable Flush flush) implements CreditsReply {}

    /** To a begin or a step: the call has not returned. */
    record Running() implements CreditsReply {}

    /** To a restore: nothing to say. */
    record Restored() implements CreditsReply {}

    /** To a pending: the count, and the credits in the pile. A subject that knows but one number tells it twice. */
    record Counted(long count, long pile) implements CreditsReply {}
}
