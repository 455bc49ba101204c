package dev.halflife.model;

/**
 * A specification that leaves no choice: in every state each operation has one right reply, and any other breaks a rule.
 * Where the order of a list is left open, the reply's own {@code equals} says so. Replies are told to people by their
 * {@code toString}.
 *
 * @param <S> the state, an immutable value with {@code equals}
 * @param <O> the operations
 * @param <R> the replies, values with {@code equals}
 */
public interface DeterministicSpec<S, O extends Operation<O>, R> extends Spec<S, O, R> {

    /** The right reply and what comes of it. */
    Answer<S, R> answer(S state, O operation);

    /** The rule that this reply, which is not the right one, breaks. Never throws for any reply. */
    Rule blame(S state, O operation, R seen);

    @Override
    default R predict(S state, O operation) {
        return answer(state, operation).reply();
    }

    @Override
    default Step<S> judge(S state, O operation, R reply) {
        Answer<S, R> right = answer(state, operation);
        return right.reply().equals(reply)
                ? new Step.Accepted<>(right.state(), right.exercised())
                : new Step.Rejected<>(new Violation(
                        blame(state, operation, reply), right.reply().toString(), reply.toString()));
    }
}
