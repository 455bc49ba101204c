package dev.halflife.sim.heat.museum;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.heat.Belief;
import dev.halflife.model.heat.HeatConfig;
import java.util.Collection;
import java.util.Comparator;

/**
 * What a registry decides: what a rate has become, what is worth telling, who goes when room is needed, what a commit
 * prunes. A method per decision, named for it, so that a defect can take one of them wrong.
 */
class Decisions {

    private static final double EPS = 0x1p-52;

    final HeatConfig config;
    private final Contract contract;

    Decisions(HeatConfig config, Contract contract) {
        this.config = config;
        this.contract = contract;
    }

    /** Whether the strict choice is made for this finding. */
    boolean asks(Finding finding) {
        return contract.asks(finding);
    }

    /** Time from one instant to another; none where the clock went back (D6). */
    long elapsedNanos(long fromNanos, long toNanos) {
        if (toNanos <= fromNanos) {
            return 0;
        }
        long elapsed = toNanos - fromNanos;
        return elapsed < 0 ? Long.MAX_VALUE : elapsed;
    }

    /** A rate after so much silence (D2). */
    double decayed(double rate, long elapsedNanos, long halfLifeNanos) {
        if (elapsedNanos <= 0 || neverDecays(halfLifeNanos)) {
            return rate;
        }
        double halfLives = (double) elapsedNanos / halfLifeNanos;
        return clamped(rate * remaining(halfLives), halfLives);
    }

    /** D5. */
    boolean neverDecays(long halfLifeNanos) {
        return halfLifeNanos == 0;
    }

    /** The part that is left after so many half-lives. */
    double remaining(double halfLives) {
        return StrictMath.pow(0.5, halfLives);
    }

    /** D4. */
    double clamped(double rate, double halfLives) {
        return halfLives > 64 || rate < EPS ? 0 : rate;
    }

    /** Decays to now; {@code asOf} stays where it is when the clock goes back (F4). */
    void decay(Entry entry, long nowNanos) {
        entry.rate = decayed(entry.rate, elapsedNanos(entry.asOfNanos, nowNanos), entry.halfLifeNanos);
        entry.asOfNanos = asks(Finding.F4) ? Math.max(entry.asOfNanos, nowNanos) : nowNanos;
    }

    /** Counts one read (D3). */
    void count(Entry entry, long nowNanos) {
        decay(entry, nowNanos);
        entry.rate += 1;
    }

    /** Whether the belief of peers is to be put right (E1 to E8, F13). */
    boolean isDue(Entry entry) {
        if (!config.policy().enabled()) {
            return false;
        }
        if (entry.belief == Belief.Unsettled.UNKNOWN) {
            return true;
        }
        return entry.belief == Belief.Unsettled.NEVER
                ? isFirstDue(entry.rate)
                : hasMoved(entry.rate, entry.announced());
    }

    /** E3. */
    boolean isFirstDue(double rate) {
        return rate > 0;
    }

    /** E4 to E8. */
    boolean hasMoved(double rate, double announced) {
        if (rate == 0) {
            return isWithdrawalDue(announced);
        }
        return hasNoQuotient(rate, announced) || isFarEnough(rate, announced);
    }

    /** E4, E5. */
    boolean isWithdrawalDue(double announced) {
        return announced > 0;
    }

    /** E6. */
    boolean hasNoQuotient(double rate, double announced) {
        return rate <= EPS || announced <= EPS;
    }

    /** E7, E8. */
    boolean isFarEnough(double rate, double announced) {
        double ratio = config.policy().emitRatio();
        return rate / announced >= ratio || announced / rate >= ratio;
    }

    /** Whether a new key needs another's room (R2). */
    boolean isFull(int size) {
        return config.cap() > 0 && size >= config.cap();
    }

    /** Who goes (R3, F2). */
    Entry victim(Collection<Entry> tracked) {
        return tracked.stream().min(Comparator.comparingLong(this::recency)).orElseThrow();
    }

    /** What a victim is chosen by; the smallest goes. */
    long recency(Entry entry) {
        return asks(Finding.F2) ? entry.touched : entry.asOfNanos;
    }

    /** Whether a mark this old no longer counts (F10). */
    boolean isExpired(long ageNanos) {
        return asks(Finding.F10) && ageNanos > config.leaseNanos();
    }

    /** Whether a tick prunes it: nothing to say, and peers never heard of it (F5). */
    boolean isSilentZero(Entry entry, boolean inFlight) {
        return asks(Finding.F5) && entry.rate == 0 && entry.belief == Belief.Unsettled.NEVER && !inFlight;
    }

    /** Whether a commit prunes it (T3). Unless a published choice is made, what is in flight is unknown and stays (F13). */
    boolean isPrunable(Entry entry) {
        return entry.rate <= 0 && isWithdrawn(entry.announced());
    }

    /** Whether peers were told of no heat. */
    boolean isWithdrawn(double announced) {
        return announced <= 0;
    }
}
