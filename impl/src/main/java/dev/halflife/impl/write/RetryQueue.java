package dev.halflife.impl.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of what failed and is to be tried again, first in, first out (Q1, Q2).
 *
 * <p>It never holds more than its capacity, whichever way items come in (F11): what has waited longest makes room, and is
 * handed to the caller, so that nothing disappears unseen. Thread-safe: every operation is atomic.
 */
public final class RetryQueue<T> {

    private static final int DEFAULT_CAPACITY = 10_000;

    private final int capacity;
    private final ArrayDeque<Item<T>> items = new ArrayDeque<>(); // guarded by itself

    /** A queue of at most 10,000 items. */
    public RetryQueue() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * A queue of at most so many items.
     *
     * @throws IllegalArgumentException if the capacity is 0 or negative
     */
    public RetryQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be within [1, " + Integer.MAX_VALUE + "]: " + capacity);
        }
        this.capacity = capacity;
    }

    /** Adds a value that was not tried again yet and returns the item dropped to make room, if any (Q1). */
    public Optional<Item<T>> enqueue(T value) {
        Item<T> item = new Item<>(Objects.requireNonNull(value, "value must not be null"), 0);
        synchronized (items) {
            return Optional.ofNullable(add(item));
        }
    }

    /** Takes everything, what has waited longest first (Q2). */
    public List<Item<T>> drain() {
        synchronized (items) {
            List<Item<T>> drained = List.copyOf(items);
            items.clear();
            return drained;
        }
    }

    /**
     * Counts one more attempt for each item, and queues those again that have not reached the limit (Q2).
     *
     * <p>They queue up at the back, in their order, as Q2 has them; each that finds the queue full drops the one in front
     * (F11), which can be an item requeued just before it.
     *
     * @param maxAttempts items that reach it are worn out; at 1 or less all are
     * @return everything dropped, worn out or pushed out, in the order it was dropped
     */
    public List<Item<T>> requeue(List<Item<T>> failed, int maxAttempts) {
        List<Item<T>> dropped = new ArrayList<>();
        synchronized (items) {
            for (Item<T> item : failed) {
                Item<T> tried = item.afterAnotherAttempt();
                Item<T> out = tried.attempts() < maxAttempts ? add(tried) : tried;
                if (out != null) {
                    dropped.add(out);
                }
            }
        }
        return List.copyOf(dropped);
    }

    /** How many items wait, never more than the capacity. */
    public int size() {
        synchronized (items) {
            return items.size();
        }
    }

    private @Nullable Item<T> add(Item<T> item) {
        Item<T> oldest = items.size() < capacity ? null : items.pollFirst();
        items.addLast(item);
        return oldest;
    }
}
