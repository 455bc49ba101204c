package dev.halflife.reports.figure.evictions;

import dev.halflife.sim.random.Rng;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Keys that are read, one a second: a few often and many seldom, and every so many reads others are the hot ones.
 *
 * @param keys how many keys there are
 * @param reads the keys read, in order, from 0
 */
record KeyStream(int keys, List<Integer> reads) {

    KeyStream {
        reads = List.copyOf(reads);
    }

    /** What the figures over caps are drawn from. */
    static final KeyStream LONG = drawn(0x5eed, 64, 3000, 600);

    /** Few enough keys to show each. */
    static final KeyStream SHORT = drawn(0x5eed, 14, 240, 120);

    /** A stream of so many reads whose hot keys change every {@code phase} reads. */
    static KeyStream drawn(long seed, int keys, int length, int phase) {
        Rng rng = new Rng(seed);
        List<Integer> reads = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            // The fourth power of an even draw: of 64 keys the first has a third of all reads.
            double even = rng.nextDouble();
            int rank = (int) (keys * even * even * even * even);
            reads.add((rank + (i / phase) * (keys / 3)) % keys);
        }
        return new KeyStream(keys, reads);
    }

    /** A key as a registry knows it. */
    static String hex(int key) {
        return HexFormat.of().toHexDigits(0xa1L + key);
    }
}
