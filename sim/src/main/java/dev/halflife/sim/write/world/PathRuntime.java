package dev.halflife.sim.write.world;

import static dev.halflife.sim.write.world.Parts.ARRIVALS;
import static dev.halflife.sim.write.world.Parts.BREAKER;
import static dev.halflife.sim.write.world.Parts.CREDITS;
import static dev.halflife.sim.write.world.Parts.CURSOR;
import static dev.halflife.sim.write.world.Parts.INTERFERENCE;
import static dev.halflife.sim.write.world.Parts.QUEUE;
import static dev.halflife.sim.write.world.Parts.STATISTICS;
import static dev.halflife.sim.write.world.Parts.WORKING_SET;

import dev.halflife.model.Operation;
import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The eight parts wired together, and the store they write to. Everything happens on the one thread that applies the
 * operations. Its methods may be overridden by one that is wired wrongly.
 */
class PathRuntime implements PathOperation.Cases<PathReply> {

    /** No save takes more steps; one that does never ends. */
    static final int MOST_STEPS_OF_A_SAVE = 64;

    /** Where the write that settles everything interferes. */
    static final String SETTLING = "n1";

    /** The parts, whatever they are. */
    interface Running {
        /** Asks a part. */
        <O extends Operation<O>, R> R call(Part<?, ?, O, R> part, O operation);

        /** Forgets all memory: every part but the statistics, whose own restart keeps their disk, is fresh afterwards. */
        void restart();
    }

    final PathConfig config;
    private final Running running;
    final List<PathReply.Call<?, ?>> calls = new ArrayList<>();
    final List<StoreWrite> writes = new ArrayList<>();

    final SortedMap<Long, Books.OnItsWay> flushes = new TreeMap<>();
    private final Map<String, PathOperation.Write> hanging = new LinkedHashMap<>();
    private final SortedMap<Long, List<dev.halflife.model.write.queue.Item>> retries = new TreeMap<>();
    private final SortedSet<Integer> writers = new TreeSet<>();
    private final SortedSet<String> partitions = new TreeSet<>();
    private final Set<String> untrimmed = new LinkedHashSet<>();
    private Store store;
    private long flushCount;
    private long flushesOfProcess;
    private long retryCount;
    private long lastNanos;

    /** A runtime in this state, which may be the initial one. */
    PathRuntime(PathConfig config, Running running, PathState state) {
        this.config = config;
        this.running = running;
        store = state.store();
        flushes.putAll(state.books().onTheirWay());
        hanging.putAll(state.unanswered().writes());
        retries.putAll(state.unanswered().retries());
        writers.addAll(state.of(STATISTICS).writers());
        partitions.addAll(state.of(BREAKER).partitions());
        untrimmed.addAll(state.untrimmed());
        flushCount = state.books().flushes();
        flushesOfProcess = state.of(CREDITS).flushes();
        retryCount = state.unanswered().retried();
        lastNanos = state.past().lastNanos();
    }

    PathReply apply(PathOperation operation) {
        calls.clear();
        writes.clear();
        lastNanos = Math.max(lastNanos, operation.atNanos());
        return operation.match(this);
    }

    final <O extends Operation<O>, R> R call(Part<?, ?, O, R> part, O operation) {
        R reply = running.call(part, operation);
        calls.add(new PathReply.Call<>(part, operation, reply));
        return reply;
    }

    final void tell(StoreWrite write) {
        writes.add(write);
        store = store.with(write);
    }

    final PathReply seen() {
        return new PathReply(calls, writes);
    }

    @Override
    public PathReply recall(PathOperation.Recall recall) {
        send(call(CREDITS, new CreditsOperation.RecordIds(recall.atNanos(), recall.ids())));
        return seen();
    }

    /** A flush goes to the store. */
    void send(CreditsReply reply) {
        if (reply instanceof CreditsReply.Returned returned && returned.flush() != null) {
            flushesOfProcess++;
            flushCount++;
            flushes.put(flushCount, new Books.OnItsWay(flushesOfProcess, Credits.of(returned.flush()), false));
        }
    }

    @Override
    public PathReply stored(PathOperation.Stored stored) {
        credit(stored.flush());
        return seen();
    }

    void credit(long flush) {
        Books.OnItsWay sent = flushes.remove(flush);
        if (sent != null) {
            tell(new StoreWrite.Credited(sent.credits()));
        }
    }

    @Override
    public PathReply failed(PathOperation.Failed failed) {
        Books.OnItsWay sent = flushes.remove(failed.flush());
        if (sent != null && !sent.orphaned()) {
            call(CREDITS, new CreditsOperation.Restore(failed.atNanos(), sent.ofProcess()));
        }
        return seen();
    }

    @Override
    public PathReply write(PathOperation.Write write) {
        if (isAllowed(write.atNanos(), write.item().partition())) {
            if (write.fate() == Fate.HANGS) {
                hanging.put(write.item().id(), write);
            } else {
                answered(write.atNanos(), write, write.fate());
            }
        }
        return seen();
    }

    boolean isAllowed(long atNanos, String partition) {
        partitions.add(partition);
        return call(BREAKER, new BreakerOperation.Allow(atNanos, partition)) instanceof BreakerReply.Allowed asked
                && asked.allowed();
    }

    void report(long atNanos, String partition, boolean success) {
        call(
                BREAKER,
                success
                        ? new BreakerOperation.Success(atNanos, partition)
                        : new BreakerOperation.Failure(atNanos, partition));
    }

    @Override
    public PathReply answer(PathOperation.Answer answer) {
        PathOperation.Write write = hanging.remove(answer.id());
        if (write != null) {
            answered(answer.atNanos(), write, answer.fate());
        }
        return seen();
    }

    void answered(long atNanos, PathOperation.Write write, Fate fate) {
        String partition = write.item().partition();
        report(atNanos, partition, fate != Fate.FAILS);
        if (fate == Fate.FAILS) {
            return;
        }
        if (!store.items().containsKey(write.item().id())) {
            put(atNanos, write.item());
            if (fate == Fate.STORED) {
                embedded(atNanos, write);
            } else {
                enqueue(atNanos, write.item().id());
            }
        }
        call(WORKING_SET, new WorkingSetOperation.Upsert(atNanos, revision(write.item())));
        untrimmed.add(write.item().logical());
    }

    static Revision revision(Item item) {
        return new Revision(item.id(), item.logical(), item.version(), 0);
    }

    private void put(long atNanos, Item item) {
        ArrivalsReply reply = call(ARRIVALS, new ArrivalsOperation.Arrive(atNanos, item.namespace(), item.id()));
        if (reply instanceof ArrivalsReply.Arrived arrived) {
            String previous =
                    arrived.previous() == null ? null : arrived.previous().id();
            tell(new StoreWrite.Put(item, previous, arrived.sequence()));
        }
    }

    private void enqueue(long atNanos, String id) {
        tell(new StoreWrite.Waiting(id));
        queue(atNanos, id);
    }

    void queue(long atNanos, String id) {
        if (call(QUEUE, new QueueOperation.Enqueue(atNanos, id)) instanceof QueueReply.Enqueued enqueued
                && enqueued.dropped() != null) {
            tell(new StoreWrite.GivenUp(enqueued.dropped()));
        }
    }

    /** A new item is compared with what is there: how novel it is, how much it interferes. */
    private void embedded(long atNanos, PathOperation.Write write) {
        call(
                STATISTICS,
                new StatisticsOperation.Score(
                        atNanos, write.item().partition(), write.similarity(), PathConfig.NOVELTY_THRESHOLD));
        if (call(STATISTICS, new StatisticsOperation.Due(atNanos)) instanceof StatisticsReply.Due due
                && due.claimed()) {
            begin(atNanos);
        }
        accumulate(atNanos, write.item().namespace(), write.interference());
    }

    int begin(long atNanos) {
        int writer = 1;
        while (writers.contains(writer)) {
            writer++;
        }
        if (call(STATISTICS, new StatisticsOperation.Begin(atNanos, writer)) instanceof StatisticsReply.Begun begun
                && begun.accepted()) {
            writers.add(writer);
        }
        return writer;
    }

    /** A consolidation that is triggered begins by taking the credits. */
    void accumulate(long atNanos, String namespace, float score) {
        InterferenceReply reply = call(
                INTERFERENCE,
                new InterferenceOperation.Accumulate(
                        atNanos, namespace, score, config.interferenceThreshold(), config.cooldownNanos()));
        if (reply instanceof InterferenceReply.Triggered) {
            drain(atNanos);
        }
    }

    void drain(long atNanos) {
        send(call(CREDITS, new CreditsOperation.Drain(atNanos)));
    }

    @Override
    public PathReply retry(PathOperation.Retry retry) {
        if (call(QUEUE, new QueueOperation.Drain(retry.atNanos())) instanceof QueueReply.Drained drained
                && !drained.items().isEmpty()) {
            retryCount++;
            retries.put(retryCount, drained.items());
        }
        return seen();
    }

    @Override
    public PathReply retried(PathOperation.Retried retried) {
        List<dev.halflife.model.write.queue.Item> items = retries.remove(retried.retry());
        if (items != null) {
            int embedded = Math.min(retried.embedded(), items.size());
            embedded(items.subList(0, embedded));
            if (embedded < items.size()) {
                requeue(retried.atNanos(), items.subList(embedded, items.size()));
            }
        }
        return seen();
    }

    private void embedded(List<dev.halflife.model.write.queue.Item> items) {
        items.forEach(item -> tell(new StoreWrite.Embedded(item.id())));
    }

    void requeue(long atNanos, List<dev.halflife.model.write.queue.Item> items) {
        if (call(QUEUE, new QueueOperation.Requeue(atNanos, items, config.attempts()))
                instanceof QueueReply.Requeued requeued) {
            requeued.dropped().forEach(id -> tell(new StoreWrite.GivenUp(id)));
        }
    }

    @Override
    public PathReply consolidated(PathOperation.Consolidated consolidated) {
        long at = consolidated.atNanos();
        InterferenceOperation.Outcome outcome = consolidated.outcome().reported();
        if (outcome != null) {
            call(INTERFERENCE, new InterferenceOperation.Feedback(at, outcome));
        }
        if (consolidated.outcome() == Outcome.PROGRESS) {
            advance(at, consolidated.millis());
            untrimmed.forEach(logical -> call(WORKING_SET, new WorkingSetOperation.Trim(at, logical)));
            untrimmed.clear();
        }
        return seen();
    }

    void advance(long atNanos, long millis) {
        if (call(CURSOR, new CursorOperation.Advance(atNanos, millis)) instanceof CursorReply.Advanced advanced
                && advanced.moved()) {
            tell(new StoreWrite.CursorAt(millis));
        }
    }

    @Override
    public PathReply save(PathOperation.Save save) {
        step(save.atNanos(), save.writer());
        return seen();
    }

    private boolean step(long atNanos, int writer) {
        boolean goesOn = call(STATISTICS, new StatisticsOperation.Step(atNanos, writer))
                        instanceof StatisticsReply.Stepped stepped
                && stepped.progress() == Progress.GOES_ON;
        if (!goesOn) {
            writers.remove(writer);
        }
        return goesOn;
    }

    @Override
    public PathReply kill(PathOperation.Kill kill) {
        reopen(kill.atNanos(), kill.power());
        return seen();
    }

    @Override
    public PathReply close(PathOperation.Close close) {
        close(close.atNanos());
        return seen();
    }

    void close(long atNanos) {
        drain(atNanos);
        List.copyOf(flushes.keySet()).forEach(this::credit);
        List.copyOf(writers).forEach(writer -> finish(atNanos, writer));
        finish(atNanos, begin(atNanos));
        reopen(atNanos, null);
    }

    private void finish(long atNanos, int writer) {
        for (int i = 0; i < MOST_STEPS_OF_A_SAVE && writers.contains(writer); i++) {
            step(atNanos, writer);
        }
    }

    /** A new process loads what is stored. */
    void reopen(long atNanos, @Nullable PowerLoss power) {
        running.restart();
        flushesOfProcess = 0;
        flushes.replaceAll((number, sent) -> new Books.OnItsWay(sent.ofProcess(), sent.credits(), true));
        hanging.clear();
        retries.clear();
        writers.clear();
        partitions.clear();
        untrimmed.clear();
        call(STATISTICS, new StatisticsOperation.Restart(atNanos, power));
        load(atNanos);
    }

    void load(long atNanos) {
        call(CURSOR, new CursorOperation.Advance(atNanos, store.cursorMillis()));
        store.latest()
                .forEach((namespace, link) ->
                        call(ARRIVALS, new ArrivalsOperation.Seed(atNanos, namespace, link.id(), link.sequence())));
        for (Item item : store.items().values()) {
            call(WORKING_SET, new WorkingSetOperation.Upsert(atNanos, revision(item)));
            untrimmed.add(item.logical());
        }
        List.copyOf(store.waiting()).forEach(id -> queue(atNanos, id));
    }

    @Override
    public PathReply settle(PathOperation.Settle settle) {
        long healed = config.healedNanos(lastNanos);
        List.copyOf(hanging.values()).forEach(write -> answered(healed, write, Fate.STORED));
        hanging.clear();
        retries.values().forEach(this::embedded);
        retries.clear();
        for (String partition : List.copyOf(partitions)) {
            if (isAllowed(healed, partition)) {
                report(healed, partition, true);
            }
        }
        if (call(QUEUE, new QueueOperation.Drain(healed)) instanceof QueueReply.Drained drained) {
            embedded(drained.items());
        }
        lastNanos = config.healedNanos(healed);
        accumulate(lastNanos, SETTLING, 2 * config.interferenceThreshold());
        call(INTERFERENCE, new InterferenceOperation.Feedback(lastNanos, InterferenceOperation.Outcome.PROGRESS));
        close(lastNanos);
        read(lastNanos);
        return seen();
    }

    private void read(long atNanos) {
        call(CREDITS, new CreditsOperation.Pending(atNanos));
        call(QUEUE, new QueueOperation.Len(atNanos));
        call(INTERFERENCE, new InterferenceOperation.Backlog(atNanos));
        call(CURSOR, new CursorOperation.Position(atNanos));
        store.latest().keySet().forEach(namespace -> call(ARRIVALS, new ArrivalsOperation.Last(atNanos, namespace)));
        Set<String> entries = new LinkedHashSet<>();
        store.items().values().forEach(item -> entries.add(item.logical()));
        entries.forEach(logical -> call(WORKING_SET, new WorkingSetOperation.Head(atNanos, logical)));
    }
}
