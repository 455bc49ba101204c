package dev.halflife.impl.heat;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What one tick has to tell peers, to be committed or rolled back once the sink has answered (T1, F1).
 *
 * <p>Immutable, and equal only to itself: an answer names the tick it answers, and two ticks that say the same are still
 * two. Only where a registry has nothing to tell it issues the same one again, since nothing is there to be told apart.
 */
public final class Announcement<K> {

    private final Announcer<K> issuer;
    private final long number;
    private final List<Emission<K>> emissions;

    private Announcement(Announcer<K> issuer, long number, List<Emission<K>> emissions) {
        this.issuer = issuer;
        this.number = number;
        this.emissions = List.copyOf(emissions);
    }

    /**
     * An announcement of an {@link Announcer} other than {@link HeatRegistry}, which issues its own.
     *
     * @param issuer who ticked, and is to be answered: the announcer itself
     * @param number which of its ticks this is, at least 1 and never the same twice
     * @param emissions what is due, copied; to name each key at most once is the issuer's duty (T1)
     * @throws IllegalArgumentException if the number is 0 or negative
     */
    public static <K> Announcement<K> of(Announcer<K> issuer, long number, List<Emission<K>> emissions) {
        Objects.requireNonNull(issuer, "issuer must not be null");
        if (number < 1) {
            throw new IllegalArgumentException("number must be within [1, " + Long.MAX_VALUE + "]: " + number);
        }
        return new Announcement<>(issuer, number, emissions);
    }

    /** What a tick has to tell that has nothing to tell: one object may serve for all of them. */
    static <K> Announcement<K> nothing(Announcer<K> issuer) {
        return new Announcement<>(issuer, 0, List.of());
    }

    /** Which of its issuer's ticks this is, counted from 1; 0 for a registry's with nothing to tell. */
    public long number() {
        return number;
    }

    /** At most one emission per key: tracked keys in order of creation, then withdrawals owed, oldest first; stripe by stripe. */
    public List<Emission<K>> emissions() {
        return emissions;
    }

    /** Whether there is nothing to tell, so that no sink need be called; it is to be committed all the same (S1). */
    public boolean isEmpty() {
        return emissions.isEmpty();
    }

    /**
     * For an announcer that is being answered: makes sure that the answer is meant for it.
     *
     * @throws IllegalArgumentException if another one issued this
     */
    public void requireIssuedBy(Announcer<K> registry) {
        if (issuer != registry) {
            throw new IllegalArgumentException(name() + " was issued by another registry");
        }
    }

    private String name() {
        return number == 0 ? "announcement of nothing" : "announcement " + number;
    }

    /** The emissions of these keys, in the order of this announcement whatever the order of the keys. */
    List<Emission<K>> part(Collection<? extends K> keys) {
        Set<K> wanted = new LinkedHashSet<>(keys);
        List<Emission<K>> part = emissions.stream()
                .filter(emission -> wanted.contains(emission.key()))
                .toList();
        if (part.size() != wanted.size()) {
            part.forEach(emission -> wanted.remove(emission.key()));
            throw new IllegalArgumentException("keys must be part of " + name() + ": " + wanted);
        }
        return part;
    }

    @Override
    public String toString() {
        return name() + " " + emissions;
    }
}
