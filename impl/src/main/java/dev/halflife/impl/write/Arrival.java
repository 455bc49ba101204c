package dev.halflife.impl.write;

import org.jspecify.annotations.Nullable;

/**
 * One link of a namespace's chain of arrivals (N1).
 *
 * @param previous the id that arrived before, null if this is the first
 * @param previousSequence the number of that arrival, 0 if there is none
 * @param sequence this arrival's own number, the previous one plus 1
 */
public record Arrival<I>(@Nullable I previous, long previousSequence, long sequence) {

    static <I> Arrival<I> first() {
        return new Arrival<>(null, 0, 1);
    }

    static <I> Arrival<I> after(Cursor<I> last) {
        // Saturating: a sequence that wrapped around would run against N2.
        long sequence = last.sequence() == Long.MAX_VALUE ? Long.MAX_VALUE : last.sequence() + 1;
        return new Arrival<>(last.id(), last.sequence(), sequence);
    }
}
