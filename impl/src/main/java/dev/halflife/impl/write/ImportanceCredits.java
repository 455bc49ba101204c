package dev.halflife.impl.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Credits for memories that were recalled, piled up until one caller takes the whole pile to storage.
 *
 * <pre>{@code
 * ImportanceCredits<Id> credits = new ImportanceCredits<>(ImportanceCredits.DEFAULT_THRESHOLD);
 * credits.record(recalled).ifPresent(flush -> {
 *     if (!store(flush.counts())) {
 *         credits.restore(flush);
 *     }
 * });
 * }</pre>
 *
 * <p>Every call takes effect at one instant (A1 to A6, F6). Why: credits go into slots of the current {@link Pile},
 * reserved by one atomic add, and a pile is only replaced once it is sealed. A {@code record} takes effect at the add
 * that found the pile open; the one add that reaches the pile's limit seals it, and its caller alone hands it out, after
 * waiting for those that have reserved a slot and not written it yet: their calls came before it and are in its flush
 * (A1, A2). A {@code drain} and a {@code restore} take effect where they seal the pile, by compare-and-set against the
 * number of slots they count on. {@code pending} is the number reserved in an open pile, so it is never stale (A5) and
 * never reaches the threshold (A6).
 *
 * <p>A call that comes upon a sealed pile puts the empty one in place that follows a flush or a drain, rather than wait
 * for the caller that sealed it. Waits are for single instructions of another thread: a slot to be written, or the pile
 * that follows a restore. Nothing is allocated per credit, only per pile, and a flush counts its credits when its counts
 * are first read.
 *
 * <p>Thread-safe. Ids need a stable {@code equals} and {@code hashCode}. A caller that takes a flush and dies with it has
 * lost it.
 */
public final class ImportanceCredits<K> {

    /** As published: a storage write for every 256 credits. */
    public static final int DEFAULT_THRESHOLD = 256;

    private static final int MAX_THRESHOLD = 1 << 20;
    private static final VarHandle CURRENT;

    static {
        try {
            CURRENT = MethodHandles.lookup().findVarHandle(ImportanceCredits.class, "current", Pile.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final int threshold;
    // Volatile, so that whoever finds a pile sees it whole, and nobody goes back to one that was replaced.
    private volatile Pile<K> current;

    /** Starts with nothing pending and the published threshold. */
    public ImportanceCredits() {
        this(DEFAULT_THRESHOLD);
    }

    /**
     * Starts with nothing pending.
     *
     * @param threshold the number of pending credits that makes a flush, within [1, 1048576]; memory is kept ready for
     *     that many
     * @throws IllegalArgumentException if the threshold is out of that range
     */
    public ImportanceCredits(int threshold) {
        if (threshold < 1 || threshold > MAX_THRESHOLD) {
            throw new IllegalArgumentException("threshold must be within [1, " + MAX_THRESHOLD + "]: " + threshold);
        }
        this.threshold = threshold;
        this.current = Pile.empty(threshold);
    }

    /** Gives an id one credit; the call that brings what is pending to the threshold takes all of it (A2). */
    public Optional<Flush<K>> record(K id) {
        Objects.requireNonNull(id, "id must not be null");
        while (true) {
            Pile<K> pile = current;
            long slot = pile.reserve(1);
            if (pile.opens(slot)) {
                pile.store((int) slot, id);
                return pile.opens(slot + 1) ? Optional.empty() : take(pile, pile.limit(), List.of());
            }
            awaitNext(pile);
        }
    }

    /**
     * Gives one credit to each element, repeats counted; the call that brings what is pending to the threshold or past it
     * takes all of it, all of its own credits included (A2). Recording nothing does nothing (A3).
     */
    public Optional<Flush<K>> record(Collection<? extends K> ids) {
        K[] each = copy(ids);
        if (each.length == 0) {
            return Optional.empty();
        }
        while (true) {
            Pile<K> pile = current;
            long first = pile.reserve(each.length);
            if (pile.opens(first)) {
                int fitting = (int) Math.min(each.length, pile.limit() - first);
                for (int i = 0; i < fitting; i++) {
                    pile.store((int) first + i, each[i]);
                }
                return pile.opens(first + each.length)
                        ? Optional.empty()
                        : take(pile, pile.limit(), List.of(each).subList(fitting, each.length));
            }
            awaitNext(pile);
        }
    }

    /** Hands out everything pending, or nothing where nothing was (A3, A4); at consolidation and at close. */
    public Optional<Flush<K>> drain() {
        while (true) {
            Pile<K> pile = current;
            long seen = pile.reserved();
            if (!pile.opens(seen)) {
                awaitNext(pile);
            } else if (seen + pile.restored().credits() == 0) {
                return Optional.empty();
            } else if (pile.seal(seen, Pile.DRAINED)) {
                return take(pile, (int) seen, List.of());
            }
        }
    }

    /**
     * Takes back a flush that storage has refused: its credits are pending again, and leave first next time (A1, F6).
     *
     * <p>Nothing is flushed here, however much is pending now, since that would ask a failing store again at once: the
     * next call that records at least one credit does it. Costs one step per credit of the flush, if its counts were never
     * read, and per id that is restored and has not left yet.
     *
     * @throws IllegalArgumentException if more than 2^62 - 1 credits would be restored; nothing has changed then
     */
    public void restore(Flush<K> flush) {
        CreditCounts<K> back = flush.pile();
        // Counted now, or a flush refused for ever would hold on to every pile it has ever been part of.
        back.tally();
        while (true) {
            Pile<K> pile = current;
            CreditCounts<K> all = pile.restored().plus(back);
            for (long seen = pile.reserved(); pile.opens(seen); seen = pile.reserved()) {
                Pile<K> next = pile.continued(all, seen);
                if (pile.seal(seen, Pile.RESTORING)) {
                    current = next;
                    return;
                }
            }
            awaitNext(pile);
        }
    }

    /** How many credits have been recorded or restored and not been handed out (A5). */
    public long pending() {
        while (true) {
            Pile<K> pile = current;
            long seen = pile.reserved();
            if (pile.opens(seen)) {
                return seen + pile.restored().credits();
            }
            awaitNext(pile);
        }
    }

    private Optional<Flush<K>> take(Pile<K> sealed, int stored, List<K> beyond) {
        replaceByEmpty(sealed);
        return Optional.of(new Flush<>(sealed.take(stored, beyond)));
    }

    private void awaitNext(Pile<K> sealed) {
        if (sealed.leavesNothing()) {
            replaceByEmpty(sealed);
        }
        for (int spins = 0; current == sealed; spins++) {
            Pile.pause(spins);
        }
    }

    private void replaceByEmpty(Pile<K> sealed) {
        if (current == sealed) {
            CURRENT.compareAndSet(this, sealed, Pile.empty(threshold));
        }
    }

    @SuppressWarnings("unchecked") // read as K only, and never handed out
    private static <K> K[] copy(Collection<? extends K> ids) {
        Object[] copy = ids.toArray();
        for (Object id : copy) {
            Objects.requireNonNull(id, "ids must not hold null");
        }
        return (K[]) copy;
    }
}
