package dev.halflife.model;

import java.util.List;
import java.util.Optional;

/**
 * What a component must do, as a pure state machine over immutable states.
 *
 * <p>{@link #judge} is relational: wherever the rules leave a choice (which of several equals is evicted, which way a
 * quotient on the threshold falls, the last bits of a rate) it accepts every allowed reply and continues from the one it
 * saw, so that an implementation is never rejected for being different, only for being wrong. {@link #predict} names one
 * allowed reply: for every reachable state {@code judge(s, o, predict(s, o))} accepts.
 *
 * <p>Implementations are stateless and may be shared by threads.
 *
 * @param <S> the state, an immutable value with {@code equals}
 * @param <O> the operations
 * @param <R> the replies
 */
public interface Spec<S, O extends Operation<O>, R> {

    /** The rules this specification judges by, in the order of their {@link Rule#ordinal()}; at most 64. */
    List<? extends Rule> rules();

    /** The state before the first operation. */
    S initial();

    /**
     * Why this operation makes no sense in this state (an answer to a tick that was never issued), or empty where it does.
     * A refused operation must be given to neither {@link #predict} nor {@link #judge}, nor to a subject.
     */
    Optional<String> refusal(S state, O operation);

    /** One reply the rules allow. */
    R predict(S state, O operation);

    /** Whether the rules allow this reply here and, if so, what state it leads to. Never throws for any reply. */
    Step<S> judge(S state, O operation, R reply);

    /**
     * The ways of breaking one rule while keeping every other, the most specific first: where several explain a history, the
     * first of them names the rule ({@link Blame}). A rule may have several; one that has none is named by its check.
     */
    default List<Lapse<S, O, R>> lapses() {
        return List.of();
    }

    /** In how many places two replies to the same operation differ; 0 if and only if they are alike. */
    default int difference(R expected, R seen) {
        return expected.equals(seen) ? 0 : 1;
    }
}
