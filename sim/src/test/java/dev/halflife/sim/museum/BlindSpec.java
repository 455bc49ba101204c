package dev.halflife.sim.museum;

import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import java.util.List;
import java.util.Optional;

/** A judge that does not see one rule broken: where it is, the schedule ends without a word. */
record BlindSpec<S, O extends Operation<O>, R>(Spec<S, O, R> spec, Rule unseen) implements Spec<S, O, R> {

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
        Step<S> step = spec.judge(state, operation, reply);
        return step instanceof Step.Rejected<S> rejected
                        && rejected.violation().rule().equals(unseen)
                ? new Step.Undecided<>("not looked at")
                : step;
    }
}
