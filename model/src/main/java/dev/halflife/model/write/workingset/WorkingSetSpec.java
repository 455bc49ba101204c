package dev.halflife.model.write.workingset;

import dev.halflife.model.Answer;
import dev.halflife.model.Contract;
import dev.halflife.model.DeterministicSpec;
import dev.halflife.model.Finding;
import dev.halflife.model.Rule;
import java.util.List;
import java.util.Optional;

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
                return Optional.of(
                        "revision " + known.id() + " is stored with other contents; a revision never changes");
            }
        }
        return Optional.empty();
    }

    @Override
    public Answer<WorkingSetState, WorkingSetReply> answer(WorkingSetState state, WorkingSetOperation operation) {
        return operation.match(new Answers(state, trims));
    }

    @Override
    public Rule blame(WorkingSetState state, WorkingSetOperation operation, WorkingSetReply seen) {
        return operation.match(new Blame(state, trims, seen));
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

    /** The rule a wrong reply breaks. */
    private record Blame(WorkingSetState state, boolean trims, WorkingSetReply seen)
            implements WorkingSetOperation.Cases<WorkingSetRule> {

        @Override
        public WorkingSetRule upsert(WorkingSetOperation.Upsert upsert) {
            return WorkingSetRule.C1;
        }

        /** Another of the entry's revisions is an older one. */
        @Override
        public WorkingSetRule head(WorkingSetOperation.Head head) {
            Revision named =
                    seen instanceof WorkingSetReply.Newest newest && newest.id() != null ? state.at(newest.id()) : null;
            if (named != null && named.logical().equals(head.logical())) {
                return WorkingSetRule.C2;
            }
            return lastChange();
        }

        @Override
        public WorkingSetRule get(WorkingSetOperation.Get get) {
            boolean kept = seen instanceof WorkingSetReply.Found found && found.present();
            return kept ? tooMuch() : lastChange();
        }

        @Override
        public WorkingSetRule trim(WorkingSetOperation.Trim trim) {
            return trims ? WorkingSetRule.F12 : WorkingSetRule.C1;
        }

        @Override
        public WorkingSetRule len(WorkingSetOperation.Len len) {
            boolean more = seen instanceof WorkingSetReply.Counted counted && counted.len() > state.size();
            return more ? tooMuch() : lastChange();
        }

        /** What is there and should not be was not trimmed, if anything ever was. */
        private WorkingSetRule tooMuch() {
            return state.change == WorkingSetState.Change.STORED_AFTER_TRIM ? WorkingSetRule.F12 : lastChange();
        }

        /** What is wrong after a trim, was trimmed wrongly. */
        private WorkingSetRule lastChange() {
            return state.change == WorkingSetState.Change.TRIMMED ? WorkingSetRule.F12 : WorkingSetRule.C1;
        }
    }
}
