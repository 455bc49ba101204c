package dev.halflife.sim.kit;

import dev.halflife.model.heat.Belief;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a heat registry of one's own has to answer to be tested: one method per operation, with the registry's own keys.
 * Called by one thread at a time; times are nanoseconds, and may go back (D6).
 *
 * @param <K> the keys, with a stable {@code equals} and {@code hashCode}
 */
public interface RegistryUnderTest<K> {

    /**
     * Gets or creates the counter (R1).
     *
     * @param halfLifeNanos of a new counter; 0 never decays (D5). The policy's, unless a schedule has one of its own, which
     *     {@code @HalflifeTest(without = "halfLifeNanos")} leaves out
     * @return the key evicted to make room (R2), or null
     */
    @Nullable
    K touch(K key, long halfLifeNanos, long nowNanos);

    /** Gets or creates the counter and counts one read (D3); {@code halfLifeNanos} as for {@link #touch}. */
    Bumped<K> bump(K key, long halfLifeNanos, long nowNanos);

    /**
     * Decays everything and decides what to announce (T1).
     *
     * @param tick names this tick in later answers; no two are the same
     */
    List<Emission<K>> tick(long tick, long nowNanos);

    /**
     * Peers have applied what the tick announced, or this part of it (T2, T3). May come late, or twice (F1).
     *
     * @param part as the tick returned it
     */
    void commit(long tick, List<Emission<K>> part);

    /** Peers have not, as far as is known, applied what the tick announced, or this part of it (T4). */
    void rollback(long tick, List<Emission<K>> part);

    /** Drops the counter, if there is one (R4). */
    void remove(K key);

    /** The counter as it stands, or null where the key is not tracked; changes nothing (D7). */
    @Nullable
    Observed observe(K key);

    /** How many keys are tracked. */
    int len();

    /** The rate after a bump, and the key evicted to make room, or null. */
    record Bumped<K>(double rate, @Nullable K evicted) {}

    /** What peers are to be told of a key; rate 0 withdraws it. */
    record Emission<K>(K key, double rate) {}

    /**
     * A tracked counter.
     *
     * @param rate as of {@code asOfNanos}
     * @param asOfNanos when it was brought up to date last, or null where the registry does not tell
     * @param belief what peers believe, as far as the registry knows (F13)
     */
    record Observed(double rate, @Nullable Long asOfNanos, Belief belief) {

        /** A counter of which peers have confirmed this rate. */
        public static Observed announced(double rate, long asOfNanos, double lastEmitted) {
            return new Observed(rate, asOfNanos, new Belief.Announced(lastEmitted));
        }

        /** A counter of which peers were told nothing yet. */
        public static Observed neverAnnounced(double rate, long asOfNanos) {
            return new Observed(rate, asOfNanos, Belief.Unsettled.NEVER);
        }

        /** A counter of which nobody knows what peers believe, as an announcement has failed or is not answered (F13). */
        public static Observed unknown(double rate, long asOfNanos) {
            return new Observed(rate, asOfNanos, Belief.Unsettled.UNKNOWN);
        }
    }
}
