package dev.halflife.model.write.arrivals;

import java.util.Optional;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/** The cursors of all namespaces: an immutable value. */
public final class ArrivalsState {

    static final ArrivalsState EMPTY = new ArrivalsState(ExtensionsKt.persistentHashMapOf(), null);

    private final PersistentMap<String, Cursor> cursors;

    /** The namespace that was seeded last, until something arrives there: where a wrong cursor speaks against N2. */
    private final @Nullable String seeded;

    private ArrivalsState(PersistentMap<String, Cursor> cursors, @Nullable String seeded) {
        this.cursors = cursors;
        this.seeded = seeded;
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

    boolean seededLast(String namespace) {
        return namespace.equals(seeded);
    }

    ArrivalsState arrived(String namespace, Cursor cursor) {
        return new ArrivalsState(cursors.putting(namespace, cursor), seededLast(namespace) ? null : seeded);
    }

    ArrivalsState seeded(String namespace, Cursor cursor) {
        Cursor known = cursors.get(namespace);
        boolean takes = known == null || cursor.sequence() >= known.sequence();
        return new ArrivalsState(takes ? cursors.putting(namespace, cursor) : cursors, namespace);
    }

    /** Equal where every right reply is; the reason kept for naming rules does not count. */
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
