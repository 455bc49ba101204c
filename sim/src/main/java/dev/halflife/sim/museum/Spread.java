package dev.halflife.sim.museum;

import java.util.Arrays;

/**
 * How numbers spread, by nearest rank: each is one of them. All 0 where there are none.
 *
 * @param median half of them are no greater
 * @param p95 95 of 100 are no greater
 * @param most the greatest
 */
public record Spread(double median, double p95, double most) {

    /** Of these numbers. */
    static Spread of(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return new Spread(rank(sorted, 50), rank(sorted, 95), rank(sorted, 100));
    }

    private static double rank(double[] sorted, int percent) {
        int rank = (sorted.length * percent + 99) / 100;
        return sorted.length == 0 ? 0 : sorted[rank - 1];
    }
}
