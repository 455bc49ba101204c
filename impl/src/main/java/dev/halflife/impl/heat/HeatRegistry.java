package dev.halflife.impl.heat;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A bounded registry of decaying read counters that tells peers when a key's heat has changed enough to matter.
 *
 * <p>Reads are counted with {@link #bump}. From time to time a {@link HeatDriver} asks for an {@link Announcement}
 * with {@link #tick}, hands it to its peers, and then answers it with {@link #commit} or {@link #rollback}; by hand:
 *
 * <pre>{@code
 * HeatRegistry<BlobHash> registry = HeatRegistry.<BlobHash>marked(HeatPolicy.DEFAULT).build();
 * registry.bump(key, ticker.nanos());
 * Announcement<BlobHash> announcement = registry.tick(ticker.nanos());
 * registry.commit(announcement);
 * }</pre>
 *
 * <p>It meets the strict contract (rules D, E, R and T with F1 to F5, F10 and F13). What peers believe of a key is
 * unknown from the tick that announces it until that tick is committed; a key that is forgotten while peers may believe
 * it hot owes a withdrawal, which later ticks issue until it is committed.
 *
 * <p>Times are nanoseconds of one monotonic clock, read by the caller; they may arrive slightly out of order (D6, F4).
 * Thread-safe: every operation is atomic. Keys need a stable {@code equals} and {@code hashCode} that spreads well.
 *
 * <p>Many threads that bump at once stand in line for one lock, unless the registry is built of several
 * {@linkplain HeatRegistryBuilder#stripes stripes}. It then meets the contract as the product of so many registries, each
 * with its own keys and its share of the cap: the key evicted is the one used longest ago in its stripe, which may be full
 * before the others are; and a tick or an answer passes from stripe to stripe, so that a bump may come between.
 */
public final class HeatRegistry<K> implements Announcer<K> {

    private static final int SPREADING = 0x85EBCA6B;

    private final HeatPolicy policy;

    /** Each is its own lock. */
    private final StrictProtocol<K>[] stripes;

    /** Held through a tick, so that each stripe counts the same ticks. */
    private final Object ticking = new Object();

    private final Announcement<K> nothingToTell = Announcement.nothing(this);

    HeatRegistry(HeatPolicy policy, List<StrictProtocol<K>> stripes) {
        this.policy = policy;
        this.stripes = array(stripes);
    }

    /** Builds a registry that announces no key again while an announcement of it is in flight (T4), as for blobs. */
    public static <K> HeatRegistryBuilder<K> marked(HeatPolicy policy) {
        return new HeatRegistryBuilder<>(policy, true);
    }

    /** Builds a registry whose ticks reissue whatever is not committed yet (T5). */
    public static <K> HeatRegistryBuilder<K> unmarked(HeatPolicy policy) {
        return new HeatRegistryBuilder<>(policy, false);
    }

    /** Creates the key's counter with the policy's half-life, or makes a known key the most recently used (R1, F2). */
    public void touch(K key, long nowNanos) {
        touch(key, policy.halfLifeNanos(), nowNanos);
    }

    /**
     * Creates the key's counter, or makes a known key the most recently used; a known counter keeps its half-life
     * (R1, F2).
     *
     * <p>Creating at the cap first evicts the key used longest ago (R2). Constant time on average; an eviction after very many
     * uses may have to sort a part of the keys by them.
     *
     * @param halfLifeNanos at least 0; zero means that the counter never decays (D5)
     * @throws IllegalArgumentException if the half-life is negative
     */
    public void touch(K key, long halfLifeNanos, long nowNanos) {
        requireKey(key);
        requireHalfLife(halfLifeNanos);
        int hash = key.hashCode();
        StrictProtocol<K> stripe = stripe(hash);
        stripe.lock();
        try {
            stripe.touch(key, hash, halfLifeNanos, nowNanos);
        } finally {
            stripe.unlock();
        }
    }

    /** Counts one read of a key and returns its rate after it; a new counter gets the policy's half-life (D3, R1). */
    public double bump(K key, long nowNanos) {
        return bump(key, policy.halfLifeNanos(), nowNanos);
    }

    /**
     * Counts one read of a key, touching it first, and returns its rate after it (D3, R1).
     *
     * <p>Constant time; allocates nothing for a known key.
     *
     * @param halfLifeNanos for a new counter, at least 0; zero means that it never decays (D5)
     * @return reads per half-life, decayed, this one included
     * @throws IllegalArgumentException if the half-life is negative
     */
    public double bump(K key, long halfLifeNanos, long nowNanos) {
        requireKey(key);
        requireHalfLife(halfLifeNanos);
        int hash = key.hashCode();
        StrictProtocol<K> stripe = stripe(hash);
        stripe.lock();
        try {
            return stripe.bump(key, hash, halfLifeNanos, nowNanos);
        } finally {
            stripe.unlock();
        }
    }

    /**
     * Decides what peers have to be told now (T1, F3, F5, F10).
     *
     * <p>Clears marks older than the lease, prunes silent counters that peers never heard of, and announces each key that
     * is due, withdrawals owed included. No counter changes.
     *
     * <p>Costs what is due: a visit to each key that may have something to be decided, sorted, and nothing for all others. Only a
     * tick whose time lies before the last one's visits every key. One that finds nothing to look at allocates nothing.
     *
     * @return an announcement to be answered, possibly empty
     */
    @Override
    public Announcement<K> tick(long nowNanos) {
        synchronized (ticking) {
            return tickStripes(nowNanos);
        }
    }

    private Announcement<K> tickStripes(long nowNanos) {
        List<Emission<K>> emissions = List.of();
        long number = 0;
        for (StrictProtocol<K> stripe : stripes) {
            stripe.lock();
            try {
                emissions = joined(emissions, stripe.tick(nowNanos));
                number = stripe.ticks();
            } finally {
                stripe.unlock();
            }
        }
        return emissions.isEmpty() ? nothingToTell : Announcement.of(this, number, emissions);
    }

    /**
     * Reports that peers applied a whole announcement, then prunes counters that are silent and withdrawn (T2, T3, F1).
     *
     * <p>Costs one step per emission answered and per counter withdrawn.
     *
     * @throws IllegalArgumentException if another registry issued the announcement
     */
    @Override
    public void commit(Announcement<K> announcement) {
        answer(announcement, announcement.emissions(), true);
    }

    /**
     * Reports that peers applied a part of an announcement; the rest stays unanswered.
     *
     * @throws IllegalArgumentException if another registry issued the announcement, or a key is not part of it; nothing
     *     has changed then
     */
    public void commit(Announcement<K> announcement, Collection<? extends K> keys) {
        answer(announcement, announcement.part(keys), true);
    }

    /**
     * Reports that a whole announcement failed: its keys may be announced again, and since peers may have applied it all
     * the same, what they believe stays unknown (F13).
     *
     * @throws IllegalArgumentException if another registry issued the announcement
     */
    @Override
    public void rollback(Announcement<K> announcement) {
        answer(announcement, announcement.emissions(), false);
    }

    /**
     * Reports that a part of an announcement failed; the rest stays unanswered.
     *
     * @throws IllegalArgumentException if another registry issued the announcement, or a key is not part of it; nothing
     *     has changed then
     */
    public void rollback(Announcement<K> announcement, Collection<? extends K> keys) {
        answer(announcement, announcement.part(keys), false);
    }

    /** Drops a key's counter and mark; a key that is not tracked is left as it is (R4, F3). */
    public void remove(K key) {
        requireKey(key);
        StrictProtocol<K> stripe = stripe(key.hashCode());
        stripe.lock();
        try {
            stripe.remove(key);
        } finally {
            stripe.unlock();
        }
    }

    /** The state of a tracked key, or empty. Changes nothing, not even recency (D7, F2). */
    public Optional<Observation> observe(K key) {
        requireKey(key);
        StrictProtocol<K> stripe = stripe(key.hashCode());
        stripe.lock();
        try {
            return Optional.ofNullable(stripe.get(key)).map(HeatRegistry::observation);
        } finally {
            stripe.unlock();
        }
    }

    /** How many keys are tracked, never more than the cap (R2). */
    public int size() {
        return (int) sum(StrictProtocol::size);
    }

    /** How many keys, tracked or owed, are marked as in flight; always 0 without marks (T4, T5). */
    public int inFlight() {
        return (int) sum(StrictProtocol::inFlight);
    }

    /** How many forgotten keys owe a withdrawal, never more than the cap (F3). */
    public int owedWithdrawals() {
        return (int) sum(StrictProtocol::owedWithdrawals);
    }

    /** How many withdrawals will never be issued, because more were owed than the cap allows (F3). */
    public long droppedWithdrawals() {
        return sum(StrictProtocol::droppedWithdrawals);
    }

    private StrictProtocol<K> stripe(int hash) {
        return stripes[stripes.length == 1 ? 0 : stripeOf(hash)];
    }

    /** Which stripe the keys of a hash code belong to. By other bits than those by which a {@link KeyTable} places them. */
    int stripeOf(int hash) {
        long mixed = Integer.toUnsignedLong((hash ^ hash >>> (Integer.SIZE / 2)) * SPREADING);
        return (int) ((mixed * stripes.length) >>> Integer.SIZE);
    }

    private void answer(Announcement<K> announcement, List<Emission<K>> emissions, boolean committed) {
        announcement.requireIssuedBy(this);
        for (int i = 0; i < stripes.length; i++) {
            StrictProtocol<K> stripe = stripes[i];
            List<Emission<K>> own = ofStripe(i, emissions);
            stripe.lock();
            try {
                stripe.answer(announcement.number(), own, committed);
            } finally {
                stripe.unlock();
            }
        }
    }

    private List<Emission<K>> ofStripe(int stripe, List<Emission<K>> emissions) {
        return stripes.length == 1 || emissions.isEmpty()
                ? emissions
                : emissions.stream()
                        .filter(emission -> stripeOf(emission.key().hashCode()) == stripe)
                        .toList();
    }

    private long sum(ToLongFunction<StrictProtocol<K>> count) {
        long sum = 0;
        for (StrictProtocol<K> stripe : stripes) {
            stripe.lock();
            try {
                sum += count.applyAsLong(stripe);
            } finally {
                stripe.unlock();
            }
        }
        return sum;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        if (first.isEmpty()) {
            return second;
        }
        first.addAll(second); // not empty, so it is a stripe's own, which it hands over
        return first;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic class cannot be made otherwise
    private static <K> StrictProtocol<K>[] array(List<StrictProtocol<K>> stripes) {
        return stripes.toArray(new StrictProtocol[0]);
    }

    private static <K> Observation observation(Entry<K> entry) {
        return new Observation(entry.rate(), entry.asOfNanos(), Told.belief(entry.told()));
    }

    private static void requireKey(Object key) {
        Objects.requireNonNull(key, "key must not be null");
    }

    private static void requireHalfLife(long halfLifeNanos) {
        if (halfLifeNanos < 0) {
            throw new IllegalArgumentException(
                    "halfLifeNanos must be within [0, " + Long.MAX_VALUE + "]: " + halfLifeNanos);
        }
    }
}
