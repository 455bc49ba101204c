package dev.halflife.sim.heat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The keys of generated schedules: a1, a2, … with leading zeros to the full width. */
final class HeatKeys {

    /** How many there are. */
    static final int COUNT = 32;

    private static final int FIRST = 0xa1;

    private final List<String> keys;

    HeatKeys(int digits) {
        keys = IntStream.range(0, COUNT)
                .mapToObj(i -> String.format(Locale.ROOT, "%0" + digits + "x", FIRST + i))
                .toList();
    }

    String get(int index) {
        return keys.get(index);
    }

    /** The keys in order. */
    List<String> all() {
        return keys;
    }
}
