package dev.halflife.sim.write.workingset;

import dev.halflife.model.CodePoints;
import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.defect.Mistakes;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A working set as a textbook has it: the strict rules in the plainest way, a method per step; a trim visits every
 * revision. What defects are defective about.
 */
class TextbookWorkingSet
        implements Subject<WorkingSetOperation, WorkingSetReply>, WorkingSetOperation.Cases<WorkingSetReply> {

    /** Makes defects that are a mistake in one of these. */
    static final Mistakes<NoConfig, WorkingSetOperation, WorkingSetReply> MISTAKES =
            new Mistakes<>(config -> new TextbookWorkingSet(), 1_000);

    final Map<String, Revision> byId = new LinkedHashMap<>();

    /** The newest revision by the entry's id. */
    final Map<String, Revision> heads = new LinkedHashMap<>();

    @Override
    public WorkingSetReply apply(WorkingSetOperation operation) {
        return operation.match(this);
    }

    /** C1. */
    @Override
    public WorkingSetReply upsert(WorkingSetOperation.Upsert upsert) {
        Revision revision = upsert.revision();
        store(revision);
        Revision head = heads.get(revision.logical());
        if (head == null || isNewer(revision, head)) {
            heads.put(revision.logical(), revision);
        }
        return new WorkingSetReply.Stored();
    }

    void store(Revision revision) {
        byId.put(revision.id(), revision);
    }

    boolean isNewer(Revision revision, Revision head) {
        if (revision.version() != head.version()) {
            return isNewerVersion(revision.version(), head.version());
        }
        return revision.createdNanos() == head.createdNanos()
                ? winsTie(revision.id(), head.id())
                : revision.createdNanos() > head.createdNanos();
    }

    boolean isNewerVersion(long version, long headVersion) {
        return version > headVersion;
    }

    boolean winsTie(String id, String headId) {
        return CodePoints.ORDER.compare(id, headId) > 0;
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

    /** F12. */
    @Override
    public WorkingSetReply trim(WorkingSetOperation.Trim trim) {
        Revision head = heads.get(trim.logical());
        List<Revision> trimmed = new ArrayList<>();
        for (Revision revision : byId.values()) {
            if (head != null && isTrimmed(revision, head)) {
                trimmed.add(revision);
            }
        }
        trimmed.forEach(this::remove);
        return new WorkingSetReply.Trimmed(told(trimmed));
    }

    boolean isTrimmed(Revision revision, Revision head) {
        return revision.logical().equals(head.logical()) && !revision.equals(head);
    }

    void remove(Revision trimmed) {
        byId.remove(trimmed.id());
    }

    long told(List<Revision> trimmed) {
        return trimmed.size();
    }

    @Override
    public WorkingSetReply len(WorkingSetOperation.Len len) {
        return new WorkingSetReply.Counted(byId.size());
    }
}
