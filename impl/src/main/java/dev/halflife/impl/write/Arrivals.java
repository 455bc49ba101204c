package dev.halflife.impl.write;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers what arrives in each namespace and links it to what arrived before (N1, N2).
 *
 * <p>Thread-safe. The arrivals of one namespace are put in one order, whatever the threads; namespaces do not wait for
 * each other. Namespaces need a stable {@code equals} and {@code hashCode}; one that has been used is remembered.
 */
public final class Arrivals<N, I> {

    private final ConcurrentHashMap<N, Last<I>> lasts = new ConcurrentHashMap<>();

    /** Records an arrival and returns its link to the one before it (N1). Constant time. */
    public Arrival<I> record(N namespace, I id) {
        return lasts.compute(namespace, (same, last) -> Last.arrived(id, last)).arrival();
    }

    /**
     * Lets the namespace go on from an arrival that was stored earlier, unless it is already further than that (N2).
     *
     * <p>Any sequence is taken as it is, 0 and negative ones too: the store is the authority on what it has numbered.
     */
    public void seed(N namespace, I id, long sequence) {
        Cursor<I> seeded = new Cursor<>(id, sequence);
        lasts.compute(
                namespace,
                (same, last) -> last == null || sequence >= last.cursor().sequence() ? Last.seeded(seeded) : last);
    }

    /** The last arrival of a namespace, or empty if there was none. */
    public Optional<Cursor<I>> last(N namespace) {
        return Optional.ofNullable(lasts.get(namespace)).map(Last::cursor);
    }

    /**
     * The cursor, and the link by which it got there: stored together, so that the thread that moved the cursor reads its
     * own link off the very value it put in place.
     */
    private record Last<I>(Cursor<I> cursor, Arrival<I> arrival) {

        static <I> Last<I> arrived(I id, @Nullable Last<I> last) {
            Arrival<I> arrival = last == null ? Arrival.first() : Arrival.after(last.cursor());
            return new Last<>(new Cursor<>(id, arrival.sequence()), arrival);
        }

        static <I> Last<I> seeded(Cursor<I> cursor) {
            return new Last<>(cursor, new Arrival<>(null, 0, cursor.sequence()));
        }
    }
}
