package dev.halflife.model.write.queue;

import dev.halflife.model.Answer;
import dev.halflife.model.Contract;
import dev.halflife.model.DeterministicSpec;
import dev.halflife.model.Finding;
import dev.halflife.model.Lapse;
import dev.halflife.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                requeue -> requeued(state, requeue),
                len -> Answer.of(state, new QueueReply.Counted(state.queue.size()), QueueRule.Q1));
    }

    private Answer<QueueState, QueueReply> enqueued(QueueState state, String id) {
        Item oldest = state.queue.size() < config.capacity() ? null : state.queue.first();
        Fifo roomy = oldest == null ? state.queue : state.queue.withoutFirst();
        QueueState next = new QueueState(roomy.with(new Item(id, 0)), state.outstanding);
        return Answer.of(next, new QueueReply.Enqueued(oldest == null ? null : oldest.id()), QueueRule.Q1);
    }

    private static Answer<QueueState, QueueReply> drained(QueueState state) {
        List<Item> items = state.queue.toList();
        QueueState next = new QueueState(Fifo.EMPTY, state.outstanding.with(items));
        Answer<QueueState, QueueReply> answer = Answer.of(next, new QueueReply.Drained(items), QueueRule.Q2);
        return items.size() > 1 ? answer.testing(QueueRule.Q1) : answer;
    }

    private Answer<QueueState, QueueReply> requeued(QueueState state, QueueOperation.Requeue requeue) {
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
        if (bounded) {
            for (Item oldest = queue.first(); oldest != null && queue.size() > config.capacity(); ) {
                dropped.add(oldest.id());
                queue = queue.withoutFirst();
                oldest = queue.first();
            }
        }
        Outstanding rest = state.outstanding.without(requeue.items()).orElse(state.outstanding);
        Answer<QueueState, QueueReply> answer =
                Answer.of(new QueueState(queue, rest), new QueueReply.Requeued(dropped), QueueRule.Q2);
        return bounded && past ? answer.testing(QueueRule.F11) : answer;
    }

    /** What a wrong reply speaks against by itself; {@link #lapses} know what comes of earlier mistakes. */
    @Override
    public Rule blame(QueueState state, QueueOperation operation, QueueReply seen) {
        return operation.match(
                enqueue -> QueueRule.Q1,
                drain -> seen instanceof QueueReply.Drained drained
                                && drained.items().size() > Math.max(config.capacity(), state.queue.size())
                        ? QueueRule.Q1
                        : QueueRule.Q2,
                requeue -> QueueRule.Q2,
                len -> QueueRule.Q1);
    }

    @Override
    public List<Lapse<QueueState, QueueOperation, QueueReply>> lapses() {
        return QueueLapses.of(this, config, bounded);
    }

    @Override
    public int difference(QueueReply expected, QueueReply seen) {
        return expected instanceof QueueReply.Drained right && seen instanceof QueueReply.Drained told
                ? difference(right.items(), told.items())
                : DeterministicSpec.super.difference(expected, seen);
    }

    private static int difference(List<Item> right, List<Item> told) {
        int most = Math.max(right.size(), told.size());
        int different = 0;
        for (int i = 0; i < most; i++) {
            boolean same = i < right.size() && i < told.size() && right.get(i).equals(told.get(i));
            different += same ? 0 : 1;
        }
        return different;
    }
}
