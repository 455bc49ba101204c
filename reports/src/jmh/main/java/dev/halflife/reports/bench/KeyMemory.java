package dev.halflife.reports.bench;

import dev.halflife.impl.heat.BlobHash;
import dev.halflife.impl.heat.HeatPolicy;
import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.sim.heat.PublishedHeatRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jol.info.GraphStats;

/** What a registry at its cap holds for each of its keys, the key itself not counted: every object, walked by JOL. */
public final class KeyMemory {

    private static final List<Integer> KEYS = List.of(8192, 100_000, 1 << 20);
    private static final long HALF_LIFE_NANOS = HeatPolicy.DEFAULT.halfLifeNanos();

    /** What has happened to each key. */
    private enum State {
        NEW("new"),
        TOLD("told"),
        IN_FLIGHT("in flight");

        private final String text;

        State(String text) {
            this.text = text;
        }
    }

    /**
     * What keys in one state take.
     *
     * @param keys how many are tracked, the cap
     * @param state {@code new}: read once; {@code told}: announced and committed; {@code in flight}: announced
     * @param publishedBytes a key beyond the key itself
     * @param referenceBytes the same
     */
    public record Measured(int keys, String state, double publishedBytes, double referenceBytes) {}

    private KeyMemory() {}

    /** Measures every number of keys in every state, and tells each when it is known. */
    public static void all(Consumer<Measured> known) {
        for (int keys : KEYS) {
            for (State state : State.values()) {
                known.accept(of(keys, state));
            }
        }
    }

    private static Measured of(int count, State state) {
        BlobHash[] keys = HeatContests.keys(count);
        return new Measured(
                count, state.text, bytes(published(keys, state), keys), bytes(reference(keys, state), keys));
    }

    /** JOL cannot ask the virtual machine where a record keeps its fields; it can work it out. */
    static double bytes(Object registry, BlobHash[] keys) {
        System.setProperty("jol.magicFieldOffset", "true");
        long all = GraphStats.parseInstance(registry, keys).totalSize();
        return (double) (all - GraphStats.parseInstance((Object) keys).totalSize()) / keys.length;
    }

    private static Object reference(BlobHash[] keys, State state) {
        HeatRegistry<BlobHash> registry = HeatRegistry.<BlobHash>marked(HeatPolicy.DEFAULT)
                .cap(keys.length)
                .build();
        for (BlobHash key : keys) {
            registry.bump(key, 0);
        }
        if (state != State.NEW) {
            var announcement = registry.tick(0);
            if (state == State.TOLD) {
                registry.commit(announcement);
            }
        }
        return registry;
    }

    private static Object published(BlobHash[] keys, State state) {
        PublishedHeatRegistry<BlobHash> registry = new PublishedHeatRegistry<>(
                true,
                keys.length,
                HeatPolicy.DEFAULT.enabled(),
                HeatPolicy.DEFAULT.emitRatio(),
                HALF_LIFE_NANOS,
                evicted -> {});
        for (BlobHash key : keys) {
            registry.bump(key, HALF_LIFE_NANOS, 0);
        }
        if (state != State.NEW) {
            var announcement = registry.tick(0);
            if (state == State.TOLD) {
                registry.commit(announcement);
            }
        }
        return registry;
    }
}
