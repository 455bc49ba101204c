package dev.halflife.sim.write.workingset;

import dev.halflife.model.CodePoints;
import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.sim.subject.Subject;
import java.util.HashMap;
import java.util.Map;

/** The published working set: two maps, first by the revision's id, then by the entry's. Nothing is ever removed (F12). */
final class PublishedWorkingSet
        implements Subject<WorkingSetOperation, WorkingSetReply>, WorkingSetOperation.Cases<WorkingSetReply> {

    private final Map<String, Revision> byId = new HashMap<>();
    private final Map<String, Revision> heads = new HashMap<>();

    @Override
    public WorkingSetReply apply(WorkingSetOperation operation) {
        return operation.match(this);
    }

    @Override
    public WorkingSetReply upsert(WorkingSetOperation.Upsert upsert) {
        Revision revision = upsert.revision();
        byId.put(revision.id(), revision);
        heads.merge(revision.logical(), revision, (head, candidate) -> isNewer(candidate, head) ? candidate : head);
        return new WorkingSetReply.Stored();
    }

    private static boolean isNewer(Revision candidate, Revision head) {
        if (candidate.version() != head.version()) {
            return candidate.version() > head.version();
        }
        if (candidate.createdNanos() != head.createdNanos()) {
            return candidate.createdNanos() > head.createdNanos();
        }
        return CodePoints.ORDER.compare(candidate.id(), head.id()) > 0;
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

    /** The original has no such thing. */
    @Override
    public WorkingSetReply trim(WorkingSetOperation.Trim trim) {
        return new WorkingSetReply.Trimmed(0);
    }

    @Override
    public WorkingSetReply len(WorkingSetOperation.Len len) {
        return new WorkingSetReply.Counted(byId.size());
    }
}
