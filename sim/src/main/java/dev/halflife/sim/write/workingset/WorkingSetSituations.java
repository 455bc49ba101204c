package dev.halflife.sim.write.workingset;

import dev.halflife.model.CodePoints;
import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.model.write.workingset.WorkingSetState;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.component.Situation;
import java.util.List;
import java.util.Optional;

/** What a campaign of the working set must have met. */
final class WorkingSetSituations {

    static final List<Situation<NoConfig, WorkingSetState, WorkingSetOperation, WorkingSetReply>> ALL = List.of(
            upsert(
                    "first",
                    "the first revision of an entry",
                    (before, revision) -> head(before, revision).isEmpty()),
            afterHead("newer-version", "a newer version", (head, revision) -> revision.version() > head.version()),
            afterHead(
                    "older-version",
                    "an older version that was created later",
                    (head, revision) ->
                            revision.version() < head.version() && revision.createdNanos() > head.createdNanos()),
            afterHead(
                    "newer-by-time",
                    "the same version, created later",
                    (head, revision) ->
                            revision.version() == head.version() && revision.createdNanos() > head.createdNanos()),
            afterHead(
                    "older-by-time",
                    "the same version, created earlier, with a greater id",
                    (head, revision) -> revision.version() == head.version()
                            && revision.createdNanos() < head.createdNanos()
                            && CodePoints.ORDER.compare(revision.id(), head.id()) > 0),
            afterHead(
                    "newer-by-id",
                    "the same version and time, with a greater id",
                    (head, revision) ->
                            level(head, revision) && CodePoints.ORDER.compare(revision.id(), head.id()) > 0),
            afterHead(
                    "older-by-id",
                    "the same version and time, with a smaller id",
                    (head, revision) ->
                            level(head, revision) && CodePoints.ORDER.compare(revision.id(), head.id()) < 0),
            afterHead("head-again", "the head once more", (head, revision) -> revision.equals(head)),
            upsert(
                    "older-again",
                    "an older revision once more",
                    (before, revision) -> before.revision(revision.id()).isPresent()
                            && !head(before, revision).equals(Optional.of(revision))),
            trim("trimmed-none", "a trim of an entry with its head alone", (before, after) -> before == after),
            trim("trimmed-many", "a trim of several revisions", (before, after) -> before > after + 1),
            trim(
                    "trimmed-among-others",
                    "a trim that leaves other entries' revisions",
                    (before, after) -> before > after && after > 1),
            new Situation<>(
                    "absent",
                    "a look-up of a revision that is not there",
                    (config, before, operation, reply, after) ->
                            reply instanceof WorkingSetReply.Found found && !found.present()));

    private WorkingSetSituations() {}

    private interface Upserts {
        boolean met(WorkingSetState before, Revision revision);
    }

    private interface AfterHead {
        boolean met(Revision head, Revision revision);
    }

    private interface Trims {
        boolean met(int before, int after);
    }

    private static Optional<Revision> head(WorkingSetState state, Revision revision) {
        return state.head(revision.logical());
    }

    private static boolean level(Revision head, Revision revision) {
        return revision.version() == head.version() && revision.createdNanos() == head.createdNanos();
    }

    private static Situation<NoConfig, WorkingSetState, WorkingSetOperation, WorkingSetReply> upsert(
            String id, String text, Upserts upserts) {
        return new Situation<>(
                id,
                text,
                (config, before, operation, reply, after) -> operation instanceof WorkingSetOperation.Upsert upsert
                        && upserts.met(before, upsert.revision()));
    }

    private static Situation<NoConfig, WorkingSetState, WorkingSetOperation, WorkingSetReply> afterHead(
            String id, String text, AfterHead afterHead) {
        return upsert(
                id,
                text,
                (before, revision) -> head(before, revision)
                        .filter(head -> afterHead.met(head, revision))
                        .isPresent());
    }

    private static Situation<NoConfig, WorkingSetState, WorkingSetOperation, WorkingSetReply> trim(
            String id, String text, Trims trims) {
        return new Situation<>(
                id,
                text,
                (config, before, operation, reply, after) -> operation instanceof WorkingSetOperation.Trim trim
                        && before.head(trim.logical()).isPresent()
                        && trims.met(before.size(), after.size()));
    }
}
