package dev.halflife.model.write.workingset;

import static dev.halflife.model.write.workingset.WorkingSetRule.C1;
import static dev.halflife.model.write.workingset.WorkingSetRule.C2;
import static dev.halflife.model.write.workingset.WorkingSetRule.F12;

import dev.halflife.model.CodePoints;
import dev.halflife.model.Contract;
import dev.halflife.model.Lapse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a working set breaks one of its rules. What is not stored or not found, and nothing here explains, breaks C1. */
final class WorkingSetLapses {

    private static final Comparator<Revision> LEVEL =
            Comparator.comparingLong(Revision::version).thenComparingLong(Revision::createdNanos);

    private static final Comparator<Revision> BY_ID = Comparator.comparing(Revision::id, CodePoints.ORDER);

    private static final List<Comparator<Revision>> OTHER_ORDERS = List.of(
            LEVEL,
            Comparator.comparingLong(Revision::version),
            Comparator.comparingLong(Revision::createdNanos).thenComparing(Revision.AGE),
            Comparator.comparingLong(Revision::version).thenComparing(BY_ID),
            LEVEL.thenComparing(BY_ID.reversed()),
            Comparator.<Revision, Long>comparing(Revision::version, Long::compareUnsigned)
                    .thenComparing(Revision.AGE),
            (one, other) -> Long.signum(one.version() - other.version()));

    private final WorkingSetSpec spec;
    private final List<Lapse<WorkingSetState, WorkingSetOperation, WorkingSetReply>> all = new ArrayList<>();

    private WorkingSetLapses(WorkingSetSpec spec) {
        this.spec = spec;
    }

    static List<Lapse<WorkingSetState, WorkingSetOperation, WorkingSetReply>> of(WorkingSetSpec spec, boolean trims) {
        WorkingSetLapses lapses = new WorkingSetLapses(spec);
        if (trims) {
            lapses.all.add(new Lapse<>(F12, new WorkingSetSpec(Contract.published()), true));
            lapses.trim(F12, (state, logical, right, removed) -> removed == right ? state : null);
            lapses.headTrimmed(0);
        }
        lapses.trim(C1, WorkingSetLapses::everyTrimmed);
        lapses.trim(C1, (state, logical, right, removed) -> {
            WorkingSetState after = othersTrimmed(state, logical);
            return removed == right || removed == state.size() - (long) after.size() ? after : null;
        });
        lapses.trim(C1, (state, logical, right, removed) -> removed == right ? withoutOthers(state, logical) : null);
        if (trims) {
            lapses.headTrimmed(1);
        }
        lapses.upsert(C1, LEVEL.thenComparing(Revision::id));
        OTHER_ORDERS.forEach(order -> lapses.upsert(C2, order));
        lapses.upsert(C2, (revision, head) -> revision.equals(head) ? 0 : 1);
        lapses.upsert(C2, (revision, head) -> revision.equals(head) ? 0 : -1);
        return lapses.all;
    }

    /** The state after a trim that should have removed so many and says it has removed that many; null where it is right. */
    private interface Trimming {
        @Nullable
        WorkingSetState after(WorkingSetState state, String logical, long right, long removed);
    }

    /** A trim that removes the head by its id too, and counts so many more. */
    private void headTrimmed(int more) {
        trim(
                F12,
                (state, logical, right, removed) ->
                        removed == right + more ? state.trimmed(logical).withoutHeadById(logical) : null);
    }

    private void trim(WorkingSetRule rule, Trimming trimming) {
        all.add(Lapse.of(
                rule,
                spec,
                (state, operation, reply) -> operation instanceof WorkingSetOperation.Trim trim
                                && reply instanceof WorkingSetReply.Trimmed trimmed
                        ? trimming.after(state, trim.logical(), state.olderThanHead(trim.logical()), trimmed.removed())
                        : null));
    }

    /** Revisions in another order of age. */
    private void upsert(WorkingSetRule rule, Comparator<Revision> age) {
        all.add(Lapse.of(rule, spec, (state, operation, reply) -> {
            if (!(operation instanceof WorkingSetOperation.Upsert upsert)) {
                return null;
            }
            Revision revision = upsert.revision();
            return state.with(
                    revision,
                    state.head(revision.logical())
                            .map(head -> age.compare(revision, head) > 0)
                            .orElse(true));
        }));
    }

    /** A trim of one entry that trims all, whether it counts them or not. */
    private static @Nullable WorkingSetState everyTrimmed(
            WorkingSetState state, String logical, long right, long removed) {
        WorkingSetState after = othersTrimmed(state, logical).trimmed(logical);
        return removed == right || removed == state.size() - (long) after.size() ? after : null;
    }

    private static WorkingSetState othersTrimmed(WorkingSetState state, String logical) {
        WorkingSetState after = state;
        for (String other : state.logicals()) {
            after = other.equals(logical) ? after : after.trimmed(other);
        }
        return after;
    }

    /** A trim of one entry that leaves nothing of the others in the index of revisions. */
    private static WorkingSetState withoutOthers(WorkingSetState state, String logical) {
        WorkingSetState after = othersTrimmed(state, logical).trimmed(logical);
        for (String other : state.logicals()) {
            after = other.equals(logical) ? after : after.withoutHeadById(other);
        }
        return after;
    }
}
