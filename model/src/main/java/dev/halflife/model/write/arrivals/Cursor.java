package dev.halflife.model.write.arrivals;

import dev.halflife.model.NameText;

/**
 * The last arrival of a namespace.
 *
 * @param id what arrived
 * @param sequence its number; the next one's is one more
 */
public record Cursor(String id, long sequence) {

    /** The number of what arrives next: one more, and no more at the end of the range (N1). */
    long nextSequence() {
        return sequence == Long.MAX_VALUE ? sequence : sequence + 1;
    }

    @Override
    public String toString() {
        return NameText.of(id) + " #" + sequence;
    }
}
