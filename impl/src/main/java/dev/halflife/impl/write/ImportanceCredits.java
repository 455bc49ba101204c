package dev.halflife.impl.write;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * <p>Every call takes effect at one instant (A1 to A6, F6). Why: credits are piled up in cells, a thread always goes to the
 * same one, and each cell has a lock and an allowance, how many credits it may take without asking. At any instant what is
 * pending and all allowances together are below the threshold, or there are no allowances. So a {@code record} within the
 * allowance of its cell cannot be the one that reaches the threshold, whatever others do: it takes effect while it has its
 * cell's lock, and leaves that sum as it was. Every other call has the locks of all cells at the same time: nobody is in the
 * middle of a {@code record} then, what is pending is known exactly, and if it reaches the threshold the caller takes all of
 * it (A1, A2, A5, A6); otherwise what remains is allowed anew.
 *
 * <p>A lock is held for nanoseconds, and while ids are copied if a call brings many. Nothing is allocated per credit, only
 * per flush, and a flush counts its credits when its counts are first read.
 *
 * <p>Thread-safe. Ids need a stable {@code equals} and {@code hashCode}. A caller that takes a flush and dies with it has
 * lost it.
 */
public final class ImportanceCredits<K> {

    /** As published: a storage write for every 256 credits. */
    public static final int DEFAULT_THRESHOLD = 256;

    private static final int MAX_THRESHOLD = 1 << 20;
    private static final int CELLS = 8;

    // Elements that stay null, 128 bytes of them: a cell that lies behind the array is written all the time, and the
    // array read.
    private static final int APART = 32;

    // 2^32 divided by the golden ratio: of threads whose ids follow each other any 5 come to different cells.
    private static final int GOLDEN = 0x9E3779B9;
    private static final int SHIFT = 29;

    private final Escrow<K> escrow;
    private final CreditCell<K>[] cells;
    private final int mask;

    /** Starts with nothing pending and the published threshold. */
    public ImportanceCredits() {
        this(DEFAULT_THRESHOLD);
    }

    /**
     * Starts with nothing pending.
     *
     * @param threshold the number of pending credits that makes a flush, within [1, 1048576]
     * @throws IllegalArgumentException if the threshold is out of that range
     */
    public ImportanceCredits(int threshold) {
        this(threshold, CELLS);
    }

    /** With so many cells, a power of two within [1, 8]. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
    ImportanceCredits(int threshold, int count) {
        if (threshold < 1 || threshold > MAX_THRESHOLD) {
            throw new IllegalArgumentException("threshold must be within [1, " + MAX_THRESHOLD + "]: " + threshold);
        }
        escrow = new Escrow<>(threshold);
        cells = new CreditCell[count + APART];
        for (int i = 0; i < count; i++) {
            cells[i] = CreditCell.empty();
        }
        mask = count - 1;
    }

    /** Gives an id one credit; the call that brings what is pending to the threshold takes all of it (A2). */
    public Optional<Flush<K>> record(K id) {
        Objects.requireNonNull(id, "id must not be null");
        CreditCell<K> cell = cell();
        return cell.record(id) ? Optional.empty() : flush(escrow.record(cell, one(id)));
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
        CreditCell<K> cell = cell();
        return cell.record(each) ? Optional.empty() : flush(escrow.record(cell, each));
    }

    /** Hands out everything pending, or nothing where nothing was (A3, A4); at consolidation and at close. */
    public Optional<Flush<K>> drain() {
        return flush(escrow.drain());
    }

    /**
     * Takes back a flush that storage has refused: its credits are pending again, and leave first next time (A1, F6).
     *
     * <p>Nothing is flushed here, however much is pending now, since that would ask a failing store again at once: the
     * next call that records at least one credit does it. Costs one step per credit of the flush if its counts were never
     * read.
     *
     * @throws IllegalArgumentException if more than 2^62 - 1 credits would be restored; nothing has changed then
     */
    public void restore(Flush<K> flush) {
        CreditCounts<K> back = flush.pile();
        // Counted now: not under a lock, and or else one refused for ever would hold on to all that it has ever been
        // part of.
        back.tally();
        escrow.restore(back);
    }

    /**
     * How many credits have been recorded or restored and not been handed out (A5). Stops every caller for a moment, as a
     * drain does.
     */
    public long pending() {
        return escrow.pending();
    }

    private CreditCell<K> cell() {
        return cells[(((int) Thread.currentThread().getId() * GOLDEN) >>> SHIFT) & mask];
    }

    private static <K> Optional<Flush<K>> flush(@Nullable CreditCounts<K> taken) {
        return taken == null ? Optional.empty() : Optional.of(new Flush<>(taken));
    }

    @SuppressWarnings("unchecked") // read as K only, and never handed out
    private static <K> K[] one(K id) {
        return (K[]) new Object[] {id};
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
