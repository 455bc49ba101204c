package dev.halflife.model.write.queue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A requeue step by step, for lapses to do one of them wrongly. Not thread-safe. */
class Requeuing {

    final int capacity;
    final List<Item> queue;
    final List<String> dropped = new ArrayList<>();

    Requeuing(QueueState state, int capacity) {
        this.capacity = capacity;
        this.queue = state.queue.toList();
    }

    /** What is queued after it. */
    final List<Item> run(QueueOperation.Requeue requeue, boolean bounded) {
        for (Item item : order(requeue.items())) {
            int attempts = failed(item.attempts());
            if (mayTryAgain(attempts, requeue.max())) {
                giveBack(new Item(item.id(), attempts));
            } else {
                wornOut(new Item(item.id(), attempts));
            }
        }
        if (bounded) {
            keepToCapacity();
        }
        return queue;
    }

    List<Item> order(List<Item> items) {
        return items;
    }

    static List<Item> reversed(List<Item> items) {
        List<Item> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }

    int failed(int attempts) {
        return attempts == Integer.MAX_VALUE ? attempts : attempts + 1;
    }

    boolean mayTryAgain(int attempts, int max) {
        return attempts < max;
    }

    void giveBack(Item item) {
        queue.add(item);
    }

    void wornOut(Item item) {
        dropped.add(item.id());
    }

    void keepToCapacity() {
        while (queue.size() > capacity) {
            dropped.add(queue.remove(0).id());
        }
    }
}
