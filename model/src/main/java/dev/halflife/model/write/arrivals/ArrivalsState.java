package dev.halflife.model.write.arrivals;

import java.util.Optional;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/** The cursors of all namespaces: an immutable value. */
public final class ArrivalsState {

    static final ArrivalsState EMPTY = new ArrivalsState(ExtensionsKt.persistentHashMapOf());

    private final PersistentMap<String, Cursor> cursors;

    private ArrivalsState(PersistentMap<String, Cursor> cursors) {
        this.cursors = cursors;
    }

    /** The namespaces with a cursor, in an order that is the same on every JVM. */
    public Iterable<String> namespaces() {
        return cursors.keySet();
    }

    /** How many namespaces have a cursor. */
    public int size() {
        return cursors.size();
    }

    /** A namespace's cursor. */
    public Optional<Cursor> cursor(String namespace) {
        return Optional.ofNullable(cursors.get(namespace));
    }

    @Nullable
    Cursor at(String namespace) {
        return cursors.get(namespace);
    }

    ArrivalsState with(String namespace, Cursor cursor) {
        return new ArrivalsState(cursors.putting(namespace, cursor));
    }

    /** Whether a seed takes effect (N2). */
    static boolean takes(@Nullable Cursor known, Cursor seed) {
        return known == null || seed.sequence() >= known.sequence();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArrivalsState state && state.cursors.equals(cursors);
    }

    @Override
    public int hashCode() {
        return cursors.hashCode();
    }

    @Override
    public String toString() {
        return cursors.toString();
    }
}
