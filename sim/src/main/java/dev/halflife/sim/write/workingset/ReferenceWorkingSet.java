package dev.halflife.sim.write.workingset;

import dev.halflife.impl.write.Revision;
import dev.halflife.impl.write.WorkingSet;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.sim.subject.Subject;

/** The reference working set as a subject. */
final class ReferenceWorkingSet
        implements Subject<WorkingSetOperation, WorkingSetReply>, WorkingSetOperation.Cases<WorkingSetReply> {

    private final WorkingSet<String, String> set = new WorkingSet<>();

    @Override
    public WorkingSetReply apply(WorkingSetOperation operation) {
        return operation.match(this);
    }

    @Override
    public WorkingSetReply upsert(WorkingSetOperation.Upsert upsert) {
        dev.halflife.model.write.workingset.Revision revision = upsert.revision();
        set.upsert(new Revision<>(revision.id(), revision.logical(), revision.version(), revision.createdNanos()));
        return new WorkingSetReply.Stored();
    }

    @Override
    public WorkingSetReply head(WorkingSetOperation.Head head) {
        return new WorkingSetReply.Newest(
                set.head(head.logical()).map(Revision::id).orElse(null));
    }

    @Override
    public WorkingSetReply get(WorkingSetOperation.Get get) {
        return new WorkingSetReply.Found(set.byId(get.id()).isPresent());
    }

    @Override
    public WorkingSetReply trim(WorkingSetOperation.Trim trim) {
        return new WorkingSetReply.Trimmed(set.trim(trim.logical()));
    }

    @Override
    public WorkingSetReply len(WorkingSetOperation.Len len) {
        return new WorkingSetReply.Counted(set.size());
    }
}
