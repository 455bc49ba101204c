package dev.halflife.sim.write.queue;

import dev.halflife.model.write.queue.Item;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.json.FieldWriter;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import java.util.ArrayList;
import java.util.List;

/**
 * Queue operations and replies as trace steps. Ids are any texts. The header has a {@code capacity}, 10,000 where it is
 * absent; {@code dropped} of a requeue names everything dropped, worn out or beyond the bound, in any order.
 *
 * <pre>{@code
 * {"op":"enqueue","at":0,"id":"a1","dropped":null}
 * {"op":"drain","at":0,"items":[{"id":"a1","attempts":0}]}
 * {"op":"requeue","at":0,"requeued":[{"id":"a1","attempts":0}],"max":3,"dropped":[]}
 * {"op":"len","at":0,"len":1}
 * }</pre>
 */
final class QueueCodec implements Codec<QueueConfig, QueueOperation, QueueReply> {

    private static final String CAPACITY = "capacity";
    private static final String ID = "id";
    private static final String ATTEMPTS = "attempts";
    private static final String DROPPED = "dropped";

    @Override
    public QueueConfig readConfig(Fields header) {
        return new QueueConfig(
                header.has(CAPACITY)
                        ? (int) header.integer(CAPACITY, 1, Integer.MAX_VALUE)
                        : QueueConfig.DEFAULT_CAPACITY);
    }

    @Override
    public void writeConfig(QueueConfig config, FieldWriter header) {
        header.integer(CAPACITY, config.capacity());
    }

    @Override
    public QueueOperation readOperation(Fields step) {
        String op = step.text("op");
        long at = step.integer("at");
        return switch (op) {
            case "enqueue" -> new QueueOperation.Enqueue(at, step.text(ID));
            case "drain" -> new QueueOperation.Drain(at);
            case "requeue" ->
                new QueueOperation.Requeue(
                        at, readItems("requeued", step), (int) step.integer("max", 0, Integer.MAX_VALUE));
            case "len" -> new QueueOperation.Len(at);
            default -> throw new MalformedInput("op must be enqueue, drain, requeue or len: " + op);
        };
    }

    private static List<Item> readItems(String name, Fields step) {
        List<Item> items = new ArrayList<>();
        for (Fields item : step.objects(name)) {
            items.add(new Item(item.text(ID), (int) item.integer(ATTEMPTS, 0, Integer.MAX_VALUE)));
        }
        return items;
    }

    @Override
    public void writeOperation(QueueOperation operation, FieldWriter step) {
        operation.match(
                enqueue -> head("enqueue", enqueue, step).text(ID, enqueue.id()),
                drain -> head("drain", drain, step),
                requeue -> head("requeue", requeue, step)
                        .objects("requeued", requeue.items(), QueueCodec::writeItem)
                        .integer("max", requeue.max()),
                len -> head("len", len, step));
    }

    private static FieldWriter head(String op, QueueOperation operation, FieldWriter step) {
        return step.text("op", op).integer("at", operation.atNanos());
    }

    private static void writeItem(Item item, FieldWriter fields) {
        fields.text(ID, item.id()).integer(ATTEMPTS, item.attempts());
    }

    @Override
    public QueueReply readReply(QueueOperation operation, Fields step) {
        return operation.match(
                enqueue -> new QueueReply.Enqueued(step.textOrNull(DROPPED)),
                drain -> new QueueReply.Drained(readItems("items", step)),
                requeue -> new QueueReply.Requeued(step.texts(DROPPED)),
                len -> new QueueReply.Counted(step.integer("len")));
    }

    @Override
    public void writeReply(QueueReply reply, FieldWriter step) {
        if (reply instanceof QueueReply.Enqueued enqueued) {
            step.text(DROPPED, enqueued.dropped());
        } else if (reply instanceof QueueReply.Drained drained) {
            step.objects("items", drained.items(), QueueCodec::writeItem);
        } else if (reply instanceof QueueReply.Requeued requeued) {
            step.texts(DROPPED, requeued.dropped());
        } else if (reply instanceof QueueReply.Counted counted) {
            step.integer("len", counted.len());
        }
    }
}
