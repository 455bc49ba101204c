package dev.halflife.impl.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A process of its own that saves ever-growing snapshots until it is killed. Before each step it prints a dot and waits to
 * be told to go on, so that kills fall into every step; after each save it prints the number of the snapshot.
 */
final class EndlessSaver {

    static final String STEP = ".";

    private static final int PARTITIONS = 300;

    private EndlessSaver() {}

    public static void main(String[] arguments) throws IOException {
        SnapshotStore store = new SnapshotStore(DirectorySnapshotFiles.in(Path.of(arguments[0])));
        long number = numberOf(store.load());
        while (true) {
            number++;
            Save save = store.begin(snapshot(number)).orElseThrow();
            do {
                System.out.println(STEP);
                if (System.in.read() < 0) {
                    return; // whoever was to kill it is gone
                }
            } while (!save.step());
            SaveOutcome outcome = save.outcome().orElseThrow();
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
