package dev.halflife.model.write.breaker;

import java.util.List;
import java.util.OptionalLong;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/** The breakers of all partitions as the contract sees them: an immutable value. */
public final class BreakerState {

    static final BreakerState EMPTY = new BreakerState(ExtensionsKt.persistentHashMapOf(), 0);

    /** The partitions that were named so far. */
    final PersistentMap<String, Circuit> circuits;

    /** How many of them were opened, and not closed since. */
    final int opened;

    private BreakerState(PersistentMap<String, Circuit> circuits, int opened) {
        this.circuits = circuits;
        this.opened = opened;
    }

    /** The partitions named so far, in an order that is the same on every JVM. */
    public List<String> partitions() {
        return circuits.keySet().stream().sorted().toList();
    }

    /** How many failures in a row a closed partition has; 0 for one that was opened. */
    public int failures(String partition) {
        return circuit(partition) instanceof Circuit.Closed closed ? closed.failures() : 0;
    }

    /** Whether the partition was opened and not closed since, though its open time may have ended. */
    public boolean opened(String partition) {
        return circuit(partition) instanceof Circuit.Open;
    }

    /** How many partitions were opened and not closed since. */
    public int openedPartitions() {
        return opened;
    }

    /** Until when the partition is open at least; empty where it is closed. */
    public OptionalLong earliestEndNanos(String partition) {
        return circuit(partition) instanceof Circuit.Open open
                ? OptionalLong.of(open.earliestEndNanos())
                : OptionalLong.empty();
    }

    /** From when on the partition is not open any more; empty where it is closed. */
    public OptionalLong latestEndNanos(String partition) {
        return circuit(partition) instanceof Circuit.Open open
                ? OptionalLong.of(open.latestEndNanos())
                : OptionalLong.empty();
    }

    /** When the probe that has not reported was let through; empty where there is none. */
    public OptionalLong probeNanos(String partition) {
        return circuit(partition) instanceof Circuit.Open open && open.probed()
                ? OptionalLong.of(open.probeNanos())
                : OptionalLong.empty();
    }

    Circuit circuit(String partition) {
        Circuit circuit = circuits.get(partition);
        return circuit == null ? Circuit.FRESH : circuit;
    }

    BreakerState with(String partition, Circuit next) {
        Circuit was = circuits.get(partition);
        if (next.equals(was)) {
            return this;
        }
        int more = (next instanceof Circuit.Open ? 1 : 0) - (was instanceof Circuit.Open ? 1 : 0);
        return new BreakerState(circuits.putting(partition, next), opened + more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BreakerState state && state.circuits.equals(circuits);
    }

    @Override
    public int hashCode() {
        return circuits.hashCode();
    }
}
