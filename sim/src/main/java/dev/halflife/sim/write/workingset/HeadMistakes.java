package dev.halflife.sim.write.workingset;

import static dev.halflife.model.write.workingset.WorkingSetRule.C1;
import static dev.halflife.model.write.workingset.WorkingSetRule.C2;
import static dev.halflife.sim.write.workingset.TextbookWorkingSet.MISTAKES;

import dev.halflife.model.CodePoints;
import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.defect.Defect;
import java.util.List;

/** What goes wrong with storing revisions and with which is the newest (C1, C2). */
final class HeadMistakes {

    static final List<Defect<NoConfig, WorkingSetOperation, WorkingSetReply>> ALL = List.of(
            MISTAKES.invented(
                    "late-revision-not-stored",
                    C1,
                    "a revision older than the head is not stored",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        void store(Revision revision) {
                            Revision head = heads.get(revision.logical());
                            boolean late = head != null && !revision.equals(head) && !isNewer(revision, head);
                            probe.reached(late && !byId.containsKey(revision.id()));
                            if (!late) {
                                super.store(revision);
                            }
                        }
                    }),
            MISTAKES.invented(
                    "new-head-replaces-the-old-revision",
                    C1,
                    "a new head takes the place of the old one, which is no longer found by its id",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        void store(Revision revision) {
                            Revision head = heads.get(revision.logical());
                            if (head != null && isNewer(revision, head)) {
                                probe.reached();
                                byId.remove(head.id());
                            }
                            super.store(revision);
                        }
                    }),
            MISTAKES.invented(
                    "revisions-stored-by-version",
                    C1,
                    "a revision takes the place of another of the same entry and version",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        void store(Revision revision) {
                            boolean replaced = byId.values()
                                    .removeIf(known -> known.logical().equals(revision.logical())
                                            && known.version() == revision.version()
                                            && !known.equals(revision));
                            probe.reached(replaced);
                            super.store(revision);
                        }
                    }),
            MISTAKES.invented(
                    "repeated-revision-counted-twice",
                    C1,
                    "a revision that comes once more is counted once more",
                    (config, probe) -> new TextbookWorkingSet() {
                        private long repeated;

                        @Override
                        void store(Revision revision) {
                            boolean known = byId.containsKey(revision.id());
                            probe.reached(known);
                            repeated += known ? 1 : 0;
                            super.store(revision);
                        }

                        @Override
                        public WorkingSetReply len(WorkingSetOperation.Len len) {
                            return new WorkingSetReply.Counted(byId.size() + repeated);
                        }
                    }),
            MISTAKES.invented(
                    "entries-counted-for-revisions",
                    C1,
                    "the size is that of the index of heads",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        public WorkingSetReply len(WorkingSetOperation.Len len) {
                            probe.reached(heads.size() != byId.size());
                            return new WorkingSetReply.Counted(heads.size());
                        }
                    }),
            MISTAKES.concurrent(
                    "head-before-by-id",
                    C1,
                    "a revision is the head before it is stored, and who reads the head may not find it",
                    config -> new HeadBeforeById()),
            MISTAKES.invented(
                    "last-writer-wins",
                    C2,
                    "every revision that comes becomes the head",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean isNewer(Revision revision, Revision head) {
                            probe.reached(!revision.equals(head) && !super.isNewer(revision, head));
                            return true;
                        }
                    }),
            MISTAKES.invented(
                    "first-writer-wins", C2, "a head is never replaced", (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean isNewer(Revision revision, Revision head) {
                            probe.reached(super.isNewer(revision, head));
                            return false;
                        }
                    }),
            MISTAKES.invented(
                    "older-head-wins-a-tie",
                    C2,
                    "of revisions level in version and time the one that came first stays the head",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean winsTie(String id, String headId) {
                            probe.reached(super.winsTie(id, headId));
                            return false;
                        }
                    }),
            MISTAKES.invented(
                    "later-head-wins-a-tie",
                    C2,
                    "of revisions level in version and time the one that came last becomes the head",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean winsTie(String id, String headId) {
                            probe.reached(CodePoints.ORDER.compare(id, headId) < 0);
                            return true;
                        }
                    }),
            MISTAKES.invented(
                    "ids-compared-as-utf-16",
                    C1,
                    "ids are ordered as Java orders texts, and not by their code points",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean winsTie(String id, String headId) {
                            boolean greater = id.compareTo(headId) > 0;
                            probe.reached(greater != super.winsTie(id, headId));
                            return greater;
                        }
                    }),
            MISTAKES.invented(
                    "smaller-id-wins-a-tie",
                    C2,
                    "ids are compared the wrong way round",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean winsTie(String id, String headId) {
                            probe.reached(!id.equals(headId));
                            return CodePoints.ORDER.compare(id, headId) < 0;
                        }
                    }),
            MISTAKES.invented(
                    "time-compared-before-version",
                    C2,
                    "the revision created last is the head, whatever its version",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean isNewer(Revision revision, Revision head) {
                            boolean level = revision.createdNanos() == head.createdNanos();
                            boolean later = revision.createdNanos() > head.createdNanos();
                            probe.reached(!level && later != super.isNewer(revision, head));
                            return level ? super.isNewer(revision, head) : later;
                        }
                    }),
            MISTAKES.invented(
                    "time-not-compared",
                    C2,
                    "of revisions level in version the one with the greater id is the head, whatever its time",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean isNewer(Revision revision, Revision head) {
                            boolean level = revision.version() == head.version();
                            boolean greater = winsTie(revision.id(), head.id());
                            probe.reached(level && greater != super.isNewer(revision, head));
                            return level ? greater : super.isNewer(revision, head);
                        }
                    }),
            MISTAKES.invented(
                    "versions-compared-by-difference",
                    C2,
                    "the difference of two versions decides, and overflows",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean isNewerVersion(long version, long headVersion) {
                            boolean newer = version - headVersion > 0;
                            probe.reached(newer != super.isNewerVersion(version, headVersion));
                            return newer;
                        }
                    }),
            MISTAKES.invented(
                    "versions-compared-without-sign",
                    C2,
                    "versions are compared as unsigned, so that a negative one is newer than all others",
                    (config, probe) -> new TextbookWorkingSet() {
                        @Override
                        boolean isNewerVersion(long version, long headVersion) {
                            boolean newer = Long.compareUnsigned(version, headVersion) > 0;
                            probe.reached(newer != super.isNewerVersion(version, headVersion));
                            return newer;
                        }
                    }));

    private HeadMistakes() {}
}
