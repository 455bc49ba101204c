package dev.halflife.sim.write.statistics;

import java.util.List;
import java.util.stream.Stream;

/** The partitions of generated schedules: one realm, one model and one layer, as only being different matters. */
final class Partitions {

    static final List<String> ALL = Stream.of("a", "b", "c", "d", "e", "f", "g", "h")
            .map(namespace -> "r/" + namespace + "/m/l")
            .toList();

    private Partitions() {}

    static String get(int index) {
        return ALL.get(Math.floorMod(index, ALL.size()));
    }
}
