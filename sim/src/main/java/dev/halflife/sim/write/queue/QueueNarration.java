package dev.halflife.sim.write.queue;

import dev.halflife.model.NameText;
import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.model.write.queue.QueueState;
import dev.halflife.sim.component.Narration;
import java.util.List;
import java.util.stream.Collectors;

/** Queue operations, replies and contents in a few words; {@code a1×2} is an item after two failed tries. */
final class QueueNarration implements Narration<QueueConfig, QueueState, QueueOperation, QueueReply> {

    @Override
    public String config(QueueConfig config) {
        return "capacity " + config.capacity();
    }

    @Override
    public String operation(QueueOperation operation) {
        return operation.match(
                enqueue -> "enqueue  " + NameText.of(enqueue.id()),
                drain -> "drain",
                requeue -> "requeue  " + text(requeue.items()) + " (max " + requeue.max() + ")",
                len -> "len");
    }

    @Override
    public String reply(QueueOperation operation, QueueReply reply) {
        return reply.toString();
    }

    @Override
    public String note(QueueState state) {
        return state.size() == 0 ? "" : "queue: " + text(state.queued());
    }

    private static String text(List<Item> items) {
        return items.isEmpty() ? "nothing" : items.stream().map(Item::toString).collect(Collectors.joining(", "));
    }
}
