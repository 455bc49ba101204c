package dev.halflife.model.heat;

import static dev.halflife.model.heat.DecayLaw.EPS;
import static dev.halflife.model.heat.DecayLaw.SILENCE_HALF_LIVES;

/**
 * One tracked key's counter (D1-D7) and its {@link Account}.
 *
 * <p>T1 says that a tick decays every counter. Where {@code asOf} follows the clock (F4, published) that is visible and
 * happens here too. Where it never moves back, a counter that ticks do decay and one that they only read from lie on the
 * same curve, and differ only if the clock steps back across a tick: so both are kept, the point of the last bump
 * ({@code rate} as of {@code asOfNanos}) and the point of the latest tick ({@code tickedRate} as of
 * {@code tickedAsOfNanos}), and a subject may reply from either.
 *
 * @param rate reads per half-life, as of {@code asOfNanos}
 * @param asOfNanos when the rate was last decayed to
 * @param tickedRate the rate as of {@code tickedAsOfNanos}
 * @param tickedAsOfNanos the latest tick since the last bump, or {@code asOfNanos} where there was none
 * @param silent whether the rate is 0 as of the last tick or a later bump: what pruning goes by (T3, F5)
 * @param halfLifeNanos the half-life it was made with (R1); 0 never decays (D5)
 * @param quietHalfLives half-lives decayed since the last bump and before {@code asOfNanos}
 * @param touched the place of its last touch or bump in the order of all of them (F2)
 * @param rewound whether an operation came with an older time since the rate was last seen: why a judge would name F4
 * @param account what peers were told
 */
record Counter(
        double rate,
        long asOfNanos,
        double tickedRate,
        long tickedAsOfNanos,
        boolean silent,
        long halfLifeNanos,
        double quietHalfLives,
        long touched,
        boolean rewound,
        Account account) {

    /** How far, relatively, a rate may be from ours: decays in several steps round differently from one. */
    static final double TOLERANCE = 1e-9;

    /** A fresh counter (D1). */
    static Counter fresh(long atNanos, long halfLifeNanos, Account account) {
        return new Counter(0, atNanos, 0, atNanos, true, halfLifeNanos, 0, 0, false, account);
    }

    /**
     * Every rate the rules allow at {@code nowNanos} (D2, D4, D5, D6), the law's own first: usually one. There are more
     * within rounding of the edge of D4, after silence that D4 takes to 0 or not depending on the path, and after the
     * clock stepped back across a tick.
     */
    double[] ratesAt(long nowNanos, boolean monotonic) {
        if (rate == 0 || halfLifeNanos == 0) {
            return new double[] {rate};
        }
        boolean acrossTick = monotonic && nowNanos < tickedAsOfNanos;
        if (nowNanos <= asOfNanos) {
            return acrossTick && !near(rate, tickedRate) ? new double[] {rate, tickedRate} : new double[] {rate};
        }
        double halfLives = DecayLaw.halfLives(DecayLaw.elapsedNanos(asOfNanos, nowNanos), halfLifeNanos);
        double unclamped = DecayLaw.unclamped(rate, halfLives);
        boolean zero = halfLives > SILENCE_HALF_LIVES || unclamped < EPS;
        boolean open = unclamped >= EPS * (1 - TOLERANCE)
                && (unclamped < EPS * (1 + TOLERANCE)
                        || halfLives + quietHalfLives > SILENCE_HALF_LIVES * (1 - TOLERANCE));
        double first = zero ? 0 : unclamped;
        if (open) {
            return new double[] {first, zero ? unclamped : 0, acrossTick ? tickedRate : first};
        }
        return acrossTick && !near(first, tickedRate) ? new double[] {first, tickedRate} : new double[] {first};
    }

    /** After a tick that found this of the allowed rates. */
    Counter ticked(long nowNanos, double found, boolean monotonic) {
        boolean back = nowNanos < asOfNanos || nowNanos < tickedAsOfNanos;
        boolean silentNow = found == 0;
        if (monotonic) {
            boolean older = nowNanos < tickedAsOfNanos;
            return new Counter(
                    rate,
                    asOfNanos,
                    older ? tickedRate : found,
                    older ? tickedAsOfNanos : nowNanos,
                    silentNow,
                    halfLifeNanos,
                    0,
                    touched,
                    rewound || back,
                    account);
        }
        double quiet = silentNow
                ? 0
                : quietHalfLives + DecayLaw.halfLives(DecayLaw.elapsedNanos(asOfNanos, nowNanos), halfLifeNanos);
        return new Counter(
                found, nowNanos, found, nowNanos, silentNow, halfLifeNanos, quiet, touched, rewound || back, account);
    }

    /** After a bump to this rate; {@code asOf} is the later of now and where this counter's rate came from (F4). */
    Counter bumped(long nowNanos, double newRate, long newAsOfNanos, long place) {
        boolean back = nowNanos < asOfNanos || nowNanos < tickedAsOfNanos;
        return new Counter(newRate, newAsOfNanos, newRate, newAsOfNanos, false, halfLifeNanos, 0, place, back, account);
    }

    /** After a touch: more recent (F2), and otherwise the same (R1). */
    Counter touchedAt(long place) {
        return new Counter(
                rate,
                asOfNanos,
                tickedRate,
                tickedAsOfNanos,
                silent,
                halfLifeNanos,
                quietHalfLives,
                place,
                rewound,
                account);
    }

    /** A rate was seen at a time the counter is as of, so any stepping back of the clock no longer explains anything. */
    Counter seenAt(long nowNanos) {
        return rewound && nowNanos >= tickedAsOfNanos
                ? new Counter(
                        rate,
                        asOfNanos,
                        tickedRate,
                        tickedAsOfNanos,
                        silent,
                        halfLifeNanos,
                        quietHalfLives,
                        touched,
                        false,
                        account)
                : this;
    }

    @SuppressWarnings("ReferenceEquality") // most ticks change no account: the same object comes back
    Counter with(Account next) {
        return next == account
                ? this
                : new Counter(
                        rate,
                        asOfNanos,
                        tickedRate,
                        tickedAsOfNanos,
                        silent,
                        halfLifeNanos,
                        quietHalfLives,
                        touched,
                        rewound,
                        next);
    }

    /** Equal within {@link #TOLERANCE}; 0 only equals 0. */
    static boolean near(double expected, double seen) {
        return expected == seen
                || (expected > 0 && seen > 0 && Math.abs(expected - seen) <= TOLERANCE * Math.max(expected, seen));
    }
}
