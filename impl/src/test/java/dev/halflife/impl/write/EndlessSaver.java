package dev.halflife.impl.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A process of its own that saves ever-growing snapshots and prints the number of each one saved, until it is killed. */
final class EndlessSaver {

    private static final int PARTITIONS = 300;

    private EndlessSaver() {}

    public static void main(String[] arguments) throws IOException {
        SnapshotStore store = new SnapshotStore(DirectorySnapshotFiles.in(Path.of(arguments[0])));
        long number = numberOf(store.load());
        while (true) {
            number++;
            SaveOutcome outcome = store.save(snapshot(number));
            System.out.println(outcome.isSaved() ? Long.toString(number) : outcome.toString());
        }
    }

    /** The snapshot of that number: no two have a partition in common that looks alike. */
    static Map<Partition, Summary> snapshot(long number) {
        Map<Partition, Summary> partitions = new TreeMap<>();
        for (int i = 0; i < PARTITIONS; i++) {
            partitions.put(new Partition("main", "notes-" + i, "e5", "episodic"), new Summary(number, i, number));
        }
        return partitions;
    }

    /** The number of the snapshot found, 0 for a first run. */
    static long numberOf(Loaded loaded) {
        return loaded.partitions().values().stream()
                .mapToLong(Summary::count)
                .findFirst()
                .orElse(0);
    }
}
