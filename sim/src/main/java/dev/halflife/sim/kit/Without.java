package dev.halflife.sim.kit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.halflife.model.Lapse;
import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.json.ObjectWriter;
import java.util.List;
import java.util.Optional;

/**
 * What a subject has not: operations of these names, or with fields of these names, as they stand in a trace. They make no
 * sense for it, and are left out of every schedule.
 */
record Without<O extends Operation<O>>(Codec<?, O, ?> codec, List<String> names) {

    private boolean has(O operation) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        codec.writeOperation(operation, new ObjectWriter(fields));
        return names.stream()
                .noneMatch(
                        name -> fields.has(name) || fields.path("op").asText().equals(name));
    }

    List<O> of(List<O> operations) {
        return names.isEmpty()
                ? operations
                : operations.stream().filter(this::has).toList();
    }

    /** The specification, which refuses them. */
    <S, R> Spec<S, O, R> of(Spec<S, O, R> spec) {
        return names.isEmpty() ? spec : new Narrowed<>(spec, this);
    }

    /** The exploration, which does not offer them. */
    <C, S> Exploration<C, S, O> of(Exploration<C, S, O> exploration) {
        return names.isEmpty() ? exploration : new Offered<>(exploration, this);
    }

    private record Narrowed<S, O extends Operation<O>, R>(Spec<S, O, R> spec, Without<O> without)
            implements Spec<S, O, R> {

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
            return without.has(operation)
                    ? spec.refusal(state, operation)
                    : Optional.of("the subject has no such operation");
        }

        @Override
        public R predict(S state, O operation) {
            return spec.predict(state, operation);
        }

        @Override
        public Step<S> judge(S state, O operation, R reply) {
            return spec.judge(state, operation, reply);
        }

        @Override
        public List<Lapse<S, O, R>> lapses() {
            return spec.lapses().stream()
                    .map(lapse -> new Lapse<S, O, R>(lapse.rule(), new Narrowed<>(lapse.spec(), without)))
                    .toList();
        }

        @Override
        public int difference(R expected, R seen) {
            return spec.difference(expected, seen);
        }
    }

    private record Offered<C, S, O extends Operation<O>>(Exploration<C, S, O> exploration, Without<O> without)
            implements Exploration<C, S, O> {

        @Override
        public List<C> configs(int keys) {
            return exploration.configs(keys);
        }

        @Override
        public long[] timeStepsNanos(C config) {
            return exploration.timeStepsNanos(config);
        }

        @Override
        public int depth(int usual) {
            return exploration.depth(usual);
        }

        @Override
        public long startNanos() {
            return exploration.startNanos();
        }

        @Override
        public List<O> moves(S state, List<O> soFar, int keys, long atNanos) {
            return without.of(exploration.moves(state, soFar, keys, atNanos));
        }
    }
}
