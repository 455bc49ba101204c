package dev.halflife.model.write.cursor;

import dev.halflife.model.Answer;
import dev.halflife.model.DeterministicSpec;
import dev.halflife.model.Rule;
import java.util.List;
import java.util.Optional;

/** What a consolidation cursor must do; every contract asks the same of it. Stateless; any thread may use it. */
public final class CursorSpec implements DeterministicSpec<CursorState, CursorOperation, CursorReply> {

    private static final List<CursorRule> RULES = List.of(CursorRule.values());

    @Override
    public List<? extends Rule> rules() {
        return RULES;
    }

    @Override
    public CursorState initial() {
        return new CursorState(0);
    }

    @Override
    public Optional<String> refusal(CursorState state, CursorOperation operation) {
        return Optional.empty();
    }

    @Override
    public Answer<CursorState, CursorReply> answer(CursorState state, CursorOperation operation) {
        return operation.match(
                advance -> advance.millis() > state.millis()
                        ? answer(new CursorState(advance.millis()), new CursorReply.Advanced(true))
                        : answer(state, new CursorReply.Advanced(false)),
                position -> answer(state, new CursorReply.Standing(state.millis())));
    }

    private static Answer<CursorState, CursorReply> answer(CursorState state, CursorReply reply) {
        return Answer.of(state, reply, CursorRule.K1);
    }

    @Override
    public Rule blame(CursorState state, CursorOperation operation, CursorReply seen) {
        return CursorRule.K1;
    }
}
