package dev.halflife.stress.lincheck;

import dev.halflife.impl.write.CreditCells;
import dev.halflife.impl.write.Flush;
import dev.halflife.impl.write.ImportanceCredits;
import dev.halflife.model.Contract;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.CreditsSpec;
import dev.halflife.model.write.credits.CreditsState;
import dev.halflife.stress.linear.Call;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every credit is handed out once, by the call that reaches the threshold, with its count (A1 to A6, F6). */
class CreditsLincheckTest {

    private static final int THRESHOLD = 3;
    static final LincheckCase CASE = new LincheckCase(
            "importance-credits",
            Strict.class,
            new Scenario("record(1) record(1)", "record(2)", "record(2)", "pending()"),
            new Scenario("record(1)", "record(2)", "drain()", "pending() drain()"),
            new Scenario("record(1) drain() record(2)", "restore()", "record(1) record(1)", "pending() drain()"),
            new Scenario("record(1) record(1)", "recordSeveral(2,3)", "record(1)", "pending() drain()"),
            new Scenario("record(1) record(1)", "record(2) record(2)", "pending() drain()", "pending()"),
            new Scenario("", "drain()", "record(2) record(2)", "pending() drain()"),
            new Scenario("", "record(1) record(1)", "record(2) record(2)", "pending() drain()"),
            new Scenario("recordSeveral(1,3)", "restore()", "drain()", "pending() record(1)"),
            new Scenario("recordSeveral(1,3) record(2)", "restore() record(1)", "record(2) pending()", "drain()"));

    private static final LincheckCase ONE_CELL = new LincheckCase(
            "importance-credits",
            Strict.class,
            Bounds.FEW,
            List.of(
                    new Scenario("record(1)", "record(2)", "drain()", "pending() drain()"),
                    new Scenario("", "record(1) record(1)", "record(2) record(2)", "pending() drain()"),
                    new Scenario("recordSeveral(1,3)", "restore()", "record(1)", "pending() drain()")));

    @Test
    void f6_theCallThatReachesTheThresholdTakesThePile() {
        CASE.holds(Reference.class);
    }

    @Test
    void f6_soItDoesWithMoreThreadsThanCells() {
        ONE_CELL.holds(OneCell.class);
    }

    @Test
    void f6_aClaimByCompareAndSetAsPublishedIsConvicted() {
        CASE.convicts(ClaimByCompareAndSet.class);
    }

    /** What is called. */
    @Param(name = "id", gen = IntGen.class, conf = "1:2")
    public abstract static class Calls {

        private final AtomicReference<@Nullable Flush<Integer>> refused = new AtomicReference<>();

        @Operation
        public final Optional<Flush<Integer>> record(@Param(name = "id") int id) {
            return keep(add(id));
        }

        @Operation
        public final Optional<Flush<Integer>> recordSeveral(
                @Param(name = "id") int id, @Param(gen = IntGen.class, conf = "0:4") int times) {
            return keep(addAll(Collections.nCopies(times, id)));
        }

        @Operation
        public final Optional<Flush<Integer>> drain() {
            return keep(take());
        }

        /** Gives back the last flush, if nobody has. */
        @Operation
        public final Optional<Flush<Integer>> restore() {
            Flush<Integer> flush = refused.getAndSet(null);
            if (flush != null) {
                giveBack(flush);
            }
            return Optional.ofNullable(flush);
        }

        @Operation
        public abstract long pending();

        abstract Optional<Flush<Integer>> add(int id);

        abstract Optional<Flush<Integer>> addAll(List<Integer> ids);

        abstract Optional<Flush<Integer>> take();

        abstract void giveBack(Flush<Integer> flush);

        private Optional<Flush<Integer>> keep(Optional<Flush<Integer>> flush) {
            if (flush.isPresent()) {
                refused.set(flush.get());
            }
            return flush;
        }
    }

    /** What it means. */
    static final class Strict extends Model {

        Strict() {
            super(new CreditsSpec(new CreditsConfig(THRESHOLD, 1), Contract.strict()));
        }

        Call<CreditsState, CreditsOperation, CreditsReply> record(int id, Optional<Flush<Integer>> flush) {
            return recordSeveral(id, 1, flush);
        }

        Call<CreditsState, CreditsOperation, CreditsReply> recordSeveral(
                int id, int times, Optional<Flush<Integer>> flush) {
            return Call.of(new CreditsOperation.RecordIds(0, Collections.nCopies(times, "i" + id)), returned(flush));
        }

        Call<CreditsState, CreditsOperation, CreditsReply> drain(Optional<Flush<Integer>> flush) {
            return Call.of(new CreditsOperation.Drain(0), returned(flush));
        }

        Call<CreditsState, CreditsOperation, CreditsReply> restore(Optional<Flush<Integer>> flush) {
            return flush.isPresent() ? new GivenBack(counts(flush.get())) : recordSeveral(0, 0, flush);
        }

        Call<CreditsState, CreditsOperation, CreditsReply> pending(long count) {
            return Call.of(new CreditsOperation.Pending(0), new CreditsReply.Counted(count, count));
        }

        private static CreditsReply returned(Optional<Flush<Integer>> flush) {
            return new CreditsReply.Returned(
                    flush.map(taken -> new dev.halflife.model.write.credits.Flush.Counts(counts(taken)))
                            .orElse(null));
        }

        private static Map<String, Long> counts(Flush<Integer> flush) {
            Map<String, Long> counts = new TreeMap<>();
            flush.counts().forEach((id, count) -> counts.put("i" + id, count));
            return counts;
        }
    }

    /** The model numbers flushes in the order of the calls, which is what is searched for: any with these credits. */
    private record GivenBack(Map<String, Long> counts) implements Call<CreditsState, CreditsOperation, CreditsReply> {

        @Override
        public @Nullable CreditsOperation operationIn(CreditsState state) {
            for (long flush : state.restorable()) {
                if (state.flush(flush)
                        .filter(pile -> pile.counts().equals(counts))
                        .isPresent()) {
                    return new CreditsOperation.Restore(0, flush);
                }
            }
            return null;
        }

        @Override
        public CreditsReply reply() {
            return new CreditsReply.Restored();
        }
    }

    /** As shipped: Lincheck's threads, created one after the other, come to different cells. */
    public static class Reference extends Calls {

        private final ImportanceCredits<Integer> credits;

        /** Of the usual number of cells. */
        public Reference() {
            this(new ImportanceCredits<>(THRESHOLD));
        }

        Reference(ImportanceCredits<Integer> credits) {
            this.credits = credits;
        }

        @Override
        Optional<Flush<Integer>> add(int id) {
            return credits.record(id);
        }

        @Override
        Optional<Flush<Integer>> addAll(List<Integer> ids) {
            return credits.record(ids);
        }

        @Override
        Optional<Flush<Integer>> take() {
            return credits.drain();
        }

        @Override
        void giveBack(Flush<Integer> flush) {
            credits.restore(flush);
        }

        @Override
        public long pending() {
            return credits.pending();
        }
    }

    /** All threads share a cell. */
    public static final class OneCell extends Reference {

        /** Of one cell. */
        public OneCell() {
            super(CreditCells.of(THRESHOLD, 1));
        }
    }

    /** As published, but for the counts that travel with the ids: count, add, claim by compare-and-set, take. */
    public static final class ClaimByCompareAndSet extends Calls {

        private final AtomicLong pending = new AtomicLong();
        private final Map<Integer, Long> pile = new HashMap<>(); // guarded by itself

        @Override
        Optional<Flush<Integer>> add(int id) {
            return addAll(List.of(id));
        }

        @Override
        Optional<Flush<Integer>> addAll(List<Integer> ids) {
            if (ids.isEmpty()) {
                return Optional.empty();
            }
            long seen = pending.addAndGet(ids.size());
            synchronized (pile) {
                ids.forEach(id -> pile.merge(id, 1L, Long::sum));
            }
            return seen >= THRESHOLD && pending.compareAndSet(seen, 0) ? clear() : Optional.empty();
        }

        @Override
        Optional<Flush<Integer>> take() {
            pending.set(0);
            return clear();
        }

        @Override
        void giveBack(Flush<Integer> flush) {
            synchronized (pile) {
                flush.counts().forEach((id, count) -> pile.merge(id, count, Long::sum));
            }
            pending.addAndGet(flush.credits());
        }

        @Override
        public long pending() {
            return pending.get();
        }

        private Optional<Flush<Integer>> clear() {
            synchronized (pile) {
                Optional<Flush<Integer>> taken = pile.isEmpty() ? Optional.empty() : Optional.of(new Flush<>(pile));
                pile.clear();
                return taken;
            }
        }
    }
}
