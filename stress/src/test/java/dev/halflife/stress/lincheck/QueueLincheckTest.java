package dev.halflife.stress.lincheck;

import dev.halflife.impl.write.Item;
import dev.halflife.impl.write.RetryQueue;
import dev.halflife.model.Contract;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.model.write.queue.QueueSpec;
import dev.halflife.model.write.queue.QueueState;
import dev.halflife.stress.linear.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The queue keeps order and bound, and loses nothing unseen (Q1, Q2, F11). */
class QueueLincheckTest {

    private static final int CAPACITY = 2;
    static final LincheckCase CASE = new LincheckCase(
            "retry-queue",
            Strict.class,
            new Scenario("enqueue(1) enqueue(2)", "enqueue(3)", "enqueue(4)", "drain()"),
            new Scenario("enqueue(1) drain() enqueue(2)", "requeue(3)", "enqueue(3) size()", "drain()"),
            new Scenario("enqueue(1)", "drain()", "drain()", "size()"),
            new Scenario("enqueue(1)", "drain()", "enqueue(2)", "drain()"));

    @Test
    void q1_orderAndBoundHoldWhateverTheThreads() {
        CASE.holds(Reference.class);
    }

    @Test
    void q1_aBoundCheckedBeforeTheAddIsConvicted() {
        CASE.convicts(CheckThenAdd.class);
    }

    /** What is called: whoever requeues gives back what was drained last, if nobody has. */
    public abstract static class Calls {

        private final AtomicReference<List<Item<Integer>>> drained = new AtomicReference<>(List.of());

        @Operation
        public abstract Optional<Item<Integer>> enqueue(@Param(gen = IntGen.class, conf = "1:9") int id);

        @Operation
        public final List<Item<Integer>> drain() {
            List<Item<Integer>> all = takeAll();
            drained.set(all);
            return all;
        }

        @Operation
        public final Requeued requeue(@Param(gen = IntGen.class, conf = "1:3") int max) {
            List<Item<Integer>> failed = drained.getAndSet(List.of());
            return new Requeued(failed, giveBack(failed, max));
        }

        @Operation
        public abstract int size();

        abstract List<Item<Integer>> takeAll();

        abstract List<Item<Integer>> giveBack(List<Item<Integer>> failed, int max);
    }

    record Requeued(List<Item<Integer>> failed, List<Item<Integer>> dropped) {}

    /** What it means. */
    static final class Strict extends Model {

        Strict() {
            super(new QueueSpec(new QueueConfig(CAPACITY), Contract.strict()));
        }

        Call<QueueState, QueueOperation, QueueReply> enqueue(int id, Optional<Item<Integer>> dropped) {
            return Call.of(
                    new QueueOperation.Enqueue(0, "i" + id),
                    new QueueReply.Enqueued(
                            dropped.map(item -> "i" + item.value()).orElse(null)));
        }

        Call<QueueState, QueueOperation, QueueReply> drain(List<Item<Integer>> items) {
            return Call.of(new QueueOperation.Drain(0), new QueueReply.Drained(told(items)));
        }

        Call<QueueState, QueueOperation, QueueReply> requeue(int max, Requeued requeued) {
            return Call.of(
                    new QueueOperation.Requeue(0, told(requeued.failed()), max),
                    new QueueReply.Requeued(requeued.dropped().stream()
                            .map(item -> "i" + item.value())
                            .toList()));
        }

        Call<QueueState, QueueOperation, QueueReply> size(int size) {
            return Call.of(new QueueOperation.Len(0), new QueueReply.Counted(size));
        }

        private static List<dev.halflife.model.write.queue.Item> told(List<Item<Integer>> items) {
            return items.stream()
                    .map(item -> new dev.halflife.model.write.queue.Item("i" + item.value(), item.attempts()))
                    .toList();
        }
    }

    /** As shipped. */
    public static final class Reference extends Calls {

        private final RetryQueue<Integer> queue = new RetryQueue<>(CAPACITY);

        @Override
        public Optional<Item<Integer>> enqueue(int id) {
            return queue.enqueue(id);
        }

        @Override
        List<Item<Integer>> takeAll() {
            return queue.drain();
        }

        @Override
        List<Item<Integer>> giveBack(List<Item<Integer>> failed, int max) {
            return queue.requeue(failed, max);
        }

        @Override
        public int size() {
            return queue.size();
        }
    }

    /** Each access to the list takes the lock, but making room and adding are two of them. */
    public static final class CheckThenAdd extends Calls {

        private final ArrayList<Item<Integer>> items = new ArrayList<>(); // guarded by itself

        @Override
        public Optional<Item<Integer>> enqueue(int id) {
            return Optional.ofNullable(add(new Item<>(id, 0)));
        }

        @Override
        List<Item<Integer>> takeAll() {
            synchronized (items) {
                List<Item<Integer>> all = List.copyOf(items);
                items.clear();
                return all;
            }
        }

        @Override
        List<Item<Integer>> giveBack(List<Item<Integer>> failed, int max) {
            List<Item<Integer>> dropped = new ArrayList<>();
            for (Item<Integer> item : failed) {
                Item<Integer> tried = new Item<>(item.value(), item.attempts() + 1);
                Item<Integer> out = tried.attempts() < max ? add(tried) : tried;
                if (out != null) {
                    dropped.add(out);
                }
            }
            return dropped;
        }

        @Override
        public int size() {
            synchronized (items) {
                return items.size();
            }
        }

        private @Nullable Item<Integer> add(Item<Integer> item) {
            Item<Integer> oldest = null;
            synchronized (items) {
                if (items.size() >= CAPACITY) {
                    oldest = items.remove(0);
                }
            }
            synchronized (items) {
                items.add(item);
            }
            return oldest;
        }
    }
}
