package dev.halflife.impl.write;

import java.util.Comparator;
import java.util.Objects;

/**
 * Names one population of samples; what is new in one says nothing about another.
 *
 * <p>Ordered by its parts, as they stand.
 */
public record Partition(String realm, String namespace, String model, String layer) implements Comparable<Partition> {

    private static final Comparator<Partition> ORDER = Comparator.comparing(Partition::realm)
            .thenComparing(Partition::namespace)
            .thenComparing(Partition::model)
            .thenComparing(Partition::layer);

    /** Validates that every part is there; an empty text is a name like any other. */
    public Partition {
        Objects.requireNonNull(realm, "realm must not be null");
        Objects.requireNonNull(namespace, "namespace must not be null");
        Objects.requireNonNull(model, "model must not be null");
        Objects.requireNonNull(layer, "layer must not be null");
    }

    @Override
    public int compareTo(Partition other) {
        return ORDER.compare(this, other);
    }
}
