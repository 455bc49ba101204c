package dev.halflife.model.write.queue;

import dev.halflife.model.Answer;
import dev.halflife.model.Contract;
import dev.halflife.model.DeterministicSpec;
import dev.halflife.model.Finding;
import dev.halflife.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a retry queue must do, under any {@link Contract}. Stateless; any thread may use it.
 *
 * <p>Decided where the specification is silent: what is given back goes to the back of the queue, in the order given, as
 * in the original; where the bound holds there too (F11) the oldest queued go first, so that of the queue and what is
 * given back the last {@code capacity} stay. Only what was drained, and as it was drained, can be given back, once; where
 * the bound does not hold, an enqueue beyond it still drops one item only.
 *
 * <p>A judgement costs a look-up per item concerned.
 */
public final class QueueSpec implements DeterministicSpec<QueueState, QueueOperation, QueueReply> {

    private static final List<QueueRule> RULES = List.of(QueueRule.values());

    private final QueueConfig config;
    private final boolean bounded;

    /** A specification of the queue made with {@code config}, judged by {@code contract}. */
    public QueueSpec(QueueConfig config, Contract contract) {
        this.config = config;
        this.bounded = contract.asks(Finding.F11);
    }

    @Override
    public List<? extends Rule> rules() {
        return RULES;
    }

    @Override
    public QueueState initial() {
        return QueueState.EMPTY;
    }

    @Override
    public Optional<String> refusal(QueueState state, QueueOperation operation) {
        return operation instanceof QueueOperation.Requeue requeue
                        && state.outstanding.without(requeue.items()).isEmpty()
                ? Optional.of(
                        "only what was drained, and not given back since, can be requeued, with the attempts it was"
                                + " drained with, and if it is among the last " + Outstanding.MOST + " items drained")
                : Optional.empty();
    }

    @Override
    public Answer<QueueState, QueueReply> answer(QueueState state, QueueOperation operation) {
        return operation.match(
                enqueue -> enqueued(state, enqueue.id()),
                drain -> drained(state),
                requeue -> requeued(state, requeue, bounded),
                len -> Answer.of(state, new QueueReply.Counted(state.queue.size()), state.changedBy));
    }

    private Answer<QueueState, QueueReply> enqueued(QueueState state, String id) {
        Item oldest = state.queue.size() < config.capacity() ? null : state.queue.first();
        Fifo roomy = oldest == null ? state.queue : state.queue.withoutFirst();
        QueueState next = new QueueState(roomy.with(new Item(id, 0)), state.outstanding, QueueRule.Q1);
        return Answer.of(next, new QueueReply.Enqueued(oldest == null ? null : oldest.id()), QueueRule.Q1);
    }

    private static Answer<QueueState, QueueReply> drained(QueueState state) {
        List<Item> items = state.queue.toList();
        QueueState next = new QueueState(Fifo.EMPTY, state.outstanding.with(items), QueueRule.Q2);
        Answer<QueueState, QueueReply> answer = Answer.of(next, new QueueReply.Drained(items), QueueRule.Q2);
        return items.size() > 1 ? answer.testing(QueueRule.Q1) : answer;
    }

    private Answer<QueueState, QueueReply> requeued(
            QueueState state, QueueOperation.Requeue requeue, boolean keepsToCapacity) {
        List<String> dropped = new ArrayList<>();
        Fifo queue = state.queue;
        for (Item item : requeue.items()) {
            Item failed = item.failed();
            if (failed.attempts() < requeue.max()) {
                queue = queue.with(failed);
            } else {
                dropped.add(item.id());
            }
        }
        boolean past = queue.size() > config.capacity();
        if (keepsToCapacity) {
            for (Item oldest = queue.first(); oldest != null && queue.size() > config.capacity(); ) {
                dropped.add(oldest.id());
                queue = queue.withoutFirst();
                oldest = queue.first();
            }
        }
        Outstanding rest = state.outstanding.without(requeue.items()).orElse(state.outstanding);
        Answer<QueueState, QueueReply> answer =
                Answer.of(new QueueState(queue, rest, QueueRule.Q2), new QueueReply.Requeued(dropped), QueueRule.Q2);
        return keepsToCapacity && past ? answer.testing(QueueRule.F11) : answer;
    }

    @Override
    public Rule blame(QueueState state, QueueOperation operation, QueueReply seen) {
        return operation.match(
                enqueue -> QueueRule.Q1,
                drain -> seen instanceof QueueReply.Drained drained ? blame(state, drained.items()) : QueueRule.Q2,
                requeue ->
                        seen instanceof QueueReply.Requeued requeued ? blame(state, requeue, requeued) : QueueRule.Q2,
                len -> seen instanceof QueueReply.Counted counted && counted.len() > config.capacity()
                        ? QueueRule.Q1
                        : state.changedBy);
    }

    /** The right items in another order break Q1, as do too many; wrong attempts break Q2. */
    private QueueRule blame(QueueState state, List<Item> seen) {
        List<Item> right = state.queue.toList();
        if (seen.size() > Math.max(config.capacity(), right.size())
                || sorted(seen).equals(sorted(right))) {
            return QueueRule.Q1;
        }
        List<String> ids = right.stream().map(Item::id).toList();
        return seen.stream().map(Item::id).toList().equals(ids) ? QueueRule.Q2 : state.changedBy;
    }

    private static List<String> sorted(List<Item> items) {
        return items.stream().map(Item::toString).sorted().toList();
    }

    /** What the published rules allow breaks F11; where every worn-out item is named, it is the bound that is wrong (Q1). */
    private QueueRule blame(QueueState state, QueueOperation.Requeue requeue, QueueReply.Requeued seen) {
        QueueReply unbounded = requeued(state, requeue, false).reply();
        if (!bounded) {
            return QueueRule.Q2;
        }
        if (unbounded.equals(seen)) {
            return QueueRule.F11;
        }
        QueueReply right = requeued(state, requeue, true).reply();
        boolean boundAsked = !right.equals(unbounded);
        boolean wornOutNamed = unbounded instanceof QueueReply.Requeued wornOut
                && new TreeSet<>(seen.dropped()).containsAll(wornOut.dropped());
        return boundAsked && wornOutNamed ? QueueRule.Q1 : QueueRule.Q2;
    }
}
