package dev.halflife.sim.write.world;

import dev.halflife.model.Operation;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;

/** Parts that answer as their specifications predict. */
final class PredictedParts implements PathRuntime.Running {

    private final PathSpec spec;
    private PartStates states;

    PredictedParts(PathSpec spec, PathState state) {
        this.spec = spec;
        this.states = state.parts();
    }

    @Override
    public <O extends Operation<O>, R> R call(Part<?, ?, O, R> part, O operation) {
        return predicted(part, operation);
    }

    private <S, O extends Operation<O>, R> R predicted(Part<?, S, O, R> part, O operation) {
        Spec<S, O, R> its = spec.of(part);
        S before = states.of(part);
        R reply = its.predict(before, operation);
        if (its.judge(before, operation, reply) instanceof Step.Accepted<S> accepted) {
            states = states.with(part, accepted.state());
        }
        return reply;
    }

    @Override
    public void restart() {
        states = states.restarted(spec);
    }
}
