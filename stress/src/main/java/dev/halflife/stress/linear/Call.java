package dev.halflife.stress.linear;

import org.jspecify.annotations.Nullable;

/**
 * A call that was made and answered; a value.
 *
 * @param <S> the specification's state
 * @param <O> the operations
 * @param <R> the replies
 */
public interface Call<S, O, R> {

    /**
     * What was done, told in the specification's terms: these may depend on what came before, as where flushes are
     * numbered in the order they were handed out. Null where nothing can be meant by it in this state.
     */
    @Nullable
    O operationIn(S state);

    /** What was answered. */
    R reply();

    /** A call that means the same in every state. */
    static <S, O, R> Call<S, O, R> of(O operation, R reply) {
        return new Fixed<>(operation, reply);
    }

    /** A call that means the same in every state. */
    record Fixed<S, O, R>(O operation, R reply) implements Call<S, O, R> {
        @Override
        public O operationIn(S state) {
            return operation;
        }

        /** The reply alone: what was asked stands beside it wherever this is printed. */
        @Override
        public String toString() {
            return reply.toString();
        }
    }
}
