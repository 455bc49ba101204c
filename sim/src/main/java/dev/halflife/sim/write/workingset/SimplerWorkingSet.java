package dev.halflife.sim.write.workingset;

import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.component.Simplification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Simpler schedules of a working set: fewer entries, fewer revisions, smaller versions and times. */
final class SimplerWorkingSet {

    static final Simplification<NoConfig, WorkingSetOperation> WAYS = new Simplification<
                    NoConfig, WorkingSetOperation>()
            .names(WorkingSetComponent.ENTRIES, SimplerWorkingSet::withEntry)
            .names(WorkingSetComponent.REVISIONS, SimplerWorkingSet::withId)
            .operations(SimplerWorkingSet::simpler);

    private SimplerWorkingSet() {}

    private static WorkingSetOperation withEntry(WorkingSetOperation operation, UnaryOperator<String> names) {
        return operation.match(new Renaming(names, UnaryOperator.identity()));
    }

    private static WorkingSetOperation withId(WorkingSetOperation operation, UnaryOperator<String> names) {
        return operation.match(new Renaming(UnaryOperator.identity(), names));
    }

    private static List<WorkingSetOperation> simpler(WorkingSetOperation operation) {
        List<WorkingSetOperation> simpler = new ArrayList<>();
        if (operation instanceof WorkingSetOperation.Upsert upsert) {
            Revision revision = upsert.revision();
            for (long version : Simplification.numbers(revision.version())) {
                simpler.add(new WorkingSetOperation.Upsert(
                        upsert.atNanos(),
                        new Revision(revision.id(), revision.logical(), version, revision.createdNanos())));
            }
            for (long created : Simplification.numbers(revision.createdNanos())) {
                simpler.add(new WorkingSetOperation.Upsert(
                        upsert.atNanos(),
                        new Revision(revision.id(), revision.logical(), revision.version(), created)));
            }
        }
        return simpler;
    }

    /** The same operation with other names. */
    private record Renaming(UnaryOperator<String> entries, UnaryOperator<String> revisions)
            implements WorkingSetOperation.Cases<WorkingSetOperation> {

        @Override
        public WorkingSetOperation upsert(WorkingSetOperation.Upsert upsert) {
            Revision revision = upsert.revision();
            return new WorkingSetOperation.Upsert(
                    upsert.atNanos(),
                    new Revision(
                            revisions.apply(revision.id()),
                            entries.apply(revision.logical()),
                            revision.version(),
                            revision.createdNanos()));
        }

        @Override
        public WorkingSetOperation head(WorkingSetOperation.Head head) {
            return new WorkingSetOperation.Head(head.atNanos(), entries.apply(head.logical()));
        }

        @Override
        public WorkingSetOperation get(WorkingSetOperation.Get get) {
            return new WorkingSetOperation.Get(get.atNanos(), revisions.apply(get.id()));
        }

        @Override
        public WorkingSetOperation trim(WorkingSetOperation.Trim trim) {
            return new WorkingSetOperation.Trim(trim.atNanos(), entries.apply(trim.logical()));
        }

        @Override
        public WorkingSetOperation len(WorkingSetOperation.Len len) {
            return len;
        }
    }
}
