package dev.halflife.model.write.breaker;

import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Breakers of which some share a circuit, by what becomes of their partitions' names (B3). */
record SharedCircuits(BreakerSpec spec, UnaryOperator<String> name)
        implements Spec<BreakerState, BreakerOperation, BreakerReply> {

    @Override
    public List<? extends Rule> rules() {
        return spec.rules();
    }

    @Override
    public BreakerState initial() {
        return spec.initial();
    }

    @Override
    public Optional<String> refusal(BreakerState state, BreakerOperation operation) {
        return spec.refusal(state, shared(operation));
    }

    @Override
    public BreakerReply predict(BreakerState state, BreakerOperation operation) {
        return spec.predict(state, shared(operation));
    }

    @Override
    public Step<BreakerState> judge(BreakerState state, BreakerOperation operation, BreakerReply reply) {
        return spec.judge(state, shared(operation), reply);
    }

    private BreakerOperation shared(BreakerOperation operation) {
        return operation.of(name.apply(operation.partition()));
    }
}
