package dev.halflife.impl.write;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one snapshot of the statistics on a disk, so that a crash at any instant leaves the old or the new one (W6, F7).
 *
 * <pre>{@code
 * SnapshotStore store = new SnapshotStore(DirectorySnapshotFiles.in(directory));
 * statistics.restore(store.load().partitions());
 * …
 * if (statistics.claimSnapshot()) {
 *     store.save(statistics::snapshot);
 * }
 * }</pre>
 *
 * <p>Nothing that goes wrong on the disk is thrown, nor what lies there: a file larger than {@link #LARGEST_BYTES}, or one
 * that needs more memory than there is, is damaged like any other. What cannot be read is kept under another name and never overwritten.
 * Saving is thread-safe; loading is for the start, before anything is saved. A directory belongs to one store at a time.
 */
public final class SnapshotStore {

    /** The largest snapshot that is saved or loaded: 64 MiB, which is room for some 300,000 partitions. */
    public static final int LARGEST_BYTES = 1 << 26;

    private final SnapshotFiles files;
    private final AtomicBoolean saving = new AtomicBoolean();
    // Written by load, which comes before any save, and by saves, which follow each other by way of the flag above.
    private @Nullable Unwanted inTheWay;

    /** A store in a directory of its own. */
    public SnapshotStore(SnapshotFiles files) {
        this.files = files;
    }

    /** Reads the snapshot; what is there but cannot be read is kept under another name. */
    public Loaded load() {
        inTheWay = null;
        String name = Save.CURRENT;
        try {
            Optional<byte[]> content = files.read(name);
            if (content.isEmpty()) {
                name = Save.PREVIOUS;
                content = files.read(name);
            }
            if (content.isEmpty()) {
                return new Loaded.FirstRun();
            }
            return new Loaded.Restored(SnapshotFormat.read(content.get()));
        } catch (IOException | RuntimeException | OutOfMemoryError unreadable) {
            return new Loaded.Damaged(unreadable.toString(), setAside(new Unwanted(name, "damaged")));
        } catch (DamagedSnapshot damaged) {
            return new Loaded.Damaged(damaged.reason(), setAside(new Unwanted(name, "damaged")));
        } catch (UnsupportedSnapshot unsupported) {
            return new Loaded.Unsupported(unsupported.format(), setAside(new Unwanted(name, "unsupported")));
        }
    }

    /**
     * Begins to save these statistics, or returns empty while another save has not ended (F7). Nothing is written yet.
     *
     * <p>Statistics that were read before the save began can be older than what an earlier save has written; where several
     * threads save, let the store ask for them.
     */
    public Optional<Save> begin(Map<Partition, Summary> partitions) {
        return begin(() -> partitions);
    }

    /** Begins to save, or returns empty; asks for the statistics only once no one else can save older ones over them. */
    public Optional<Save> begin(Supplier<Map<Partition, Summary>> partitions) {
        if (!saving.compareAndSet(false, true)) {
            return Optional.empty();
        }
        boolean begun = false;
        try {
            byte[] content = SnapshotFormat.write(partitions.get());
            Save save = new Save(files, stepsBefore(content.length), content, () -> saving.set(false));
            begun = true;
            return Optional.of(save);
        } finally {
            if (!begun) {
                saving.set(false);
            }
        }
    }

    /** Saves these statistics, unless another save is in progress. */
    public SaveOutcome save(Map<Partition, Summary> partitions) {
        return save(() -> partitions);
    }

    /** Saves the statistics as they are when no one else is saving, unless someone is. */
    public SaveOutcome save(Supplier<Map<Partition, Summary>> partitions) {
        return begin(partitions).map(Save::run).orElseGet(SaveOutcome.Busy::new);
    }

    private @Nullable String setAside(Unwanted unwanted) {
        try {
            return keep(unwanted);
        } catch (IOException refused) {
            inTheWay = unwanted;
            return null;
        }
    }

    private List<Save.Step> stepsBefore(int bytes) {
        if (bytes > LARGEST_BYTES) {
            return List.of(() -> {
                throw new IOException("the snapshot is larger than " + LARGEST_BYTES + " bytes: " + bytes);
            });
        }
        Unwanted unwanted = inTheWay;
        return unwanted == null ? List.of() : List.of(() -> makeWay(unwanted));
    }

    private void makeWay(Unwanted unwanted) throws IOException {
        keep(unwanted);
        inTheWay = null;
    }

    private @Nullable String keep(Unwanted unwanted) throws IOException {
        Set<String> names = files.names();
        if (!names.contains(unwanted.name())) {
            return null;
        }
        String free = unwanted.firstFreeName(names);
        files.rename(unwanted.name(), free);
        files.forceNames(); // or a save that comes next might survive a crash that this does not
        return free;
    }

    /** A file that is to be kept, but not where it is. */
    private record Unwanted(String name, String kind) {

        String firstFreeName(Set<String> taken) {
            int number = 1;
            while (taken.contains(name(number))) {
                number++;
            }
            return name(number);
        }

        private String name(int number) {
            return Save.CURRENT + "." + kind + "-" + number;
        }
    }
}
