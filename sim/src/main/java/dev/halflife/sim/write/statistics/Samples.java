package dev.halflife.sim.write.statistics;

import dev.halflife.sim.random.Rng;

/** Where the samples of one schedule come from: each kind is hard on another part of the formulas. */
enum Samples {
    /** Distances as they occur. */
    UNIT {
        @Override
        double next(Rng rng) {
            return rng.nextDouble();
        }
    },
    /** Few values, often the same. */
    COARSE {
        @Override
        double next(Rng rng) {
            return rng.oneOf(0.0, 0.25, 0.5, 1.0);
        }
    },
    /** Always the same: no deviation at all. */
    CONSTANT {
        @Override
        double next(Rng rng) {
            return 0.1;
        }
    },
    /** A tiny spread on a great mean, where a naive sum of squares cancels to nothing. */
    OFFSET {
        @Override
        double next(Rng rng) {
            return 1e9 + rng.nextInt(4);
        }
    },
    /** A deviation around 1e-10. */
    NARROW {
        @Override
        double next(Rng rng) {
            return 1 + rng.nextInt(8) * 0x1p-35;
        }
    },
    /** Signs that alternate by chance. */
    SIGNED {
        @Override
        double next(Rng rng) {
            return rng.oneOf(-1e15, 1e15, -1.0, 1.0);
        }
    },
    /** Down to the least double. */
    TINY {
        @Override
        double next(Rng rng) {
            return rng.oneOf(1e-308, -1e-308, Double.MIN_VALUE, 1e-160);
        }
    },
    /** Up to the greatest double. */
    HUGE {
        @Override
        double next(Rng rng) {
            return rng.oneOf(1e308, -1e308, 1e200, 1e154, Double.MAX_VALUE);
        }
    },
    /** Any magnitude. */
    ANY {
        @Override
        double next(Rng rng) {
            double magnitude = StrictMath.scalb(1 + rng.nextDouble(), rng.nextInt(2046) - 1022);
            return rng.chance(500) ? magnitude : -magnitude;
        }
    };

    /** The next finite sample. */
    abstract double next(Rng rng);

    /** Any kind, those as they occur as often as all others. */
    static Samples any(Rng rng) {
        return rng.chance(500) ? rng.oneOf(UNIT, COARSE) : rng.oneOf(values());
    }
}
