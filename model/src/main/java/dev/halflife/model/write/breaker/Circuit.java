package dev.halflife.model.write.breaker;

/** One partition's breaker; an immutable value. */
sealed interface Circuit {

    /** A partition that nothing was reported of. */
    Circuit FRESH = new Closed(0);

    /**
     * Every call goes.
     *
     * @param failures how many reports in a row, up to the last one, were failures; fewer than open it
     */
    record Closed(int failures) implements Circuit {}

    /**
     * Opened, and no success since. The end of the open time is known between two bounds: a failure that is no probe's may
     * extend it or not (the original extends; B3 only forbids to shorten), and replies then tell.
     *
     * @param earliestEndNanos until then it is open
     * @param latestEndNanos from then on it is not
     * @param probed whether a call was let through after the end, and nothing reported since
     * @param probeNanos when the last such call was let through; meaningless without one
     */
    record Open(long earliestEndNanos, long latestEndNanos, boolean probed, long probeNanos) implements Circuit {

        /** Opened for the first time, or again by a probe that failed. */
        static Open until(long endNanos) {
            return between(endNanos, endNanos);
        }

        static Open between(long earliestEndNanos, long latestEndNanos) {
            return new Open(earliestEndNanos, latestEndNanos, false, 0);
        }

        boolean mayBeOpen(long nowNanos) {
            return nowNanos < latestEndNanos;
        }

        boolean mayHaveEnded(long nowNanos) {
            return nowNanos >= earliestEndNanos;
        }

        /** Seen to be open now. */
        Open seenOpen(long nowNanos) {
            return nowNanos < earliestEndNanos ? this : new Open(nowNanos + 1, latestEndNanos, probed, probeNanos);
        }

        /** Seen to have ended by now. */
        Open seenEnded(long nowNanos) {
            return nowNanos >= latestEndNanos ? this : new Open(earliestEndNanos, nowNanos, probed, probeNanos);
        }

        /** A call was let through now, after the end. */
        Open probedAt(long nowNanos) {
            return new Open(earliestEndNanos, latestEndNanos, true, nowNanos);
        }

        /**
         * A report of failure at a time whose open time ends at {@code endNanos}. A probe's opens it again, though a report
         * with a time before its probe's may count from the probe.
         */
        Open failed(long endNanos, BreakerConfig config) {
            long latest = Math.max(latestEndNanos, endNanos);
            if (!probed) {
                return between(earliestEndNanos, latest);
            }
            long earliest = Math.max(earliestEndNanos, endNanos);
            return between(earliest, Math.max(latest, config.endOf(probeNanos)));
        }
    }
}
