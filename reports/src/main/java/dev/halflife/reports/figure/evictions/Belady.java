package dev.halflife.reports.figure.evictions;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The best that any cache can do (Belady, 1966): it knows the future, and drops what is read again last. */
final class Belady {

    private Belady() {}

    /** How many reads find their key still there, with so many places. */
    static int readsKept(KeyStream stream, int cap) {
        List<Integer> reads = stream.reads();
        TreeSet<Integer> tracked = new TreeSet<>();
        int kept = 0;
        for (int i = 0; i < reads.size(); i++) {
            if (tracked.contains(reads.get(i))) {
                kept++;
                continue;
            }
            if (tracked.size() == cap) {
                tracked.remove(lastReadAgain(tracked, reads, i));
            }
            tracked.add(reads.get(i));
        }
        return kept;
    }

    private static Integer lastReadAgain(Set<Integer> tracked, List<Integer> reads, int from) {
        TreeSet<Integer> left = new TreeSet<>(tracked);
        for (int i = from; i < reads.size() && left.size() > 1; i++) {
            left.remove(reads.get(i));
        }
        return left.first();
    }
}
