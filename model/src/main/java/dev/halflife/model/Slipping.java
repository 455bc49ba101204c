package dev.halflife.model;

import java.util.List;
import java.util.Optional;

/** A specification but for a slip, which is made wherever it can be. */
record Slipping<S, O extends Operation<O>, R>(Spec<S, O, R> spec, Slip<S, O, R> slip) implements Spec<S, O, R> {

    @Override
    public List<? extends Rule> rules() {
        return spec.rules();
    }

    @Override
    public S initial() {
        return spec.initial();
    }

    @Override
    public Optional<String> refusal(S state, O operation) {
        return spec.refusal(state, operation);
    }

    @Override
    public R predict(S state, O operation) {
        return spec.predict(state, operation);
    }

    @Override
    public Step<S> judge(S state, O operation, R reply) {
        S slipped = slip.after(state, operation, reply);
        return slipped == null ? spec.judge(state, operation, reply) : new Step.Accepted<>(slipped, 0);
    }

    @Override
    public int difference(R expected, R seen) {
        return spec.difference(expected, seen);
    }
}
