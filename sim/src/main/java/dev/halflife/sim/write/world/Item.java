package dev.halflife.sim.write.world;

/**
 * Something written: one revision of an entry. It never changes.
 *
 * @param id its own id, unique among all items
 * @param partition where it belongs, {@code realm/namespace/model/layer}
 * @param logical the entry whose revision it is
 * @param version greater is newer; of equal ones, the greater id
 */
public record Item(String id, String partition, String logical, long version) {

    static final String PARTITION_FORM = "realm/namespace/model/layer";

    public Item {
        if (partition.chars().filter(letter -> letter == '/').count() != 3) {
            throw new IllegalArgumentException("partition must be " + PARTITION_FORM + ": " + partition);
        }
    }

    /** The partition's namespace: arrivals and interference are kept by it. */
    public String namespace() {
        int from = partition.indexOf('/') + 1;
        return partition.substring(from, partition.indexOf('/', from));
    }
}
