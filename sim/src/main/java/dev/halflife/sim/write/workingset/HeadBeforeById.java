package dev.halflife.sim.write.workingset;

import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.sim.subject.Subject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A defect: both indexes are concurrent maps and each is replaced at one instant, the heads first. Right for one caller at
 * a time. Any thread may use it.
 */
final class HeadBeforeById
        implements Subject<WorkingSetOperation, WorkingSetReply>, WorkingSetOperation.Cases<WorkingSetReply> {

    /** Of the same entry; decides which of two is the newer. */
    private static final TextbookWorkingSet ORDER = new TextbookWorkingSet();

    private final Map<String, Revision> byId = new ConcurrentHashMap<>();
    private final Map<String, Revision> heads = new ConcurrentHashMap<>();

    @Override
    public WorkingSetReply apply(WorkingSetOperation operation) {
        return operation.match(this);
    }

    @Override
    public WorkingSetReply upsert(WorkingSetOperation.Upsert upsert) {
        Revision revision = upsert.revision();
        heads.merge(revision.logical(), revision, (head, next) -> ORDER.isNewer(next, head) ? next : head);
        byId.put(revision.id(), revision);
        return new WorkingSetReply.Stored();
    }

    @Override
    public WorkingSetReply head(WorkingSetOperation.Head head) {
        Revision newest = heads.get(head.logical());
        return new WorkingSetReply.Newest(newest == null ? null : newest.id());
    }

    @Override
    public WorkingSetReply get(WorkingSetOperation.Get get) {
        return new WorkingSetReply.Found(byId.containsKey(get.id()));
    }

    @Override
    public WorkingSetReply trim(WorkingSetOperation.Trim trim) {
        long removed = 0;
        for (Revision revision : List.copyOf(byId.values())) {
            boolean older = revision.logical().equals(trim.logical()) && !revision.equals(heads.get(trim.logical()));
            removed += older && byId.remove(revision.id(), revision) ? 1 : 0;
        }
        return new WorkingSetReply.Trimmed(removed);
    }

    @Override
    public WorkingSetReply len(WorkingSetOperation.Len len) {
        return new WorkingSetReply.Counted(byId.size());
    }
}
