package dev.halflife.model.write.interference;

import java.util.Optional;

/**
 * The score of one namespace: what a pending request remembers of it, and what came since. An immutable value.
 *
 * @param claimed what the pending request remembers, 0 without one
 * @param since what came after it
 * @param maybeAbsent whether a tracker may have dropped the namespace, or never have entered it as nothing was added
 */
record Amount(Range claimed, Range since, boolean maybeAbsent) {

    /** A namespace at or below this is dropped once progress is made (I4). */
    static final double NEGLIGIBLE = 1e-6f;

    /** Nothing was added yet. */
    static final Amount NONE = new Amount(Range.ZERO, Range.ZERO, true);

    Range total() {
        return claimed.plus(since);
    }

    /** With a score added that is not negative and may be infinite. */
    Amount plus(float score) {
        if (score == 0) {
            return this;
        }
        double before = claimed.low() + since.low();
        double sum = before + score;
        boolean lossless = claimed.exact()
                && since.exact()
                && sum <= Float.MAX_VALUE
                && (float) sum == sum
                && sum - before == score
                && sum - score == before;
        if (lossless) {
            double more = since.low() + score;
            return new Amount(claimed, new Range(more, more), false);
        }
        double low = Math.max(0, since.low() + score - Range.ROUNDING * Math.min(sum, Float.MAX_VALUE));
        double most = claimed.high() + since.high() + score;
        if (most > Float.MAX_VALUE) {
            double room = Math.max(0, Float.MAX_VALUE - claimed.high());
            return new Amount(claimed, new Range(Math.min(low, room), Double.POSITIVE_INFINITY), false);
        }
        return new Amount(claimed, new Range(low, since.high() + score + Range.ROUNDING * most), false);
    }

    /** With a score taken off, as far as there is any. */
    Amount minus(float score) {
        return new Amount(
                claimed,
                Range.rounded(Math.max(0, since.low() - score), Math.max(0, since.high() - score), 1),
                maybeAbsent);
    }

    /** A request remembers all of it. */
    Amount claim() {
        return new Amount(total(), Range.ZERO, false);
    }

    /** No request remembers any of it. */
    Amount release() {
        return claimed.equals(Range.ZERO) ? this : new Amount(Range.ZERO, total(), maybeAbsent);
    }

    /** Without what the request remembers; empty where it is dropped. What was added to an infinite score may be lost with it. */
    Optional<Amount> settle() {
        boolean lost = claimed.high() == Double.POSITIVE_INFINITY;
        Range left = since.exact() && (float) since.low() == since.low() && !lost
                ? since
                : Range.rounded(lost ? 0 : since.low(), since.high(), 1);
        if (left.high() <= NEGLIGIBLE) {
            return Optional.empty();
        }
        return Optional.of(
                left.low() > NEGLIGIBLE
                        ? new Amount(Range.ZERO, left, maybeAbsent)
                        : new Amount(Range.ZERO, new Range(0, left.high()), true));
    }

    /** What progress may drop of it besides what is remembered. */
    Range dropped() {
        return since.low() <= NEGLIGIBLE ? new Range(0, Math.min(since.high(), NEGLIGIBLE)) : Range.ZERO;
    }

    /** Reported as this. */
    Amount seen(float score) {
        return claimed.equals(Range.ZERO)
                ? new Amount(Range.ZERO, since.exact() ? since : since.within(Range.around(score)), false)
                : new Amount(claimed, since, false);
    }
}
