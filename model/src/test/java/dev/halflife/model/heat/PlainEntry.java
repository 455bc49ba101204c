package dev.halflife.model.heat;

import static dev.halflife.model.heat.DecayLaw.EPS;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;

/** What a {@link PlainRegistry} knows of a tracked or an owed key. */
final class PlainEntry {

    double rate;
    long asOf;
    long halfLife;
    long touched;
    boolean silent = true;
    Belief belief = Belief.Unsettled.NEVER;
    boolean marked;
    private long markedAt;
    private long issue;
    private boolean answered = true;
    private boolean contested;

    double decayed(long now) {
        if (now <= asOf || halfLife == 0) {
            return rate;
        }
        double halfLives = (double) since(asOf, now) / halfLife;
        double decayed = rate * Math.pow(2, -halfLives);
        return halfLives > 64 || decayed < EPS ? 0 : decayed;
    }

    void decay(long now, Contract contract) {
        rate = decayed(now);
        asOf = contract.asks(Finding.F4) ? Math.max(asOf, now) : now;
    }

    void issue(HeatOperation.Tick tick, HeatConfig config, Contract contract) {
        issue = tick.number();
        answered = false;
        contested = false;
        if (contract.asks(Finding.F13)) {
            belief = Belief.Unsettled.UNKNOWN;
        }
        if (config.marks()) {
            marked = true;
            markedAt = tick.atNanos();
        }
    }

    void expire(long now, HeatConfig config, Contract contract) {
        if (contract.asks(Finding.F10) && since(markedAt, now) > config.leaseNanos()) {
            marked = false;
        }
    }

    void settle(long tick, double announced, boolean commit, Contract contract) {
        boolean byTick = contract.asks(Finding.F1);
        if (byTick && tick != issue) {
            if (contract.asks(Finding.F13)) {
                belief = Belief.Unsettled.UNKNOWN;
                contested |= !answered;
            }
            return;
        }
        if (byTick && answered) {
            return;
        }
        answered = true;
        marked = false;
        if (commit && !(byTick && contested)) {
            belief = new Belief.Announced(announced);
        }
    }

    /** As far as a {@code long} goes. */
    private static long since(long from, long now) {
        return now < from ? 0 : now - from < 0 ? Long.MAX_VALUE : now - from;
    }
}
