package dev.halflife.sim.write.world;

import static dev.halflife.sim.write.world.Parts.ARRIVALS;
import static dev.halflife.sim.write.world.Parts.BREAKER;
import static dev.halflife.sim.write.world.Parts.CREDITS;
import static dev.halflife.sim.write.world.Parts.CURSOR;
import static dev.halflife.sim.write.world.Parts.INTERFERENCE;
import static dev.halflife.sim.write.world.Parts.QUEUE;
import static dev.halflife.sim.write.world.Parts.STATISTICS;
import static dev.halflife.sim.write.world.Parts.WORKING_SET;

import dev.halflife.model.Finding;
import dev.halflife.model.NameText;
import dev.halflife.model.Step;
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
import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.sim.write.world.PathState.Past;
import dev.halflife.sim.write.world.PathState.Unanswered;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentSet;
import org.jspecify.annotations.Nullable;

/** One happening, judged: the calls it made on the parts, what the store was told, and what became of every credit. */
final class PathJudgement implements PathOperation.Cases<Past> {

    private final PathSpec spec;
    private final PathState before;
    private final PathOperation operation;
    private final Inquest inquest;

    private Books books;
    private Unanswered unanswered;
    private PersistentSet<String> untrimmed;
    private Past past;
    private boolean closed;

    PathJudgement(PathSpec spec, PathState before, PathOperation operation, PathReply reply) {
        this.spec = spec;
        this.before = before;
        this.operation = operation;
        this.inquest = new Inquest(spec, before, reply);
        books = before.books();
        unanswered = before.unanswered();
        untrimmed = before.untrimmed();
        past = before.past();
    }

    Step<PathState> verdict() {
        Past next = operation.match(this);
        inquest.end();
        balance();
        if (closed && spec.asks(Finding.F6)) {
            settled();
        }
        return inquest.verdict(new PathState(inquest.parts(), inquest.store(), books, unanswered, untrimmed, next));
    }

    private Past after(long atNanos) {
        return past.at(atNanos);
    }

    /** X1 and X2, by the sums; which id is concerned is looked at when everything settles. */
    private void balance() {
        long recorded = books.recorded().sum();
        long stored = inquest.store().credits().sum();
        long pending = inquest.parts().of(CREDITS).pile().credits();
        long there = stored + books.underWay().sum() + books.lost().sum() + pending;
        // What is doubled is no matter of F6; as published, what was doubled on its way may be lost again.
        long doubled = spec.isLapse() ? there : stored;
        if (spec.asks(Finding.F6) ? there != recorded : doubled > recorded) {
            inquest.reject(
                    there < recorded ? PathRule.X1 : PathRule.X2,
                    counted(recorded),
                    stored + " stored, " + books.underWay().sum() + " on their way, " + pending + " pending, "
                            + books.lost().sum() + " lost in a kill");
        }
    }

    private static String counted(long credits) {
        return credits == 1 ? "1 credit, as recorded" : credits + " credits, as recorded";
    }

    @Override
    public Past recall(PathOperation.Recall recall) {
        books = books.recording(recall.ids());
        send(inquest.call(CREDITS, new CreditsOperation.RecordIds(recall.atNanos(), recall.ids())));
        return after(recall.atNanos());
    }

    private void send(@Nullable CreditsReply reply) {
        if (reply instanceof CreditsReply.Returned returned && returned.flush() != null) {
            books = books.sending(inquest.parts().of(CREDITS).flushes(), Credits.of(returned.flush()));
        }
    }

    @Override
    public Past stored(PathOperation.Stored stored) {
        inquest.tests(PathRule.X2);
        books = books.answered(stored.flush());
        return after(stored.atNanos());
    }

    @Override
    public Past failed(PathOperation.Failed failed) {
        Books.OnItsWay sent = books.onTheirWay().get(failed.flush());
        books = books.answered(failed.flush());
        if (sent != null && sent.orphaned()) {
            books = books.losing(sent.credits());
        } else if (sent != null) {
            inquest.call(CREDITS, new CreditsOperation.Restore(failed.atNanos(), sent.ofProcess()));
        }
        return after(failed.atNanos());
    }

    @Override
    public Past write(PathOperation.Write write) {
        if (!allows(write.atNanos(), write.item().partition())) {
            return after(write.atNanos());
        }
        if (write.fate() == Fate.HANGS) {
            unanswered = unanswered.hanging(write);
        } else {
            answered(write.atNanos(), write, write.fate());
        }
        return after(write.atNanos()).answering(write.fate());
    }

    private boolean allows(long atNanos, String partition) {
        return inquest.call(BREAKER, new BreakerOperation.Allow(atNanos, partition))
                        instanceof BreakerReply.Allowed asked
                && asked.allowed();
    }

    @Override
    public Past answer(PathOperation.Answer answer) {
        PathOperation.Write write = unanswered.writes().get(answer.id());
        unanswered = unanswered.answered(answer.id());
        if (write != null) {
            answered(answer.atNanos(), write, answer.fate());
        }
        return after(answer.atNanos()).answering(answer.fate());
    }

    /** What the store answers, the partition's breaker hears; what it has stored, every index hears, once. */
    private void answered(long atNanos, PathOperation.Write write, Fate fate) {
        Item item = write.item();
        if (fate == Fate.FAILS) {
            inquest.call(BREAKER, new BreakerOperation.Failure(atNanos, item.partition()));
            return;
        }
        inquest.call(BREAKER, new BreakerOperation.Success(atNanos, item.partition()));
        if (!inquest.store().items().containsKey(item.id())) {
            ArrivalsOperation arrive = new ArrivalsOperation.Arrive(atNanos, item.namespace(), item.id());
            if (inquest.call(ARRIVALS, arrive) instanceof ArrivalsReply.Arrived arrived) {
                String previous =
                        arrived.previous() == null ? null : arrived.previous().id();
                inquest.write(new StoreWrite.Put(item, previous, arrived.sequence()));
            }
            if (fate == Fate.STORED) {
                embedded(atNanos, write);
            } else {
                inquest.write(new StoreWrite.Waiting(item.id()));
                queue(atNanos, item.id());
            }
        }
        upsert(atNanos, item);
    }

    private void upsert(long atNanos, Item item) {
        Revision revision = new Revision(item.id(), item.logical(), item.version(), 0);
        inquest.call(WORKING_SET, new WorkingSetOperation.Upsert(atNanos, revision));
        untrimmed = untrimmed.adding(item.logical());
    }

    private void queue(long atNanos, String id) {
        if (inquest.call(QUEUE, new QueueOperation.Enqueue(atNanos, id)) instanceof QueueReply.Enqueued enqueued
                && enqueued.dropped() != null) {
            inquest.write(new StoreWrite.GivenUp(enqueued.dropped()));
        }
    }

    private void embedded(long atNanos, PathOperation.Write write) {
        String partition = write.item().partition();
        inquest.call(
                STATISTICS,
                new StatisticsOperation.Score(atNanos, partition, write.similarity(), PathConfig.NOVELTY_THRESHOLD));
        if (inquest.call(STATISTICS, new StatisticsOperation.Due(atNanos)) instanceof StatisticsReply.Due due
                && due.claimed()) {
            begin(atNanos);
        }
        accumulate(atNanos, write.item().namespace(), write.interference());
    }

    private int begin(long atNanos) {
        SortedSet<Integer> writers = inquest.parts().of(STATISTICS).writers();
        int free = 1;
        while (writers.contains(free)) {
            free++;
        }
        inquest.call(STATISTICS, new StatisticsOperation.Begin(atNanos, free));
        return free;
    }

    private boolean accumulate(long atNanos, String namespace, float score) {
        PathConfig config = spec.config();
        InterferenceReply reply = inquest.call(
                INTERFERENCE,
                new InterferenceOperation.Accumulate(
                        atNanos, namespace, score, config.interferenceThreshold(), config.cooldownNanos()));
        boolean triggered = reply instanceof InterferenceReply.Triggered;
        if (triggered) {
            past = past.triggered();
            send(inquest.call(CREDITS, new CreditsOperation.Drain(atNanos)));
        }
        return triggered;
    }

    @Override
    public Past retry(PathOperation.Retry retry) {
        if (inquest.call(QUEUE, new QueueOperation.Drain(retry.atNanos())) instanceof QueueReply.Drained drained
                && !drained.items().isEmpty()) {
            unanswered = unanswered.retrying(drained.items());
        }
        return after(retry.atNanos());
    }

    @Override
    public Past retried(PathOperation.Retried retried) {
        List<dev.halflife.model.write.queue.Item> items = unanswered.retries().getOrDefault(retried.retry(), List.of());
        unanswered = unanswered.over(retried.retry());
        int embedded = Math.min(retried.embedded(), items.size());
        embedded(items.subList(0, embedded));
        List<dev.halflife.model.write.queue.Item> failed = items.subList(embedded, items.size());
        QueueOperation requeue = new QueueOperation.Requeue(
                retried.atNanos(), failed, spec.config().attempts());
        if (!failed.isEmpty() && inquest.call(QUEUE, requeue) instanceof QueueReply.Requeued requeued) {
            requeued.dropped().forEach(id -> inquest.write(new StoreWrite.GivenUp(id)));
        }
        return after(retried.atNanos());
    }

    private void embedded(List<dev.halflife.model.write.queue.Item> items) {
        items.forEach(item -> inquest.write(new StoreWrite.Embedded(item.id())));
    }

    @Override
    public Past consolidated(PathOperation.Consolidated consolidated) {
        long at = consolidated.atNanos();
        InterferenceOperation.Outcome outcome = consolidated.outcome().reported();
        boolean requested = before.of(INTERFERENCE).pendingNanos().isPresent();
        if (outcome != null) {
            inquest.call(INTERFERENCE, new InterferenceOperation.Feedback(at, outcome));
        }
        if (consolidated.outcome() == Outcome.PROGRESS) {
            CursorOperation advance = new CursorOperation.Advance(at, consolidated.millis());
            if (inquest.call(CURSOR, advance) instanceof CursorReply.Advanced advanced && advanced.moved()) {
                inquest.write(new StoreWrite.CursorAt(consolidated.millis()));
            }
            untrimmed.forEach(logical -> inquest.call(WORKING_SET, new WorkingSetOperation.Trim(at, logical)));
            untrimmed = ExtensionsKt.persistentSetOf();
        }
        return after(at).reporting(requested && outcome == null);
    }

    @Override
    public Past save(PathOperation.Save save) {
        inquest.call(STATISTICS, new StatisticsOperation.Step(save.atNanos(), save.writer()));
        return after(save.atNanos());
    }

    @Override
    public Past kill(PathOperation.Kill kill) {
        books = books.losing(Credits.NONE.plus(before.of(CREDITS).pile()));
        reopen(kill.atNanos(), kill.power());
        return after(kill.atNanos()).restarted();
    }

    private void reopen(long atNanos, @Nullable PowerLoss power) {
        inquest.restart();
        books = books.orphaned();
        unanswered = unanswered.forgotten();
        untrimmed = ExtensionsKt.persistentSetOf();
        Store store = inquest.store();
        inquest.call(STATISTICS, new StatisticsOperation.Restart(atNanos, power));
        inquest.call(CURSOR, new CursorOperation.Advance(atNanos, store.cursorMillis()));
        store.latest()
                .forEach((namespace, last) -> inquest.call(
                        ARRIVALS, new ArrivalsOperation.Seed(atNanos, namespace, last.id(), last.sequence())));
        store.items().values().forEach(item -> upsert(atNanos, item));
        store.waiting().forEach(id -> queue(atNanos, id));
    }

    @Override
    public Past close(PathOperation.Close close) {
        close(close.atNanos());
        return after(close.atNanos()).restarted();
    }

    /** Credits are drained and stored, every snapshot is saved to its end, and then the newest one. */
    private void close(long atNanos) {
        inquest.tests(PathRule.X2);
        send(inquest.call(CREDITS, new CreditsOperation.Drain(atNanos)));
        new TreeMap<>(books.onTheirWay()).keySet().forEach(flush -> books = books.answered(flush));
        inquest.parts().of(STATISTICS).writers().forEach(writer -> finish(atNanos, writer));
        finish(atNanos, begin(atNanos));
        reopen(atNanos, null);
        closed = true;
    }

    private void finish(long atNanos, int writer) {
        int steps = 0;
        while (inquest.goesOn() && inquest.parts().of(STATISTICS).writers().contains(writer)) {
            inquest.call(STATISTICS, new StatisticsOperation.Step(atNanos, writer));
            steps++;
            if (steps == PathRuntime.MOST_STEPS_OF_A_SAVE) {
                inquest.reject(PathRule.X8, "a save that ends", "none after " + steps + " steps");
            }
        }
    }

    /** X1 and X2 of every id: with nothing pending and nothing on its way, what is recorded is stored, or was lost in a kill. */
    private void settled() {
        for (Map.Entry<String, Long> entry : books.recorded().counts().entrySet()) {
            String id = entry.getKey();
            long owed = entry.getValue() - books.lost().of(id);
            long stored = inquest.store().credits().of(id);
            if (stored != owed) {
                inquest.reject(
                        stored < owed ? PathRule.X1 : PathRule.X2,
                        NameText.of(id) + " " + owed + " stored",
                        NameText.of(id) + " " + stored);
            }
        }
    }

    @Override
    public Past settle(PathOperation.Settle settle) {
        inquest.tests(PathRule.X8);
        PathConfig config = spec.config();
        long healed = config.healedNanos(Math.max(past.lastNanos(), settle.atNanos()));
        unanswered.writes().values().forEach(write -> answered(healed, write, Fate.STORED));
        unanswered.retries().values().forEach(this::embedded);
        for (String partition : before.of(BREAKER).partitions()) {
            if (allows(healed, partition)) {
                inquest.call(BREAKER, new BreakerOperation.Success(healed, partition));
            } else {
                inquest.reject(PathRule.X8, NameText.of(partition) + " served", "refused");
            }
        }
        if (inquest.call(QUEUE, new QueueOperation.Drain(healed)) instanceof QueueReply.Drained drained) {
            embedded(drained.items());
        }
        long end = config.healedNanos(healed);
        boolean triggered = accumulate(end, PathRuntime.SETTLING, 2 * config.interferenceThreshold());
        if (!triggered && spec.asks(Finding.F9)) {
            inquest.reject(PathRule.X5, "a consolidation triggered", "none");
        }
        inquest.call(INTERFERENCE, new InterferenceOperation.Feedback(end, InterferenceOperation.Outcome.PROGRESS));
        close(end);
        read(end);
        if (!inquest.store().waiting().isEmpty()) {
            inquest.reject(
                    PathRule.X8,
                    "nothing waiting",
                    "waiting: " + inquest.store().waiting());
        }
        return after(end).restarted();
    }

    private void read(long atNanos) {
        inquest.call(CREDITS, new CreditsOperation.Pending(atNanos));
        inquest.call(QUEUE, new QueueOperation.Len(atNanos));
        inquest.call(INTERFERENCE, new InterferenceOperation.Backlog(atNanos));
        inquest.call(CURSOR, new CursorOperation.Position(atNanos));
        Store store = inquest.store();
        store.latest()
                .keySet()
                .forEach(namespace -> inquest.call(ARRIVALS, new ArrivalsOperation.Last(atNanos, namespace)));
        Set<String> entries = new LinkedHashSet<>();
        store.items().values().forEach(item -> entries.add(item.logical()));
        entries.forEach(logical -> inquest.call(WORKING_SET, new WorkingSetOperation.Head(atNanos, logical)));
    }
}
