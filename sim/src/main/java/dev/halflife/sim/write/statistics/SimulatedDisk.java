package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.PowerLoss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One directory of files on a disk that keeps for certain only what was forced: a file's bytes by forcing the file, its
 * name by forcing the directory, and neither by forcing the other. What becomes of the rest when power is lost is told by
 * the schedule. A killed process loses nothing here, as the machine goes on; what it wrote so far stands.
 *
 * <p>As on POSIX: a rename takes the place of what had the name, at once; a file stays open under any name or none.
 * Not thread-safe.
 */
final class SimulatedDisk {

    /** What a file holds, now and at the latest force. */
    private static final class Inode {
        byte[] bytes = new byte[0];
        byte[] forced = new byte[0];

        void keep(int perMille) {
            if (perMille == 0) {
                bytes = forced;
            } else if (!Arrays.equals(bytes, forced)) {
                bytes = Arrays.copyOf(bytes, (int) ((long) bytes.length * perMille / 1000));
            }
            forced = bytes;
        }
    }

    /** Names and what they stand for from then on; null: nothing. One directory operation, whole or not at all. */
    private record Change(Map<String, @Nullable Inode> names) {
        void applyTo(Map<String, Inode> directory) {
            names.forEach((name, inode) -> {
                if (inode == null) {
                    directory.remove(name);
                } else {
                    directory.put(name, inode);
                }
            });
        }
    }

    private final SortedMap<String, Inode> directory = new TreeMap<>();
    private final SortedMap<String, Inode> forcedDirectory = new TreeMap<>();
    private final List<Change> unforced = new ArrayList<>();
    private @Nullable String lastCall;

    /** A file open for writing, at a place of its own. */
    final class Open {
        private final String name;
        private final Inode inode;
        private int position;

        private Open(String name, Inode inode) {
            this.name = name;
            this.inode = inode;
        }

        /** Writes at this opening's place, over what is there. */
        void write(byte[] more) {
            byte[] next = Arrays.copyOf(inode.bytes, Math.max(inode.bytes.length, position + more.length));
            System.arraycopy(more, 0, next, position, more.length);
            inode.bytes = next;
            position += more.length;
            lastCall = "writes " + more.length + " bytes to " + name;
        }

        /** Forces the bytes, not the name. */
        void force() {
            inode.forced = inode.bytes;
            lastCall = "forces " + name;
        }
    }

    /** Opens a file for writing and empties it; makes it where there is none. */
    Open create(String name) {
        Inode known = directory.get(name);
        Inode inode = known == null ? new Inode() : known;
        inode.bytes = new byte[0];
        if (known == null) {
            change(name, inode);
        }
        lastCall = "creates " + name;
        return new Open(name, inode);
    }

    /** Opens a file where it ends; makes it where there is none. */
    Open append(String name) {
        Inode known = directory.get(name);
        Open open = known == null ? create(name) : new Open(name, known);
        open.position = open.inode.bytes.length;
        return open;
    }

    /** Gives a file another name, in the place of what had it; says whether there was such a file. */
    boolean rename(String from, String to) {
        lastCall = "renames " + from + " to " + to;
        Inode inode = directory.get(from);
        if (inode == null) {
            lastCall += ", which is gone";
            return false;
        }
        Map<String, @Nullable Inode> names = new TreeMap<>();
        names.put(from, null);
        names.put(to, inode);
        make(new Change(names));
        return true;
    }

    /** Takes a name away, if it is there. */
    void delete(String name) {
        if (directory.containsKey(name)) {
            change(name, null);
        }
        lastCall = "deletes " + name;
    }

    /** Forces the names, not the bytes. */
    void forceDirectory() {
        forcedDirectory.clear();
        forcedDirectory.putAll(directory);
        unforced.clear();
        lastCall = "forces the directory";
    }

    /** What the file of that name holds, or null where there is none. */
    byte @Nullable [] read(String name) {
        Inode inode = directory.get(name);
        return inode == null ? null : inode.bytes.clone();
    }

    /** The names there are, sorted. */
    List<String> names() {
        return List.copyOf(directory.keySet());
    }

    /** Cuts a file off for good, short of its end. */
    void damage(String name, int keptPerMille) {
        Inode inode = directory.get(name);
        if (inode != null && inode.bytes.length > 0) {
            inode.bytes = Arrays.copyOf(inode.bytes, (int) ((long) inode.bytes.length * keptPerMille / 1000));
            inode.forced = inode.bytes;
        }
    }

    /** Loses power: what is left is what was forced, and what the fate leaves of the rest. */
    void losePower(PowerLoss fate) {
        for (int i = 0; i < unforced.size(); i++) {
            if (fate.survives(i)) {
                unforced.get(i).applyTo(forcedDirectory);
            }
        }
        unforced.clear();
        directory.clear();
        directory.putAll(forcedDirectory);
        directory.values().forEach(inode -> inode.keep(fate.dataPerMille()));
    }

    /** What was done last, in words, and forgets it; null where nothing was. */
    @Nullable
    String takeLastCall() {
        String call = lastCall;
        lastCall = null;
        return call;
    }

    private void change(String name, @Nullable Inode inode) {
        Map<String, @Nullable Inode> names = new TreeMap<>();
        names.put(name, inode);
        make(new Change(names));
    }

    private void make(Change change) {
        change.applyTo(directory);
        unforced.add(change);
    }
}
