package dev.halflife.impl.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The settings of a new {@link HeatRegistry}: at most 8192 keys and a lease of 60 s unless told otherwise.
 *
 * <p>Not thread-safe.
 */
public final class HeatRegistryBuilder<K> {

    private static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final int DEFAULT_CAP = 8192;
    private static final long DEFAULT_LEASE_NANOS = 60_000_000_000L;

    private final HeatPolicy policy;
    private final boolean marking;
    private int cap = DEFAULT_CAP;
    private int stripes = 1;
    private long leaseNanos = DEFAULT_LEASE_NANOS;
    private Consumer<? super K> onEvicted = key -> {};

    HeatRegistryBuilder(HeatPolicy policy, boolean marking) {
        this.policy = Objects.requireNonNull(policy, "policy must not be null");
        this.marking = marking;
    }

    /**
     * The greatest number of keys tracked, and of withdrawals owed, at least 1 (R2, F3).
     *
     * @throws IllegalArgumentException if the cap is 0 or negative
     */
    public HeatRegistryBuilder<K> cap(int cap) {
        if (cap < 1) {
            throw new IllegalArgumentException("cap must be at least 1, or left out with unbounded(): " + cap);
        }
        this.cap = cap;
        return this;
    }

    /** Tracks any number of keys: nothing is ever evicted, and no withdrawal dropped. */
    public HeatRegistryBuilder<K> unbounded() {
        this.cap = UNBOUNDED;
        return this;
    }

    /**
     * How long an unanswered announcement keeps its keys in flight, in nanoseconds, at least 1 (F10); without marks it
     * means nothing.
     *
     * @throws IllegalArgumentException if the lease is 0 or negative
     */
    public HeatRegistryBuilder<K> leaseNanos(long leaseNanos) {
        if (leaseNanos < 1) {
            throw new IllegalArgumentException("leaseNanos must be within [1, " + Long.MAX_VALUE + "]: " + leaseNanos);
        }
        this.leaseNanos = leaseNanos;
        return this;
    }

    /**
     * Is told each key that is evicted to make room for another, but none that is removed or pruned.
     *
     * <p>It runs under a lock of the registry: it must be quick and must not call the registry, which would wait for itself for
     * ever. What it throws reaches the caller, whose key is not counted then; the eviction stands.
     */
    public HeatRegistryBuilder<K> onEvicted(Consumer<? super K> onEvicted) {
        this.onEvicted = Objects.requireNonNull(onEvicted, "onEvicted must not be null");
        return this;
    }

    /**
     * Of how many parts with a lock each the registry consists, at least 1 and at most the cap; 1 unless told otherwise.
     *
     * <p>{@link HeatRegistry} says what more than one changes. Some eight per core leave threads that bump different keys
     * hardly ever waiting.
     *
     * @throws IllegalArgumentException if the number is 0 or negative
     */
    public HeatRegistryBuilder<K> stripes(int stripes) {
        if (stripes < 1) {
            throw new IllegalArgumentException("stripes must be at least 1: " + stripes);
        }
        this.stripes = stripes;
        return this;
    }

    /**
     * A new, empty registry.
     *
     * @throws IllegalArgumentException if there are more stripes than keys they may hold together
     */
    public HeatRegistry<K> build() {
        if (stripes > cap) {
            throw new IllegalArgumentException("stripes must be within [1, " + cap + "], the cap: " + stripes);
        }
        NextDecision next = new NextDecision(policy, marking, leaseNanos);
        Decay usualDecay = new Decay(policy.halfLifeNanos());
        List<StrictProtocol<K>> parts = new ArrayList<>(stripes);
        for (int i = 0; i < stripes; i++) {
            parts.add(new StrictProtocol<>(policy, usualDecay, share(i), next, onEvicted));
        }
        return new HeatRegistry<>(policy, parts);
    }

    /** What a stripe holds of a bounded registry: all stripes together hold the cap. */
    private int share(int stripe) {
        return cap == UNBOUNDED ? UNBOUNDED : cap / stripes + (stripe < cap % stripes ? 1 : 0);
    }
}
