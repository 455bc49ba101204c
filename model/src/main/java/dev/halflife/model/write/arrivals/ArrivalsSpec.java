package dev.halflife.model.write.arrivals;

import dev.halflife.model.Answer;
import dev.halflife.model.DeterministicSpec;
import dev.halflife.model.Lapse;
import dev.halflife.model.Rule;
import java.util.List;
import java.util.Optional;

/**
 * What arrivals must do; every contract asks the same of them. That the links of a namespace form one chain (N1) is
 * judged by the state: each arrival must name the cursor that the one before it left. Stateless; any thread may use it.
 */
public final class ArrivalsSpec implements DeterministicSpec<ArrivalsState, ArrivalsOperation, ArrivalsReply> {

    private static final List<ArrivalsRule> RULES = List.of(ArrivalsRule.values());

    @Override
    public List<? extends Rule> rules() {
        return RULES;
    }

    @Override
    public ArrivalsState initial() {
        return ArrivalsState.EMPTY;
    }

    @Override
    public Optional<String> refusal(ArrivalsState state, ArrivalsOperation operation) {
        return Optional.empty();
    }

    @Override
    public Answer<ArrivalsState, ArrivalsReply> answer(ArrivalsState state, ArrivalsOperation operation) {
        return operation.match(
                arrive -> arrived(state, arrive),
                seed -> seeded(state, seed.namespace(), new Cursor(seed.id(), seed.sequence())),
                last -> told(state, last.namespace()));
    }

    private static Answer<ArrivalsState, ArrivalsReply> told(ArrivalsState state, String namespace) {
        Answer<ArrivalsState, ArrivalsReply> answer =
                Answer.of(state, new ArrivalsReply.Latest(state.at(namespace)), ArrivalsRule.N1);
        return answer.testing(ArrivalsRule.N2);
    }

    private static Answer<ArrivalsState, ArrivalsReply> seeded(ArrivalsState state, String namespace, Cursor seed) {
        boolean takes = ArrivalsState.takes(state.at(namespace), seed);
        return Answer.of(takes ? state.with(namespace, seed) : state, new ArrivalsReply.Seeded(), ArrivalsRule.N2);
    }

    private static Answer<ArrivalsState, ArrivalsReply> arrived(ArrivalsState state, ArrivalsOperation.Arrive arrive) {
        Cursor previous = state.at(arrive.namespace());
        long sequence = previous == null ? 1 : previous.nextSequence();
        return Answer.of(
                state.with(arrive.namespace(), new Cursor(arrive.id(), sequence)),
                new ArrivalsReply.Arrived(previous, sequence),
                ArrivalsRule.N1);
    }

    /** A wrong cursor is an arrival's fault, but for what a seed explains. */
    @Override
    public Rule blame(ArrivalsState state, ArrivalsOperation operation, ArrivalsReply seen) {
        return operation instanceof ArrivalsOperation.Seed ? ArrivalsRule.N2 : ArrivalsRule.N1;
    }

    @Override
    public List<Lapse<ArrivalsState, ArrivalsOperation, ArrivalsReply>> lapses() {
        return SeedLapses.of(this);
    }
}
