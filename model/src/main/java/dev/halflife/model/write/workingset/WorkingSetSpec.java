package dev.halflife.model.write.workingset;

import dev.halflife.model.Answer;
import dev.halflife.model.Contract;
import dev.halflife.model.DeterministicSpec;
import dev.halflife.model.Finding;
import dev.halflife.model.Lapse;
import dev.halflife.model.NameText;
import dev.halflife.model.Rule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a working set must do, under any {@link Contract}. Stateless; any thread may use it.
 *
 * <p>Decided where the specification is silent: a revision is immutable, so an id that is stored cannot be used for
 * another revision; a revision that was trimmed and comes once more is stored once more, older than the head as it is;
 * and a trim removes every revision older than the head, so that how many is known. Where revisions are kept (F12) a trim
 * removes none.
 *
 * <p>A judgement costs a few look-ups; a trim one per revision removed.
 */
public final class WorkingSetSpec implements DeterministicSpec<WorkingSetState, WorkingSetOperation, WorkingSetReply> {

    private static final List<WorkingSetRule> RULES = List.of(WorkingSetRule.values());

    private final boolean trims;

    /** A specification judged by {@code contract}. */
    public WorkingSetSpec(Contract contract) {
        this.trims = contract.asks(Finding.F12);
    }

    @Override
    public List<? extends Rule> rules() {
        return RULES;
    }

    @Override
    public WorkingSetState initial() {
        return WorkingSetState.EMPTY;
    }

    @Override
    public Optional<String> refusal(WorkingSetState state, WorkingSetOperation operation) {
        if (operation instanceof WorkingSetOperation.Upsert upsert) {
            Revision known = state.at(upsert.revision().id());
            if (known != null && !known.equals(upsert.revision())) {
                return Optional.of("revision " + NameText.of(known.id())
                        + " is stored with other contents; a revision never changes");
            }
        }
        return Optional.empty();
    }

    @Override
    public Answer<WorkingSetState, WorkingSetReply> answer(WorkingSetState state, WorkingSetOperation operation) {
        return operation.match(new Answers(state, trims));
    }

    /** What a wrong reply speaks against by itself; {@link #lapses} know what comes of earlier mistakes. */
    @Override
    public Rule blame(WorkingSetState state, WorkingSetOperation operation, WorkingSetReply seen) {
        if (operation instanceof WorkingSetOperation.Trim) {
            return trims ? WorkingSetRule.F12 : WorkingSetRule.C1;
        }
        return operation instanceof WorkingSetOperation.Head head
                        && seen instanceof WorkingSetReply.Newest newest
                        && newest.id() != null
                        && isOf(head.logical(), state.at(newest.id()))
                ? WorkingSetRule.C2
                : WorkingSetRule.C1;
    }

    /** Another of the entry's revisions is an older one. */
    private static boolean isOf(String logical, @Nullable Revision revision) {
        return revision != null && revision.logical().equals(logical);
    }

    @Override
    public List<Lapse<WorkingSetState, WorkingSetOperation, WorkingSetReply>> lapses() {
        return WorkingSetLapses.of(this, trims);
    }

    private record Answers(WorkingSetState state, boolean trims)
            implements WorkingSetOperation.Cases<Answer<WorkingSetState, WorkingSetReply>> {

        @Override
        public Answer<WorkingSetState, WorkingSetReply> upsert(WorkingSetOperation.Upsert upsert) {
            return Answer.of(state.with(upsert.revision()), new WorkingSetReply.Stored(), WorkingSetRule.C1);
        }

        @Override
        public Answer<WorkingSetState, WorkingSetReply> head(WorkingSetOperation.Head head) {
            String id = state.head(head.logical()).map(Revision::id).orElse(null);
            Answer<WorkingSetState, WorkingSetReply> answer =
                    Answer.of(state, new WorkingSetReply.Newest(id), WorkingSetRule.C1);
            return id == null ? answer : answer.testing(WorkingSetRule.C2);
        }

        @Override
        public Answer<WorkingSetState, WorkingSetReply> get(WorkingSetOperation.Get get) {
            return Answer.of(state, new WorkingSetReply.Found(state.at(get.id()) != null), WorkingSetRule.C1);
        }

        @Override
        public Answer<WorkingSetState, WorkingSetReply> trim(WorkingSetOperation.Trim trim) {
            return trims
                    ? Answer.of(
                            state.trimmed(trim.logical()),
                            new WorkingSetReply.Trimmed(state.olderThanHead(trim.logical())),
                            WorkingSetRule.F12)
                    : Answer.of(state, new WorkingSetReply.Trimmed(0), WorkingSetRule.C1);
        }

        @Override
        public Answer<WorkingSetState, WorkingSetReply> len(WorkingSetOperation.Len len) {
            return Answer.of(state, new WorkingSetReply.Counted(state.size()), WorkingSetRule.C1);
        }
    }
}
