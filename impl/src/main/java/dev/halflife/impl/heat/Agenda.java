package dev.halflife.impl.heat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries by the earliest time at which a tick may have something to decide about them, so that a tick costs what is
 * due, and nothing for what is not.
 *
 * <p>A heap, and beside it a pile of those that the next tick is to look at whatever its time: most changes end there,
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

    /** Of a place of the heap: more than two make it less deep. */
    private static final int CHILDREN = 4;

    private @Nullable Entry<K>[] heap = places();
    private int heaped;

    private @Nullable Entry<K>[] pile = places();
    private int piled;

    /** Plans an entry's next decision, in place of the one planned before. */
    void plan(Entry<K> entry, long dueNanos) {
        if (dueNanos == NEXT_TICK) {
            if (entry.dueNanos != NEXT_TICK) {
                takeOut(entry);
                pile = resized(pile, roomToAdd(pile.length, piled));
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
            heap = resized(heap, roomToAdd(heap.length, heaped));
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

    /** All entries whose time has come, in an order that means nothing. Each is to be planned anew. */
    List<Entry<K>> due(long nowNanos) {
        List<Entry<K>> due = new ArrayList<>(piled + FIRST_PLACES);
        for (int i = 0; i < piled; i++) {
            due.add(at(pile, i));
        }
        // None below an entry of the heap is due before it.
        addDue(0, nowNanos, due);
        for (int i = piled; i < due.size(); i++) {
            int firstChild = firstChild(due.get(i).agendaPlace);
            for (int child = firstChild; child < firstChild + CHILDREN; child++) {
                addDue(child, nowNanos, due);
            }
        }
        return due;
    }

    private void addDue(int place, long nowNanos, List<Entry<K>> due) {
        if (place < heaped && at(heap, place).dueNanos <= nowNanos) {
            due.add(at(heap, place));
        }
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
            pile = resized(pile, roomToKeep(pile.length, piled));
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
        int child = earliestChild(place);
        while (child < heaped && at(heap, child).dueNanos < entry.dueNanos) {
            move(at(heap, child), place);
            place = child;
            child = earliestChild(place);
        }
        move(entry, place);
    }

    private int earliestChild(int place) {
        int earliest = firstChild(place);
        int end = Math.min(earliest + CHILDREN, heaped);
        for (int child = earliest + 1; child < end; child++) {
            if (at(heap, child).dueNanos < at(heap, earliest).dueNanos) {
                earliest = child;
            }
        }
        return earliest;
    }

    private static int firstChild(int place) {
        return CHILDREN * place + 1;
    }

    private static int parent(int place) {
        return (place - 1) / CHILDREN;
    }

    private void move(Entry<K> entry, int place) {
        heap[place] = entry;
        entry.agendaPlace = place;
    }

    /** The places that one more entry needs where so many are taken. */
    static int roomToAdd(int room, int taken) {
        return taken < room ? room : taken + (taken >> 2);
    }

    /** The places that stay: a pile of everything that was ever new at once need not. */
    static int roomToKeep(int room, int taken) {
        return taken >= room >> 3 || room <= FIRST_PLACES ? room : room >> 1;
    }

    private static <K> @Nullable Entry<K>[] resized(@Nullable Entry<K>[] places, int room) {
        return room == places.length ? places : Arrays.copyOf(places, room);
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
