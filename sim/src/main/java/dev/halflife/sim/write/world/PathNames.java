package dev.halflife.sim.write.world;

import dev.halflife.sim.component.Names;
import java.util.List;

/** The names in generated schedules. */
final class PathNames {

    /** What callers recall. */
    static final Names RECALLED = Names.of("a");

    /** What callers write. */
    static final Names ITEMS = Names.of("i");

    /** The entries whose revisions these are. */
    static final Names ENTRIES = Names.of("e");

    /** Two models in one namespace, and another namespace. */
    static final List<String> PARTITIONS = List.of("r/n1/m1/l", "r/n2/m1/l", "r/n1/m2/l");

    private PathNames() {}

    /** A partition in short: {@code n1/m1}. */
    static String shortened(String partition) {
        return partition.substring(partition.indexOf('/') + 1, partition.lastIndexOf('/'));
    }
}
