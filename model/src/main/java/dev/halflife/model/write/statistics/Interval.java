package dev.halflife.model.write.statistics;

/** Everything between two numbers, both included. */
record Interval(double least, double most) {

    static Interval around(double value, double bound) {
        return new Interval(value - bound, value + bound);
    }

    static Interval spanning(double... values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new Interval(least, most);
    }

    Interval widened(double bound) {
        return new Interval(least - bound, most + bound);
    }

    Interval clamped(double from, double to) {
        return new Interval(Math.min(to, Math.max(from, least)), Math.min(to, Math.max(from, most)));
    }

    Interval with(double value) {
        return new Interval(Math.min(least, value), Math.max(most, value));
    }

    double magnitude() {
        return Math.max(Math.abs(least), Math.abs(most));
    }

    boolean holds(double value) {
        return value >= least && value <= most;
    }
}
