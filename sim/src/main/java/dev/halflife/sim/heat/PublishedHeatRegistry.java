package dev.halflife.sim.heat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A faithful port of the registries as published (net-mesh 0.23.0): one lock, eager decay of every counter at every tick,
 * recency by {@code asOf}, acknowledgement by key. Kept with all its findings, as in {@code
 * model/spec/3-findings.md}. Thread-safe.
 *
 * @param <K> the keys
 */
public final class PublishedHeatRegistry<K> {

    private static final double EPS = 0x1p-52;

    /** One announcement; rate 0 is a withdrawal. */
    public record Emission<K>(K key, double rate) {}

    /** What an observer sees of a counter; {@code lastEmitted} is NaN where nothing was emitted. */
    public record Observation(double rate, long asOfNanos, double lastEmitted) {}

    private static final class Counter {
        private final long halfLifeNanos;
        private double rate;
        private long asOfNanos;
        private boolean emitted;
        private double lastEmitted;

        Counter(long nowNanos, long halfLifeNanos) {
            this.asOfNanos = nowNanos;
            this.halfLifeNanos = halfLifeNanos;
        }

        void decay(long nowNanos) {
            if (halfLifeNanos > 0 && nowNanos > asOfNanos && rate != 0) {
                long elapsed = nowNanos - asOfNanos;
                double halfLives = (double) (elapsed < 0 ? Long.MAX_VALUE : elapsed) / halfLifeNanos;
                rate = halfLives > 64 ? 0 : rate * StrictMath.pow(0.5, halfLives);
                if (rate < EPS) {
                    rate = 0;
                }
            }
            asOfNanos = nowNanos;
        }

        boolean isSilenced() {
            return rate <= 0 && emitted && lastEmitted <= 0;
        }
    }

    private final boolean marks;
    private final int cap;
    private final boolean enabled;
    private final double emitRatio;
    private final long halfLifeNanos;
    private final Consumer<? super K> onEvicted;
    private final Map<K, Counter> counters = new LinkedHashMap<>();
    private final Set<K> inFlight = new LinkedHashSet<>();

    /** A registry; {@code cap} 0 is unbounded. {@code onEvicted} is told of each eviction. */
    public PublishedHeatRegistry(
            boolean marks,
            int cap,
            boolean enabled,
            double emitRatio,
            long halfLifeNanos,
            Consumer<? super K> onEvicted) {
        this.marks = marks;
        this.cap = cap;
        this.enabled = enabled;
        this.emitRatio = emitRatio;
        this.halfLifeNanos = halfLifeNanos;
        this.onEvicted = onEvicted;
    }

    /** The half-life of the policy. */
    public long halfLifeNanos() {
        return halfLifeNanos;
    }

    /** Gets or creates the counter (R1); one that is there already stays as it is. */
    public synchronized void touch(K key, long halfLife, long nowNanos) {
        arrive(key, halfLife, nowNanos);
    }

    /** Counts one read; the rate after it (D3). */
    public synchronized double bump(K key, long halfLife, long nowNanos) {
        Counter counter = arrive(key, halfLife, nowNanos);
        counter.decay(nowNanos);
        counter.rate += 1;
        return counter.rate;
    }

    private Counter arrive(K key, long halfLife, long nowNanos) {
        Counter counter = counters.get(key);
        if (counter == null) {
            if (cap > 0 && counters.size() >= cap) {
                evictOldest();
            }
            counter = new Counter(nowNanos, halfLife);
            counters.put(key, counter);
        }
        return counter;
    }

    private void evictOldest() {
        Map.Entry<K, Counter> oldest = null;
        for (Map.Entry<K, Counter> entry : counters.entrySet()) {
            if (oldest == null || entry.getValue().asOfNanos < oldest.getValue().asOfNanos) {
                oldest = entry;
            }
        }
        if (oldest != null) {
            K key = oldest.getKey();
            remove(key);
            onEvicted.accept(key);
        }
    }

    /** Decays every counter and decides (T1, T4). */
    public synchronized List<Emission<K>> tick(long nowNanos) {
        List<Emission<K>> emissions = new ArrayList<>();
        for (Map.Entry<K, Counter> entry : counters.entrySet()) {
            Counter counter = entry.getValue();
            counter.decay(nowNanos);
            if (inFlight.contains(entry.getKey()) || !isDue(counter)) {
                continue;
            }
            emissions.add(new Emission<>(entry.getKey(), counter.rate));
            if (marks) {
                inFlight.add(entry.getKey());
            }
        }
        return emissions;
    }

    private boolean isDue(Counter counter) {
        double rate = counter.rate;
        double last = counter.lastEmitted;
        if (!enabled || !Double.isFinite(rate) || rate < 0) {
            return false;
        }
        if (!counter.emitted) {
            return rate > 0;
        }
        if (rate == 0) {
            return last > 0;
        }
        if (!(rate > EPS) || !(last > EPS)) {
            return true;
        }
        return rate / last >= emitRatio || last / rate >= emitRatio;
    }

    /** The sink confirmed these (T2), then pruning (T3). */
    public synchronized void commit(List<Emission<K>> emissions) {
        for (Emission<K> emission : emissions) {
            inFlight.remove(emission.key());
            Counter counter = counters.get(emission.key());
            if (counter != null) {
                counter.emitted = true;
                counter.lastEmitted = emission.rate();
            }
        }
        counters.entrySet().removeIf(entry -> {
            boolean silenced = entry.getValue().isSilenced();
            if (silenced) {
                inFlight.remove(entry.getKey());
            }
            return silenced;
        });
    }

    /** The sink did not confirm this key (T4). */
    public synchronized void rollback(K key) {
        inFlight.remove(key);
    }

    /** Drops the counter and its mark (R4). */
    public synchronized void remove(K key) {
        counters.remove(key);
        inFlight.remove(key);
    }

    /** The counter as of its last decay, or null. Changes nothing (D7). */
    public synchronized @Nullable Observation observe(K key) {
        Counter counter = counters.get(key);
        return counter == null
                ? null
                : new Observation(counter.rate, counter.asOfNanos, counter.emitted ? counter.lastEmitted : Double.NaN);
    }

    /** How many keys are tracked. */
    public synchronized int size() {
        return counters.size();
    }
}
