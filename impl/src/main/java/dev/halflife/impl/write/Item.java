package dev.halflife.impl.write;

/**
 * Something that waits for another attempt (Q2).
 *
 * @param attempts how often it has been requeued, at least 0
 */
public record Item<T>(T value, int attempts) {

    /**
     * Validates the number of attempts.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Item {
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts must be within [0, " + Integer.MAX_VALUE + "]: " + attempts);
        }
    }

    Item<T> afterAnotherAttempt() {
        return attempts == Integer.MAX_VALUE ? this : new Item<>(value, attempts + 1);
    }
}
