package dev.halflife.impl.heat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries by the earliest time at which a tick may have something to decide about them, so that a tick costs what is
 * due, and nothing for what is not.
 *
 * <p>A binary heap, and beside it a pile of those that the next tick is to look at whatever its time: most changes end there,
 * in constant time. An entry with nothing ahead of it is in neither. Planning for a time is logarithmic; nothing is
 * allocated but room. Not thread-safe.
 */
final class Agenda<K> {

    /** The decision falls at the next tick, whatever its time. */
    static final long NEXT_TICK = Long.MIN_VALUE;

    /** There is nothing to decide. */
    static final long NEVER = Long.MAX_VALUE;

    /** The place of an entry that is nowhere in here. Other places are those in the heap, or below 0 in the pile. */
    static final int NOWHERE = Integer.MIN_VALUE;

    private static final int FIRST_PLACES = 16;

    private @Nullable Entry<K>[] heap = places();
    private int heaped;

    private @Nullable Entry<K>[] pile = places();
    private int piled;

    /** Plans an entry's next decision, in place of the one planned before. */
    void plan(Entry<K> entry, long dueNanos) {
        if (dueNanos == NEXT_TICK) {
            if (entry.dueNanos != NEXT_TICK || entry.agendaPlace == NOWHERE) {
                takeOut(entry);
                pile = withRoom(pile, piled);
                pile(entry, piled++);
            }
        } else if (dueNanos == NEVER) {
            takeOut(entry);
        } else if (entry.agendaPlace >= 0) {
            entry.dueNanos = dueNanos;
            heap(entry, entry.agendaPlace);
            return;
        } else {
            takeOut(entry);
            entry.dueNanos = dueNanos;
            heap = withRoom(heap, heaped);
            heap(entry, heaped++);
            return;
        }
        entry.dueNanos = dueNanos;
    }

    /** Plans nothing for an entry. */
    void cancel(Entry<K> entry) {
        plan(entry, NEVER);
    }

    /** Whether there is an entry whose time has come. */
    boolean isDue(long nowNanos) {
        return piled > 0 || isHeadDue(nowNanos);
    }

    /** Takes out all entries whose time has come; they keep their due times. */
    List<Entry<K>> pollDue(long nowNanos) {
        List<Entry<K>> due = new ArrayList<>(piled);
        for (int i = 0; i < piled; i++) {
            Entry<K> entry = at(pile, i);
            entry.agendaPlace = NOWHERE;
            due.add(entry);
        }
        pile = places(); // a pile of everything that was ever new at once need not stay
        piled = 0;
        while (isHeadDue(nowNanos)) {
            Entry<K> first = at(heap, 0);
            takeOut(first);
            due.add(first);
        }
        return due;
    }

    private boolean isHeadDue(long nowNanos) {
        return heaped > 0 && at(heap, 0).dueNanos <= nowNanos;
    }

    private void takeOut(Entry<K> entry) {
        int place = entry.agendaPlace;
        if (place == NOWHERE) {
            return;
        }
        entry.agendaPlace = NOWHERE;
        if (place < 0) {
            Entry<K> last = at(pile, --piled);
            pile[piled] = null;
            if (last != entry) {
                pile(last, ~place);
            }
        } else {
            Entry<K> last = at(heap, --heaped);
            heap[heaped] = null;
            if (last != entry) {
                heap(last, place);
            }
        }
    }

    private void pile(Entry<K> entry, int place) {
        pile[place] = entry;
        entry.agendaPlace = ~place;
    }

    /** Puts the entry into the heap where it belongs, beginning at a place that is free. */
    private void heap(Entry<K> entry, int free) {
        int place = free;
        while (place > 0 && entry.dueNanos < at(heap, parent(place)).dueNanos) {
            move(at(heap, parent(place)), place);
            place = parent(place);
        }
        int child = earlierChild(place);
        while (child < heaped && at(heap, child).dueNanos < entry.dueNanos) {
            move(at(heap, child), place);
            place = child;
            child = earlierChild(place);
        }
        move(entry, place);
    }

    private int earlierChild(int place) {
        int left = 2 * place + 1;
        int right = left + 1;
        return right < heaped && at(heap, right).dueNanos < at(heap, left).dueNanos ? right : left;
    }

    private static int parent(int place) {
        return (place - 1) >> 1;
    }

    private void move(Entry<K> entry, int place) {
        heap[place] = entry;
        entry.agendaPlace = place;
    }

    private static <K> @Nullable Entry<K>[] withRoom(@Nullable Entry<K>[] places, int taken) {
        return taken < places.length ? places : Arrays.copyOf(places, taken + (taken >> 2));
    }

    @SuppressWarnings("NullAway") // places that are taken
    private static <K> Entry<K> at(@Nullable Entry<K>[] places, int place) {
        return places[place];
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic class cannot be made otherwise
    private static <K> @Nullable Entry<K>[] places() {
        return new Entry[FIRST_PLACES];
    }
}
