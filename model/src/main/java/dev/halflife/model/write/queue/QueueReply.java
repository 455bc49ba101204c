package dev.halflife.model.write.queue;

import dev.halflife.model.NameText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a retry queue answers. */
public sealed interface QueueReply {

    /** To an enqueue: the id of the item dropped to make room, or null (Q1). */
    record Enqueued(@Nullable String dropped) implements QueueReply {
        @Override
        public String toString() {
            return dropped == null ? "nothing dropped" : "dropped " + NameText.of(dropped);
        }
    }

    /** To a drain: everything that was queued, the oldest first (Q1, Q2). */
    record Drained(List<Item> items) implements QueueReply {
        public Drained {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.isEmpty()
                    ? "nothing"
                    : items.stream().map(Item::toString).collect(Collectors.joining(", "));
        }
    }

    /**
     * To a requeue: the ids of all that was dropped, worn out (Q2) or beyond the bound (F11). In the order of their text,
     * as the rules leave open which is named first.
     */
    record Requeued(List<String> dropped) implements QueueReply {
        public Requeued {
            dropped = dropped.stream().sorted().toList();
        }

        @Override
        public String toString() {
            return dropped.isEmpty() ? "nothing dropped" : "dropped " + NameText.list(dropped);
        }
    }

    /** To a len: the number of queued items. */
    record Counted(long len) implements QueueReply {
        @Override
        public String toString() {
            return len + " queued";
        }
    }
}
