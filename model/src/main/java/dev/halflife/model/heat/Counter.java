package dev.halflife.model.heat;

import static dev.halflife.model.heat.DecayLaw.EPS;
import static dev.halflife.model.heat.DecayLaw.SILENCE_HALF_LIVES;

/**
 * One tracked key's counter (D1-D7) and its {@link Account}.
 *
 * <p>T1 says that a tick decays every counter. Where {@code asOf} follows the clock (F4, published) that is visible and
 * happens here too. Where it never moves back, a counter that ticks do decay and one that they only read from lie on the
 * same curve, and differ only if the clock steps back across a tick. So both are followed: the one that ticks leave alone
 * ({@code rate} as of {@code asOfNanos}) and the one that they decay ({@code tickedRate} as of {@code tickedAsOfNanos}),
 * and a subject may reply from either until its replies tell which it is.
 *
 * @param rate reads per half-life, as of {@code asOfNanos}
 * @param asOfNanos when the rate was last decayed to
 * @param tickedRate the rate as of {@code tickedAsOfNanos}
 * @param tickedAsOfNanos the latest tick since the last bump, or {@code asOfNanos} where there was none
 * @param split whether the two have parted: whether they lie on different curves
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
        boolean split,
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
        return new Counter(0, atNanos, 0, atNanos, false, true, halfLifeNanos, 0, 0, false, account);
    }

    /**
     * Every rate the rules allow at {@code nowNanos} (D2, D4, D5, D6), the law's own first: usually one. There are more
     * within rounding of the edge of D4, after silence that D4 takes to 0 or not depending on the path, and after the
     * clock stepped back across a tick.
     */
    double[] ratesAt(long nowNanos) {
        boolean apart = split || nowNanos < tickedAsOfNanos;
        if (!apart && tickedRate == 0) {
            return new double[] {0}; // for good, also where D4 left it open until the latest tick found it
        }
        if (rate == 0 || halfLifeNanos == 0 || nowNanos <= asOfNanos) {
            return apart ? rates(rate, ofTicked(nowNanos)) : new double[] {rate};
        }
        double halfLives = DecayLaw.halfLives(DecayLaw.elapsedNanos(asOfNanos, nowNanos), halfLifeNanos);
        double unclamped = DecayLaw.unclamped(rate, halfLives);
        boolean zero = halfLives > SILENCE_HALF_LIVES || unclamped < EPS;
        boolean open = unclamped >= EPS * (1 - TOLERANCE)
                && (unclamped < EPS * (1 + TOLERANCE)
                        || halfLives + quietHalfLives > SILENCE_HALF_LIVES * (1 - TOLERANCE));
        double first = zero ? 0 : unclamped;
        if (open) {
            return new double[] {first, zero ? unclamped : 0, apart ? ofTicked(nowNanos) : first};
        }
        return apart ? rates(first, ofTicked(nowNanos)) : new double[] {first};
    }

    private static double[] rates(double first, double second) {
        return near(first, second) ? new double[] {first} : new double[] {first, second};
    }

    private double ofTicked(long nowNanos) {
        return DecayLaw.decay(tickedRate, DecayLaw.elapsedNanos(tickedAsOfNanos, nowNanos), halfLifeNanos);
    }

    /** After a tick that found this of the allowed rates. */
    Counter ticked(long nowNanos, double found, boolean monotonic) {
        boolean back = nowNanos < tickedAsOfNanos;
        if (!monotonic) {
            double quiet = found == 0
                    ? 0
                    : quietHalfLives + DecayLaw.halfLives(DecayLaw.elapsedNanos(asOfNanos, nowNanos), halfLifeNanos);
            return new Counter(
                    found,
                    nowNanos,
                    found,
                    nowNanos,
                    false,
                    found == 0,
                    halfLifeNanos,
                    quiet,
                    touched,
                    rewound || back,
                    account);
        }
        return new Counter(
                rate,
                asOfNanos,
                back ? tickedRate : split ? ofTicked(nowNanos) : found,
                Math.max(tickedAsOfNanos, nowNanos),
                split,
                found == 0,
                halfLifeNanos,
                0,
                touched,
                rewound || back,
                account);
    }

    /** Before a tick that was seen to announce this rate: of the two that are followed, only what explains it goes on. */
    Counter seenAt(long nowNanos, double seen) {
        boolean apart = split || nowNanos < tickedAsOfNanos;
        if (!apart) {
            return rewound ? with(rate, asOfNanos, tickedRate, tickedAsOfNanos, false, false) : this;
        }
        boolean ours = near(DecayLaw.decay(rate, DecayLaw.elapsedNanos(asOfNanos, nowNanos), halfLifeNanos), seen);
        boolean theTicked = near(ofTicked(nowNanos), seen);
        if (ours == theTicked) {
            return this;
        }
        return ours
                ? with(rate, asOfNanos, rate, asOfNanos, false, rewound)
                : with(tickedRate, tickedAsOfNanos, tickedRate, tickedAsOfNanos, false, rewound);
    }

    /**
     * After a bump to this rate. Where the clock went back, {@code asOf} follows it, or stays where it was (F4): which is
     * another place for the counter that ticks decay, if that still explains the rate seen.
     */
    Counter bumped(long nowNanos, double seen, long place, boolean monotonic) {
        boolean back = nowNanos < tickedAsOfNanos;
        if (!monotonic) {
            return new Counter(seen, nowNanos, seen, nowNanos, false, false, halfLifeNanos, 0, place, back, account);
        }
        long own = Math.max(nowNanos, asOfNanos);
        long theTicked = Math.max(nowNanos, tickedAsOfNanos);
        if (own == theTicked) {
            return new Counter(seen, own, seen, own, false, false, halfLifeNanos, 0, place, back, account);
        }
        boolean ownExplains = near(ratesAt(nowNanos)[0] + 1, seen);
        boolean tickedExplains = near(ofTicked(nowNanos) + 1, seen);
        long first = ownExplains || !tickedExplains ? own : theTicked;
        long second = tickedExplains || !ownExplains ? theTicked : own;
        return new Counter(seen, first, seen, second, first != second, false, halfLifeNanos, 0, place, back, account);
    }

    /** After a touch: more recent (F2), and otherwise the same (R1). */
    Counter touchedAt(long place) {
        return new Counter(
                rate,
                asOfNanos,
                tickedRate,
                tickedAsOfNanos,
                split,
                silent,
                halfLifeNanos,
                quietHalfLives,
                place,
                rewound,
                account);
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
                        split,
                        silent,
                        halfLifeNanos,
                        quietHalfLives,
                        touched,
                        rewound,
                        next);
    }

    private Counter with(
            double itsRate, long asOf, double itsTickedRate, long tickedAsOf, boolean isSplit, boolean isRewound) {
        return new Counter(
                itsRate,
                asOf,
                itsTickedRate,
                tickedAsOf,
                isSplit,
                silent,
                halfLifeNanos,
                quietHalfLives,
                touched,
                isRewound,
                account);
    }

    /** Equal within {@link #TOLERANCE}; 0 only equals 0, and no rate equals infinity. */
    static boolean near(double expected, double seen) {
        return expected == seen || Math.abs(expected - seen) <= TOLERANCE * Math.min(expected, seen);
    }
}
