package dev.halflife.model.write.queue;

import dev.halflife.model.NameText;

/**
 * Something that waits for another try.
 *
 * @param id what it is
 * @param attempts how many tries have failed since it was enqueued; not negative
 */
public record Item(String id, int attempts) {

    public Item {
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts must be within [0, 2147483647]: " + attempts);
        }
    }

    /** After one more failed try. */
    Item failed() {
        return new Item(id, attempts == Integer.MAX_VALUE ? attempts : attempts + 1);
    }

    /** {@code a1} when fresh, {@code a1×2} after two tries. */
    @Override
    public String toString() {
        return NameText.of(id) + (attempts == 0 ? "" : "×" + attempts);
    }
}
