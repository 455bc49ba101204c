package dev.halflife.model.write.statistics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a store of snapshots and its disk may have come to, file operation by file operation. A snapshot is told
 * by a letter, and written in two halves, each with the writer's number, as equal snapshots need not have equal bytes:
 * {@code A1}, {@code a1}. A value.
 *
 * @param careful whether it writes to a temporary file of the writer's own and forces the file and then the names; else as
 *     published, to one that all writers share, and forces nothing
 */
record Store(boolean careful, FaultyDisk disk, SortedMap<Integer, Save> saves) {

    private static final String FILE = "file";
    static final char DAMAGED = '!';
    static final char NOTHING = ' ';

    /** What a file says that holds neither a snapshot nor what damage leaves: a format may take it for anything. */
    static final char ANYTHING = '?';

    private static final String ASIDE = "aside";
    private static final int NO_FILE = -1;

    /** A save in progress: the next of its file operations, and the file it has open. */
    record Save(String text, int next, int open) {}

    static Store fresh(boolean careful) {
        return new Store(careful, FaultyDisk.EMPTY, new TreeMap<>());
    }

    private int operations() {
        return careful ? 5 : 4;
    }

    /** A save of this begins, and may have got so far at once. */
    Set<Store> begin(int writer, char letter) {
        String text = "" + letter + writer + Character.toLowerCase(letter) + writer;
        return with(disk, writer, new Save(text, 0, NO_FILE)).soFar(writer);
    }

    /** A writer has taken a step: no file operation, or any number of them, that went well. */
    Set<Store> soFar(int writer) {
        Set<Store> all = new HashSet<>();
        Store at = this;
        while (at != null) {
            all.add(at.tidied());
            at = at.next(writer);
        }
        return all;
    }

    /** The save is done; null where it cannot be. */
    @Nullable
    Store done(int writer) {
        Store at = this;
        while (at != null && save(at, writer).next() < operations()) {
            at = at.next(writer);
        }
        return at == null ? null : at.without(writer);
    }

    /** The save has failed, at any point. */
    Set<Store> failed(int writer) {
        Set<Store> all = new HashSet<>();
        soFar(writer).forEach(store -> all.add(store.without(writer)));
        return all;
    }

    /** One file operation more; null where there is none, or where it fails. */
    private @Nullable Store next(int writer) {
        Save save = save(this, writer);
        if (save.next() == 0) {
            String temporary = temporary(writer);
            FaultyDisk created = disk.create(temporary);
            return with(created, writer, new Save(save.text(), 1, created.file(temporary)));
        }
        FaultyDisk after = careful ? carefully(save, writer) : asPublished(save, writer);
        return after == null ? null : with(after, writer, new Save(save.text(), save.next() + 1, save.open()));
    }

    private String temporary(int writer) {
        return careful ? "temporary-" + writer : "temporary";
    }

    private @Nullable FaultyDisk carefully(Save save, int writer) {
        return switch (save.next()) {
            case 1 -> disk.write(save.open(), 0, save.text());
            case 2 -> disk.force(save.open());
            case 3 -> disk.rename(temporary(writer), FILE);
            case 4 -> disk.forceNames();
            default -> null;
        };
    }

    private @Nullable FaultyDisk asPublished(Save save, int writer) {
        return switch (save.next()) {
            case 1 -> disk.write(save.open(), 0, save.text().substring(0, 2));
            case 2 -> disk.write(save.open(), 2, save.text().substring(2));
            case 3 -> disk.rename(temporary(writer), FILE);
            default -> null;
        };
    }

    /** Every store there may be when the process was killed, and the power lost too. */
    Set<Store> killed(boolean powerLost) {
        Set<Store> left = new HashSet<>();
        if (powerLost) {
            disk.losePower().forEach(its -> left.add(new Store(careful, its, new TreeMap<>())));
        } else {
            left.add(new Store(careful, disk, new TreeMap<>()).tidied());
        }
        return left;
    }

    /** The letter of the snapshot, {@link #DAMAGED}, {@link #ANYTHING}, or {@link #NOTHING} for no file. */
    char says() {
        String text = disk.read(FILE);
        if (text == null) {
            return NOTHING;
        }
        if (text.equals(String.valueOf(DAMAGED))) {
            return DAMAGED;
        }
        boolean whole = text.length() == 4
                && Character.toLowerCase(text.charAt(0)) == text.charAt(2)
                && text.charAt(1) == text.charAt(3);
        return whole ? text.charAt(0) : ANYTHING;
    }

    Store damaged() {
        return new Store(careful, disk.damage(FILE, String.valueOf(DAMAGED)), saves).tidied();
    }

    /** What may become of a damaged file that was reported: another name, forced; a copy, and then no name; or nothing. */
    Set<Store> reported(boolean setAside) {
        Set<Store> all = new HashSet<>();
        FaultyDisk deleted = disk.delete(FILE);
        if (setAside) {
            FaultyDisk renamed = disk.rename(FILE, ASIDE);
            all.add(new Store(careful, renamed == null ? disk : renamed.forceNames(), saves).tidied());
        } else {
            all.add(this);
            all.add(new Store(careful, deleted.forceNames(), saves).tidied());
        }
        all.add(new Store(careful, deleted, saves).tidied());
        return all;
    }

    private static Save save(Store store, int writer) {
        return Objects.requireNonNull(store.saves.get(writer));
    }

    private Store with(FaultyDisk its, int writer, Save save) {
        SortedMap<Integer, Save> next = new TreeMap<>(saves);
        next.put(writer, save);
        return new Store(careful, its, next);
    }

    private Store without(int writer) {
        SortedMap<Integer, Save> next = new TreeMap<>(saves);
        next.remove(writer);
        return new Store(careful, disk, next).tidied();
    }

    /** The same with its files numbered alike, so that equal stores are equal. */
    private Store tidied() {
        Map<Integer, Integer> open = new HashMap<>();
        saves.forEach((writer, save) -> {
            if (save.open() != NO_FILE) {
                open.put(writer, save.open());
            }
        });
        Map<Integer, Integer> numbers = disk.numbers(open);
        SortedMap<Integer, Save> renumbered = new TreeMap<>();
        saves.forEach((writer, save) ->
                renumbered.put(writer, new Save(save.text(), save.next(), numbers.getOrDefault(save.open(), NO_FILE))));
        return new Store(careful, disk.tidied(open), renumbered);
    }
}
