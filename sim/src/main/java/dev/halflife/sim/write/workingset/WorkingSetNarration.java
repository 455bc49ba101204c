package dev.halflife.sim.write.workingset;

import dev.halflife.model.NameText;
import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.model.write.workingset.WorkingSetState;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.component.NoConfig;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Working-set operations, replies and contents in a few words; {@code r1 v2 t0} is a revision, its version and time. */
final class WorkingSetNarration implements Narration<NoConfig, WorkingSetState, WorkingSetOperation, WorkingSetReply> {

    @Override
    public String config(NoConfig config) {
        return "nothing to configure";
    }

    @Override
    public String operation(WorkingSetOperation operation) {
        return operation.match(new Words());
    }

    @Override
    public String reply(WorkingSetOperation operation, WorkingSetReply reply) {
        return reply.toString();
    }

    /** Each entry's head and how many older revisions are kept with it, the entries sorted. */
    @Override
    public String note(WorkingSetState state) {
        return StreamSupport.stream(state.logicals().spliterator(), false)
                .sorted()
                .map(logical -> entry(state, logical))
                .collect(Collectors.joining(" · "));
    }

    private static String entry(WorkingSetState state, String logical) {
        int older = state.olderThanHead(logical);
        return NameText.of(logical) + ": "
                + state.head(logical).map(head -> NameText.of(head.id())).orElse("none")
                + (older == 0 ? "" : " + " + older + " older");
    }

    /** Verb and object. */
    private static final class Words implements WorkingSetOperation.Cases<String> {

        @Override
        public String upsert(WorkingSetOperation.Upsert upsert) {
            Revision revision = upsert.revision();
            return "upsert   " + NameText.of(revision.id()) + " of " + NameText.of(revision.logical()) + " v"
                    + revision.version() + " t" + revision.createdNanos();
        }

        @Override
        public String head(WorkingSetOperation.Head head) {
            return "head     of " + NameText.of(head.logical());
        }

        @Override
        public String get(WorkingSetOperation.Get get) {
            return "get      " + NameText.of(get.id());
        }

        @Override
        public String trim(WorkingSetOperation.Trim trim) {
            return "trim     " + NameText.of(trim.logical());
        }

        @Override
        public String len(WorkingSetOperation.Len len) {
            return "len";
        }
    }
}
