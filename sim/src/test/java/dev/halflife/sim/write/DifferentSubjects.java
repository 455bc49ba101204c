package dev.halflife.sim.write;

import dev.halflife.model.CodePoints;
import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.arrivals.Cursor;
import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Correct parts of the write path that work otherwise than the reference. */
final class DifferentSubjects {

    private static final Comparator<Revision> AGE = Comparator.comparingLong(Revision::version)
            .thenComparingLong(Revision::createdNanos)
            .thenComparing(Revision::id, CodePoints.ORDER);

    private DifferentSubjects() {}

    /** A deque that makes room before it adds, and names what it dropped in reverse. */
    static Subject<QueueOperation, QueueReply> queue(QueueConfig config, boolean bounded) {
        Deque<Item> deque = new ArrayDeque<>();
        return operation -> operation.match(
                enqueue -> {
                    Item dropped = deque.size() < config.capacity() ? null : deque.pollFirst();
                    deque.addLast(new Item(enqueue.id(), 0));
                    return new QueueReply.Enqueued(dropped == null ? null : dropped.id());
                },
                drain -> {
                    List<Item> all = new ArrayList<>(deque);
                    deque.clear();
                    return new QueueReply.Drained(all);
                },
                requeue -> {
                    List<String> dropped = new ArrayList<>();
                    for (Item item : requeue.items()) {
                        if (item.attempts() >= requeue.max() - 1) {
                            dropped.add(0, item.id());
                        } else {
                            deque.addLast(new Item(item.id(), item.attempts() + 1));
                        }
                        while (bounded && deque.size() > config.capacity()) {
                            dropped.add(0, deque.removeFirst().id());
                        }
                    }
                    return new QueueReply.Requeued(dropped);
                },
                len -> new QueueReply.Counted(deque.size()));
    }

    /** Every arrival and seed by namespace; the cursor is the last that took effect. */
    static Subject<ArrivalsOperation, ArrivalsReply> arrivals() {
        Map<String, Deque<Cursor>> logs = new HashMap<>();
        return operation -> {
            Deque<Cursor> log = logs.computeIfAbsent(operation.namespace(), name -> new ArrayDeque<>());
            Cursor last = log.peekLast();
            return operation.match(
                    arrive -> {
                        long next = last == null ? 1 : last.sequence() + (last.sequence() < Long.MAX_VALUE ? 1 : 0);
                        log.add(new Cursor(arrive.id(), next));
                        return new ArrivalsReply.Arrived(last, next);
                    },
                    seed -> {
                        if (last == null || last.sequence() <= seed.sequence()) {
                            log.add(new Cursor(seed.id(), seed.sequence()));
                        }
                        return new ArrivalsReply.Seeded();
                    },
                    read -> new ArrivalsReply.Latest(last));
        };
    }

    /** A set of revisions of which the head is looked for when it is asked. */
    static Subject<WorkingSetOperation, WorkingSetReply> workingSet(boolean trims) {
        return new Revisions(trims);
    }

    private static final class Revisions
            implements Subject<WorkingSetOperation, WorkingSetReply>, WorkingSetOperation.Cases<WorkingSetReply> {

        private final boolean trims;
        private final Set<Revision> all = new LinkedHashSet<>();

        Revisions(boolean trims) {
            this.trims = trims;
        }

        @Override
        public WorkingSetReply apply(WorkingSetOperation operation) {
            return operation.match(this);
        }

        private List<Revision> of(String logical) {
            return all.stream()
                    .filter(revision -> revision.logical().equals(logical))
                    .sorted(AGE)
                    .toList();
        }

        @Override
        public WorkingSetReply upsert(WorkingSetOperation.Upsert upsert) {
            all.add(upsert.revision());
            return new WorkingSetReply.Stored();
        }

        @Override
        public WorkingSetReply head(WorkingSetOperation.Head head) {
            List<Revision> revisions = of(head.logical());
            return new WorkingSetReply.Newest(
                    revisions.isEmpty()
                            ? null
                            : revisions.get(revisions.size() - 1).id());
        }

        @Override
        public WorkingSetReply get(WorkingSetOperation.Get get) {
            return new WorkingSetReply.Found(
                    all.stream().anyMatch(revision -> revision.id().equals(get.id())));
        }

        @Override
        public WorkingSetReply trim(WorkingSetOperation.Trim trim) {
            List<Revision> revisions = of(trim.logical());
            List<Revision> trimmed =
                    trims && !revisions.isEmpty() ? revisions.subList(0, revisions.size() - 1) : List.of();
            trimmed.forEach(all::remove);
            return new WorkingSetReply.Trimmed(trimmed.size());
        }

        @Override
        public WorkingSetReply len(WorkingSetOperation.Len len) {
            return new WorkingSetReply.Counted(all.size());
        }
    }
}
