package dev.halflife.model.write.arrivals;

import dev.halflife.model.Answer;
import dev.halflife.model.DeterministicSpec;
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
                seed -> Answer.of(
                        state.seeded(seed.namespace(), new Cursor(seed.id(), seed.sequence())),
                        new ArrivalsReply.Seeded(),
                        ArrivalsRule.N2),
                last -> Answer.of(
                        state, new ArrivalsReply.Latest(state.at(last.namespace())), cursorRule(state, operation)));
    }

    private static Answer<ArrivalsState, ArrivalsReply> arrived(ArrivalsState state, ArrivalsOperation.Arrive arrive) {
        Cursor previous = state.at(arrive.namespace());
        long sequence = previous == null ? 1 : previous.nextSequence();
        return Answer.of(
                state.arrived(arrive.namespace(), new Cursor(arrive.id(), sequence)),
                new ArrivalsReply.Arrived(previous, sequence),
                ArrivalsRule.N1);
    }

    /** A wrong cursor is the last seed's fault, unless an arrival contradicts itself. */
    @Override
    public Rule blame(ArrivalsState state, ArrivalsOperation operation, ArrivalsReply seen) {
        return operation.match(
                arrive -> isLinked(seen) ? cursorRule(state, arrive) : ArrivalsRule.N1,
                seed -> ArrivalsRule.N2,
                last -> cursorRule(state, last));
    }

    private static boolean isLinked(ArrivalsReply seen) {
        return seen instanceof ArrivalsReply.Arrived arrived
                && arrived.sequence()
                        == (arrived.previous() == null ? 1 : arrived.previous().nextSequence());
    }

    private static ArrivalsRule cursorRule(ArrivalsState state, ArrivalsOperation operation) {
        return state.seededLast(operation.namespace()) ? ArrivalsRule.N2 : ArrivalsRule.N1;
    }
}
