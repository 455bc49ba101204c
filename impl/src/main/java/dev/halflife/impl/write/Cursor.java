package dev.halflife.impl.write;

import java.util.Objects;

/**
 * Where a namespace's sequence of arrivals stands.
 *
 * @param id the last arrival
 * @param sequence its number; any number that was seeded, otherwise at least 1
 */
public record Cursor<I>(I id, long sequence) {

    /** Validates that there is an id. */
    public Cursor {
        Objects.requireNonNull(id, "id must not be null");
    }
}
