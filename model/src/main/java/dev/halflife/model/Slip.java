package dev.halflife.model;

import org.jspecify.annotations.Nullable;

/**
 * What a subject that breaks one rule may do in place of what a specification asks.
 *
 * @param <S> the specification's state
 * @param <O> the operations
 * @param <R> the replies
 */
@FunctionalInterface
public interface Slip<S, O extends Operation<O>, R> {

    /** The state it is in after this reply; null where it does here what the specification asks. */
    @Nullable
    S after(S state, O operation, R reply);
}
