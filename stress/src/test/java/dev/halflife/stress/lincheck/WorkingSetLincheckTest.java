package dev.halflife.stress.lincheck;

import dev.halflife.impl.write.Revision;
import dev.halflife.impl.write.WorkingSet;
import dev.halflife.model.Contract;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.model.write.workingset.WorkingSetSpec;
import dev.halflife.model.write.workingset.WorkingSetState;
import dev.halflife.stress.linear.Call;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * The head is the newest revision stored and never goes back, and a trim counts what is older (C1, C2, F12).
 *
 * <p>The index by id is no part of this case: it is written before the head, and by a trim id by id, so that the two
 * indexes are linearizable each, but not together. What holds between them is a race of its own, head against by-id.
 */
class WorkingSetLincheckTest {

    static final LincheckCase CASE = new LincheckCase(
            "working-set",
            Strict.class,
            new Scenario("", "upsert(1)", "upsert(2)", "head()"),
            new Scenario("upsert(1)", "upsert(2)", "trim() head()", "trim()"),
            new Scenario("upsert(2) upsert(1)", "trim()", "trim()", "trim()"),
            new Scenario("", "upsert(2) upsert(3)", "head() head()", "trim()"));

    @Test
    void c2_aHeadNeverGoesBackAndIsNeverTrimmed() {
        CASE.holds(Reference.class);
    }

    @Test
    void c2_aHeadReplacedByAPutIsConvicted() {
        CASE.convicts(CompareThenPut.class);
    }

    /** What is called. */
    public abstract static class Calls {

        @Operation
        public abstract void upsert(@Param(gen = IntGen.class, conf = "1:4") int version);

        @Operation
        public abstract Optional<Integer> head();

        @Operation
        public abstract int trim();
    }

    /** What it means. */
    static final class Strict extends Model {

        Strict() {
            super(new WorkingSetSpec(Contract.strict()));
        }

        Call<WorkingSetState, WorkingSetOperation, WorkingSetReply> upsert(int version) {
            return Call.of(
                    new WorkingSetOperation.Upsert(
                            0, new dev.halflife.model.write.workingset.Revision("v" + version, "entry", version, 0)),
                    new WorkingSetReply.Stored());
        }

        Call<WorkingSetState, WorkingSetOperation, WorkingSetReply> head(Optional<Integer> id) {
            return Call.of(
                    new WorkingSetOperation.Head(0, "entry"),
                    new WorkingSetReply.Newest(id.map(version -> "v" + version).orElse(null)));
        }

        Call<WorkingSetState, WorkingSetOperation, WorkingSetReply> trim(int removed) {
            return Call.of(new WorkingSetOperation.Trim(0, "entry"), new WorkingSetReply.Trimmed(removed));
        }
    }

    /** As shipped. */
    public static final class Reference extends Calls {

        private final WorkingSet<String, Integer> set = new WorkingSet<>();

        @Override
        public void upsert(int version) {
            set.upsert(new Revision<>(version, "entry", version, 0));
        }

        @Override
        public Optional<Integer> head() {
            return set.head("entry").map(Revision::id);
        }

        @Override
        public int trim() {
            return set.trim("entry");
        }
    }

    /** Both maps are concurrent ones, but the head is compared in one call and replaced in another. */
    public static final class CompareThenPut extends Calls {

        private final ConcurrentMap<Integer, Integer> revisions = new ConcurrentHashMap<>();
        private volatile int head;

        @Override
        public void upsert(int version) {
            revisions.put(version, version);
            if (version > head) {
                head = version;
            }
        }

        @Override
        public Optional<Integer> head() {
            return head == 0 ? Optional.empty() : Optional.of(head);
        }

        @Override
        public int trim() {
            int removed = 0;
            for (int version : revisions.keySet()) {
                if (version < head && revisions.remove(version, version)) {
                    removed++;
                }
            }
            return removed;
        }
    }
}
