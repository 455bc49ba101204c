package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.Summary;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots as a textbook keeps them (W6, F7): written to a temporary file, which is forced and then renamed; the names are
 * forced after. In four steps, between which another writer, a kill or a loss of power may come.
 */
class TextbookShelf {

    static final String FILE = "statistics.txt";
    static final String TEMPORARY = FILE + ".tmp";
    static final String ASIDE = FILE + ".damaged-";

    final SimulatedDisk disk;

    /** The saves in progress, by writer. */
    final SortedMap<Integer, Saving> saves = new TreeMap<>();

    TextbookShelf(SimulatedDisk disk) {
        this.disk = disk;
    }

    /** A save in progress. */
    static final class Saving {
        final byte[] content;
        final Deque<Runnable> ahead = new ArrayDeque<>();
        SimulatedDisk.@Nullable Open file;
        boolean failed;

        Saving(byte[] content) {
            this.content = content;
        }

        /** Writes from the first of these bytes to before the last. */
        void write(int from, int to) {
            if (file != null) {
                file.write(Arrays.copyOfRange(content, from, to));
            }
        }

        void force() {
            if (file != null) {
                file.force();
            }
        }
    }

    /** Whether another save has to wait. */
    boolean isBusy() {
        return !saves.isEmpty();
    }

    final void begin(int writer, byte[] content) {
        Saving saving = new Saving(content);
        plan(saving);
        saves.put(writer, saving);
    }

    void plan(Saving saving) {
        int half = saving.content.length / 2;
        saving.ahead.add(() -> {
            create(saving);
            saving.write(0, half);
        });
        saving.ahead.add(() -> {
            saving.write(half, saving.content.length);
            force(saving);
        });
        saving.ahead.add(() -> replace(saving));
        saving.ahead.add(disk::forceDirectory);
    }

    void create(Saving saving) {
        saving.file = disk.create(TEMPORARY);
    }

    void force(Saving saving) {
        saving.force();
    }

    void replace(Saving saving) {
        saving.failed = !disk.rename(TEMPORARY, FILE);
    }

    final StatisticsReply.Progress step(int writer) {
        Saving saving = saves.get(writer);
        if (saving == null) {
            throw new IllegalStateException("a refused operation was applied: writer " + writer + " saves nothing");
        }
        saving.ahead.removeFirst().run();
        if (!saving.failed && !saving.ahead.isEmpty()) {
            return StatisticsReply.Progress.GOES_ON;
        }
        ended(writer);
        return saving.failed ? StatisticsReply.Progress.FAILED : StatisticsReply.Progress.SAVED;
    }

    void ended(int writer) {
        saves.remove(writer);
    }

    /** What a new process finds. */
    final StatisticsReply load() {
        saves.clear();
        byte[] bytes = disk.read(FILE);
        if (bytes == null) {
            return new StatisticsReply.FirstRun();
        }
        Optional<SortedMap<String, Summary>> found = read(bytes);
        return found.isPresent() ? new StatisticsReply.Restored(found.get()) : damaged();
    }

    Optional<SortedMap<String, Summary>> read(byte[] bytes) {
        return TextbookFile.read(bytes);
    }

    /** What cannot be read is kept under another name. */
    StatisticsReply damaged() {
        disk.rename(FILE, ASIDE + (aside() + 1));
        disk.forceDirectory();
        return new StatisticsReply.Damaged(true, aside());
    }

    final long aside() {
        return disk.names().stream().filter(name -> name.startsWith(ASIDE)).count();
    }
}
