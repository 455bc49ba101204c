package dev.halflife.model.write.queue;

/**
 * What a retry queue is made with.
 *
 * @param capacity the largest number of items; at least 1
 */
public record QueueConfig(int capacity) {

    /** The default capacity. */
    public static final int DEFAULT_CAPACITY = 10_000;

    public QueueConfig {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be within [1, 2147483647]: " + capacity);
        }
    }
}
