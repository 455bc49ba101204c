package dev.halflife.impl.write;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The credits of each id, at least 1, in the order of a {@link Flush}: an immutable map that counts when it is first read.
 *
 * <p>So whoever records the last credit of a pile does not count it, but whoever stores it, and an id whose
 * {@code hashCode} throws does so with the flush safely in hand. Any thread may read; two that read first both count.
 */
final class CreditCounts<K> extends AbstractMap<K, Long> {

    /** The most credits that can be restored; half of what a {@code long} can, so that what a call adds overflows nothing. */
    static final long MAX_CREDITS = Long.MAX_VALUE / 2;

    /** Credits that can be counted any number of times. */
    interface Source<K> {
        Tally<K> count();
    }

    private final long credits;
    // Once counted the tally itself, so that nothing else is kept; volatile, so that whoever finds it sees it filled.
    private volatile Source<K> source;

    CreditCounts(long credits, Source<K> source) {
        this.credits = credits;
        this.source = source;
    }

    /**
     * The counts themselves where they are of this kind already, and so beyond change; a copy otherwise.
     *
     * @throws IllegalArgumentException if a count is below 1, or they sum to more than {@link #MAX_CREDITS}
     */
    @SuppressWarnings("unchecked") // a map of this class is immutable, so that its keys may be read as any supertype
    static <K> CreditCounts<K> copyOf(Map<? extends K, Long> counts) {
        if (counts instanceof CreditCounts) {
            return (CreditCounts<K>) counts;
        }
        Map<K, Long> given = new LinkedHashMap<>(counts);
        Tally<K> tally = new Tally<>(given.size());
        long credits = 0;
        for (Map.Entry<K, Long> entry : given.entrySet()) {
            long count = entry.getValue();
            if (count < 1) {
                throw new IllegalArgumentException("count must be within [1, " + MAX_CREDITS + "]: " + count);
            }
            credits = sum(credits, count);
            tally.add(Objects.requireNonNull(entry.getKey(), "id must not be null"), count);
        }
        return new CreditCounts<>(credits, tally);
    }

    /** The sum of all counts, without counting. */
    long credits() {
        return credits;
    }

    Tally<K> tally() {
        Source<K> seen = source;
        Tally<K> tally = seen.count();
        if (seen != tally) {
            source = tally;
        }
        return tally;
    }

    @Override
    public boolean isEmpty() {
        return credits == 0;
    }

    @Override
    public int size() {
        return tally().size();
    }

    @Override
    public boolean containsKey(@Nullable Object id) {
        return get(id) != null;
    }

    @Override
    public @Nullable Long get(@Nullable Object id) {
        long count = id == null ? 0 : tally().count(id);
        return count == 0 ? null : count;
    }

    @Override
    public Set<Map.Entry<K, Long>> entrySet() {
        return new Entries<>(tally());
    }

    /**
     * Adds numbers of credits.
     *
     * @throws IllegalArgumentException if they sum to more than {@link #MAX_CREDITS}
     */
    static long sum(long credits, long more) {
        if (more > MAX_CREDITS - credits) {
            throw new IllegalArgumentException(
                    "credits must be within [1, " + MAX_CREDITS + "]: " + credits + " and " + more);
        }
        return credits + more;
    }

    private static final class Entries<K> extends AbstractSet<Map.Entry<K, Long>> {

        private final Tally<K> tally;

        Entries(Tally<K> tally) {
            this.tally = tally;
        }

        @Override
        public int size() {
            return tally.size();
        }

        @Override
        public Iterator<Map.Entry<K, Long>> iterator() {
            return new Iterator<>() {

                private int rank;

                @Override
                public boolean hasNext() {
                    return rank < tally.size();
                }

                @Override
                public Map.Entry<K, Long> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException("only " + tally.size() + " ids have credits");
                    }
                    Map.Entry<K, Long> entry = Map.entry(tally.id(rank), tally.count(rank));
                    rank++;
                    return entry;
                }
            };
        }
    }
}
