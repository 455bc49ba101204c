package dev.halflife.impl.heat;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one tick has to tell peers, to be committed or rolled back once the sink has answered (T1, F1).
 *
 * <p>Immutable, and equal only to itself: an answer names the tick it answers, and two ticks that say the same are still
 * two.
 */
public final class Announcement<K> {

    private final Object issuer;
    private final long number;
    private final List<Emission<K>> emissions;

    Announcement(Object issuer, long number, List<Emission<K>> emissions) {
        this.issuer = issuer;
        this.number = number;
        this.emissions = List.copyOf(emissions);
    }

    /** Which of its registry's ticks this is, counted from 1. */
    public long number() {
        return number;
    }

    /** At most one emission per key: tracked keys in order of creation, then withdrawals owed, oldest first. */
    public List<Emission<K>> emissions() {
        return emissions;
    }

    /** Whether there is nothing to tell, so that no sink need be called; it is to be committed all the same (S1). */
    public boolean isEmpty() {
        return emissions.isEmpty();
    }

    void requireIssuedBy(Object registry) {
        if (issuer != registry) {
            throw new IllegalArgumentException("announcement " + number + " was issued by another registry");
        }
    }

    /** The emissions of these keys, in the order of this announcement whatever the order of the keys. */
    List<Emission<K>> part(Collection<? extends K> keys) {
        Set<K> wanted = new LinkedHashSet<>(keys);
        List<Emission<K>> part = emissions.stream()
                .filter(emission -> wanted.contains(emission.key()))
                .toList();
        if (part.size() != wanted.size()) {
            part.forEach(emission -> wanted.remove(emission.key()));
            throw new IllegalArgumentException("keys must be part of announcement " + number + ": " + wanted);
        }
        return part;
    }

    @Override
    public String toString() {
        return "announcement " + number + " " + emissions;
    }
}
