package dev.halflife.model.heat;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a registry is judged by.
 *
 * @param slip what it is to do wrong, for the sake of blame; null in a judge
 * @param free the row of E1 to E8 and F13 whose decisions may go either way, for the sake of blame; null in a judge
 */
record Terms(
        HeatConfig config,
        Contract contract,
        @Nullable Slip slip,
        @Nullable HeatRule free) {

    static Terms of(HeatConfig config, Contract contract) {
        return new Terms(config, contract, null, null);
    }

    boolean asks(Finding finding) {
        return contract.asks(finding);
    }

    /** Whether this is what it is to do wrong. */
    boolean slips(Slip wrong) {
        return slip == wrong;
    }

    /** The rates that a counter may have, the law's own first. */
    double[] rates(Counter counter, long nowNanos) {
        return slip == null ? counter.ratesAt(nowNanos) : SlippedDecay.rates(slip, counter, nowNanos);
    }

    /** Whether a counter may have this rate though the law does not have it. */
    boolean wildly(Counter counter, long nowNanos, double rate) {
        return slip != null && SlippedDecay.mayBe(slip, counter, nowNanos, rate);
    }

    /** A mark older than the lease is cleared; one exactly as old as the lease still counts (F10). */
    boolean isLeaseOver(long markedAtNanos, long nowNanos) {
        if (!asks(Finding.F10)) {
            return false;
        }
        long age = DecayLaw.elapsedNanos(markedAtNanos, nowNanos);
        return age > config.leaseNanos()
                || slip == Slip.LEASE_OVER_AT_ONCE
                || (slip == Slip.LEASE_OVER_EARLY && age == config.leaseNanos());
    }
}
