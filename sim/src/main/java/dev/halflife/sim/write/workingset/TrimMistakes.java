package dev.halflife.sim.write.workingset;

import static dev.halflife.model.write.workingset.WorkingSetRule.C1;
import static dev.halflife.model.write.workingset.WorkingSetRule.C2;
import static dev.halflife.model.write.workingset.WorkingSetRule.F12;
import static dev.halflife.sim.write.workingset.TextbookWorkingSet.MISTAKES;

import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.defect.Defect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What goes wrong with a trim, and after it (F12). */
final class TrimMistakes {

    static final List<Defect<NoConfig, WorkingSetOperation, WorkingSetReply>> ALL = List.of(
            MISTAKES.historic(
                    "unbounded-revisions",
                    F12,
                    "nothing is ever removed from the index of revisions",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean isTrimmed(Revision revision, Revision head) {
                            probe.reached(super.isTrimmed(revision, head));
                            return false;
                        }
                    }),
            MISTAKES.invented(
                    "trim-removes-the-head",
                    F12,
                    "a trim removes the head from the index of revisions too, and does not count it",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        public WorkingSetReply trim(WorkingSetOperation.Trim trim) {
                            WorkingSetReply reply = super.trim(trim);
                            Revision head = heads.get(trim.logical());
                            if (head != null && !reply.equals(new WorkingSetReply.Trimmed(0))) {
                                probe.reached();
                                byId.remove(head.id());
                            }
                            return reply;
                        }
                    }),
            MISTAKES.invented(
                    "trim-reaches-other-entries",
                    C1,
                    "a trim of one entry removes what is older than the head of any",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean isTrimmed(Revision revision, Revision head) {
                            boolean trimmed = !revision.equals(heads.get(revision.logical()));
                            probe.reached(trimmed && !super.isTrimmed(revision, head));
                            return trimmed;
                        }
                    }),
            MISTAKES.invented(
                    "trim-keeps-level-versions",
                    F12,
                    "a trim goes by version alone, and keeps what is level with the head",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean isTrimmed(Revision revision, Revision head) {
                            boolean older = revision.version() < head.version();
                            probe.reached(!older && super.isTrimmed(revision, head));
                            return older && super.isTrimmed(revision, head);
                        }
                    }),
            MISTAKES.invented(
                    "trim-keeps-the-first",
                    F12,
                    "a trim leaves the revision that was stored first",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean isTrimmed(Revision revision, Revision head) {
                            boolean first =
                                    revision.equals(byId.values().iterator().next());
                            probe.reached(first && super.isTrimmed(revision, head));
                            return !first && super.isTrimmed(revision, head);
                        }
                    }),
            MISTAKES.invented(
                    "trim-only-counts",
                    F12,
                    "a trim says how many revisions are older than the head, and removes none",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        void remove(Revision trimmed) {
                            probe.reached();
                        }
                    }),
            MISTAKES.invented(
                    "trim-counts-the-head",
                    F12,
                    "a trim that removes something says one more",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        long told(List<Revision> trimmed) {
                            probe.reached(!trimmed.isEmpty());
                            return trimmed.isEmpty() ? 0 : trimmed.size() + 1L;
                        }
                    }),
            MISTAKES.invented(
                    "trim-forgets-the-head",
                    C2,
                    "a trim forgets which revision was the head, and the next one becomes it, however old",
                    (config, probe) -> new TextbookWorkingSet() {
                        private final Set<String> forgotten = new LinkedHashSet<>();

                        @Override
                        void remove(Revision trimmed) {
                            super.remove(trimmed);
                            forgotten.add(trimmed.logical());
                        }

                        @Override
                        boolean isNewer(Revision revision, Revision head) {
                            boolean forgot = forgotten.remove(head.logical());
                            probe.reached(forgot && !super.isNewer(revision, head));
                            return forgot || super.isNewer(revision, head);
                        }
                    }),
            MISTAKES.invented(
                    "trimmed-revision-never-comes-back",
                    C1,
                    "a revision that was trimmed is not stored when it comes once more",
                    (config, probe) -> new TextbookWorkingSet() {
                        private final Set<String> buried = new LinkedHashSet<>();

                        @Override
                        void remove(Revision trimmed) {
                            super.remove(trimmed);
                            buried.add(trimmed.id());
                        }

                        @Override
                        void store(Revision revision) {
                            boolean known = buried.contains(revision.id());
                            probe.reached(known);
                            if (!known) {
                                super.store(revision);
                            }
                        }
                    }));

    private TrimMistakes() {}
}
