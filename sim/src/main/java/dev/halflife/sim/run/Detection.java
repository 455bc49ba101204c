package dev.halflife.sim.run;

import java.util.ArrayList;
import java.util.List;

/**
 * How often a rule was broken, and after how many operations. Whole numbers only, so that sums are the same in any order.
 *
 * @param schedules how many broke it
 * @param operations how many operations they had when they did, all together
 * @param byMagnitude the {@code i}-th is how many schedules broke it with at least 2^i and fewer than 2^(i+1) operations;
 *     ends with the last that is not 0
 */
public record Detection(long schedules, long operations, List<Long> byMagnitude) {

    /** Never broken. */
    public static final Detection NONE = new Detection(0, 0, List.of());

    /** Throws where the numbers do not add up. */
    public Detection {
        byMagnitude = List.copyOf(byMagnitude);
        long sum = 0;
        for (long some : byMagnitude) {
            sum += some;
            if (some < 0) {
                throw new IllegalArgumentException("byMagnitude must not be negative: " + some);
            }
        }
        if (sum != schedules) {
            throw new IllegalArgumentException("byMagnitude must add up to " + schedules + " schedules: " + sum);
        }
        if (!byMagnitude.isEmpty() && byMagnitude.get(byMagnitude.size() - 1) == 0) {
            throw new IllegalArgumentException("byMagnitude must not end with 0: " + byMagnitude);
        }
    }

    /** One schedule that broke the rule with so many operations, at least one. */
    public static Detection after(int operations) {
        List<Long> one = new ArrayList<>();
        for (int magnitude = 0; magnitude < magnitude(operations); magnitude++) {
            one.add(0L);
        }
        one.add(1L);
        return new Detection(1, operations, one);
    }

    private static int magnitude(int operations) {
        return 31 - Integer.numberOfLeadingZeros(Math.max(1, operations));
    }

    /** Both together. */
    public Detection plus(Detection other) {
        List<Long> sum = new ArrayList<>();
        for (int i = 0; i < Math.max(byMagnitude.size(), other.byMagnitude.size()); i++) {
            sum.add(at(i) + other.at(i));
        }
        return new Detection(schedules + other.schedules, operations + other.operations, sum);
    }

    private long at(int magnitude) {
        return magnitude < byMagnitude.size() ? byMagnitude.get(magnitude) : 0;
    }

    /** Half of the schedules had fewer than 2^(this + 1) operations; 0 where there are none. */
    public int medianMagnitude() {
        long seen = 0;
        for (int i = 0; i < byMagnitude.size(); i++) {
            seen += byMagnitude.get(i);
            if (2 * seen >= schedules) {
                return i;
            }
        }
        return 0;
    }
}
