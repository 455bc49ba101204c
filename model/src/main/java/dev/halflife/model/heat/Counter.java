package dev.halflife.model.heat;

import static dev.halflife.model.heat.DecayLaw.EPS;

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
 * @param quietNanos how long it decayed since the last bump and before {@code asOfNanos}
 * @param exact whether it decayed by whole half-lives only since the last bump, so that nothing was rounded
 * @param touched the place of its last touch or bump in the order of all of them (F2)
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
        long quietNanos,
        boolean exact,
        long touched,
        Account account) {

    /** How far, relatively, a rate may be from ours: decays in several steps round differently from one. */
    static final double TOLERANCE = 1e-9;

    /** A fresh counter (D1). */
    static Counter fresh(long atNanos, long halfLifeNanos, Account account) {
        return new Counter(0, atNanos, 0, atNanos, false, true, halfLifeNanos, 0, true, 0, account);
    }

    /**
     * Every rate the rules allow at {@code nowNanos} (D2, D4, D5, D6), the law's own first: usually one. There are more
     * within rounding of the edge of D4, where anything was rounded; after more than 64 half-lives that D4 takes to 0 or not
     * depending on the path; and after the clock stepped back across a tick.
     */
    double[] ratesAt(long nowNanos) {
        boolean apart = split || nowNanos < tickedAsOfNanos;
        if (!apart && tickedRate == 0) {
            return new double[] {0}; // for good, also where D4 left it open until the latest tick found it
        }
        if (rate == 0 || halfLifeNanos == 0 || nowNanos <= asOfNanos) {
            return apart ? rates(rate, ofTicked(nowNanos)) : new double[] {rate};
        }
        long elapsedNanos = DecayLaw.elapsedNanos(asOfNanos, nowNanos);
        double unclamped = DecayLaw.unclamped(rate, DecayLaw.halfLives(elapsedNanos, halfLifeNanos));
        boolean zero = unclamped < EPS || DecayLaw.isSilence(elapsedNanos, halfLifeNanos);
        boolean open = unclamped >= EPS * (1 - TOLERANCE)
                && ((unclamped < EPS * (1 + TOLERANCE) && !isExactAt(nowNanos))
                        || DecayLaw.isSilence(sum(quietNanos, elapsedNanos), halfLifeNanos));
        double first = zero ? 0 : unclamped;
        if (open) {
            return new double[] {first, zero ? unclamped : 0, apart ? ofTicked(nowNanos) : first};
        }
        return apart ? rates(first, ofTicked(nowNanos)) : new double[] {first};
    }

    /** Whether a decay to this time is by whole half-lives, as every one since the last bump was: no edge is blurred then. */
    boolean isExactAt(long nowNanos) {
        return exact && (halfLifeNanos == 0 || DecayLaw.elapsedNanos(asOfNanos, nowNanos) % halfLifeNanos == 0);
    }

    private static long sum(long nanos, long more) {
        long sum = nanos + more;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Both, however near: a threshold may lie between them. */
    private static double[] rates(double first, double second) {
        return first == second ? new double[] {first} : new double[] {first, second};
    }

    private double ofTicked(long nowNanos) {
        return DecayLaw.decay(tickedRate, DecayLaw.elapsedNanos(tickedAsOfNanos, nowNanos), halfLifeNanos);
    }

    /** After a tick that found this of the allowed rates. */
    Counter ticked(long nowNanos, double found, boolean monotonic) {
        boolean still = isExactAt(nowNanos);
        if (!monotonic) {
            long quiet = found == 0 ? 0 : sum(quietNanos, DecayLaw.elapsedNanos(asOfNanos, nowNanos));
            return new Counter(
                    found, nowNanos, found, nowNanos, false, found == 0, halfLifeNanos, quiet, still, touched, account);
        }
        boolean back = nowNanos < tickedAsOfNanos;
        return new Counter(
                rate,
                asOfNanos,
                back ? tickedRate : split ? ofTicked(nowNanos) : found,
                Math.max(tickedAsOfNanos, nowNanos),
                split,
                found == 0,
                halfLifeNanos,
                0,
                still,
                touched,
                account);
    }

    /** Before a tick that was seen to announce this rate: of the two that are followed, only what explains it goes on. */
    Counter seenAt(long nowNanos, double seen) {
        boolean apart = split || nowNanos < tickedAsOfNanos;
        if (!apart) {
            return this;
        }
        boolean ours = near(DecayLaw.decay(rate, DecayLaw.elapsedNanos(asOfNanos, nowNanos), halfLifeNanos), seen);
        boolean theTicked = near(ofTicked(nowNanos), seen);
        if (ours == theTicked) {
            return this;
        }
        return ours ? at(rate, asOfNanos) : at(tickedRate, tickedAsOfNanos);
    }

    /**
     * After a bump to this rate. Where the clock went back, {@code asOf} follows it, or stays where it was (F4): which is
     * another place for the counter that ticks decay, if that still explains the rate seen.
     */
    Counter bumped(long nowNanos, double seen, long place, boolean monotonic) {
        if (!monotonic) {
            return new Counter(seen, nowNanos, seen, nowNanos, false, false, halfLifeNanos, 0, true, place, account);
        }
        long own = Math.max(nowNanos, asOfNanos);
        long theTicked = Math.max(nowNanos, tickedAsOfNanos);
        if (own == theTicked) {
            return new Counter(seen, own, seen, own, false, false, halfLifeNanos, 0, true, place, account);
        }
        boolean ownExplains = near(ratesAt(nowNanos)[0] + 1, seen);
        boolean tickedExplains = near(ofTicked(nowNanos) + 1, seen);
        long first = ownExplains || !tickedExplains ? own : theTicked;
        long second = tickedExplains || !ownExplains ? theTicked : own;
        return new Counter(seen, first, seen, second, first != second, false, halfLifeNanos, 0, true, place, account);
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
                quietNanos,
                exact,
                place,
                account);
    }

    /** With this rate as of that time, whatever the law says. */
    Counter at(double itsRate, long asOf) {
        return new Counter(
                itsRate, asOf, itsRate, asOf, false, silent, halfLifeNanos, quietNanos, exact, touched, account);
    }

    /** Told from one that a tick or a bump has been at: for blame. */
    Counter untouched() {
        return new Counter(
                rate,
                asOfNanos,
                tickedRate,
                tickedAsOfNanos,
                split,
                silent,
                halfLifeNanos,
                -1,
                exact,
                touched,
                account);
    }

    boolean isUntouched() {
        return quietNanos < 0;
    }

    Counter withHalfLife(long nanos) {
        return new Counter(
                rate,
                asOfNanos,
                tickedRate,
                tickedAsOfNanos,
                split,
                silent,
                nanos,
                quietNanos,
                exact,
                touched,
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
                        quietNanos,
                        exact,
                        touched,
                        next);
    }

    /** Equal within {@link #TOLERANCE}; 0 only equals 0, and no rate equals infinity. */
    static boolean near(double expected, double seen) {
        return expected == seen || Math.abs(expected - seen) <= TOLERANCE * Math.min(expected, seen);
    }
}
