package dev.halflife.reports.bench;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.BlobHash;
import dev.halflife.impl.heat.HeatPolicy;
import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.sim.heat.PublishedHeatRegistry;
import dev.halflife.sim.random.Rng;
import java.util.List;
import java.util.stream.Stream;

/**
 * The operations of the blob heat registry.
 *
 * <p>Two threads that bump the same keys at random cannot be twice as fast as one: half of what either needs was written last
 * by the other, and has to come from its cache. On two cores of a virtual machine a turn of one of 32 compare-and-set locks
 * which only adds 1 to one of 8192 numbers, each with a cache line of its own, takes 11 ns on one thread, and on two 18 ns
 * <em>in all</em>; with one monitor for everything it is 21 and 58. Hash code, table and power come on top.
 */
final class HeatContests {

    private static final int KEYS = 8192;
    private static final int MANY_KEYS = 1 << 20;
    private static final int STRIPES = 32;
    private static final int DUE = KEYS / 100;
    private static final long HALF_LIFE_NANOS = HeatPolicy.DEFAULT.halfLifeNanos();
    private static final long SHORT_HALF_LIFE_NANOS = 1_000_000;
    private static final int READS_NANOS_APART = 1_000;

    private static final int MOST_THREADS = 8;

    /** So far apart that no two threads write to one cache line. */
    private static final int APART = 16;

    private HeatContests() {}

    static List<Contest> all() {
        return Stream.of(
                        bump(1, 1, 1.5),
                        bump(2, STRIPES, 4),
                        bump(4, STRIPES, 4),
                        new Contest(
                                "tick, 8192 keys, 1 % due",
                                1,
                                30,
                                () -> dueTicks(published(KEYS), KEYS, DUE),
                                () -> dueTicks(reference(KEYS, 1), KEYS, DUE)),
                        new Contest(
                                "tick, 1,048,576 keys, none due",
                                1,
                                1000,
                                () -> idleTicks(published(MANY_KEYS), MANY_KEYS),
                                () -> idleTicks(reference(MANY_KEYS, 1), MANY_KEYS)),
                        new Contest(
                                "new key at cap 8192",
                                1,
                                100,
                                () -> newKeys(published(KEYS), KEYS),
                                () -> newKeys(reference(KEYS, 1), KEYS)))
                .toList();
    }

    static Contest bump(int threads, int stripes, double wanted) {
        String operation = "bump, 8192 keys" + (stripes == 1 ? "" : ", " + stripes + " stripes");
        // Room for a stripe that more keys fall to than to others, or every thirtieth bump would evict. No cost to a
        // map.
        int cap = stripes == 1 ? KEYS : 2 * KEYS;
        return new Contest(
                operation,
                threads,
                wanted,
                () -> bumps(published(cap), KEYS),
                () -> bumps(reference(cap, stripes), KEYS));
    }

    /** What both registries do. */
    interface Registry {
        double bump(BlobHash key, long halfLifeNanos, long nowNanos);

        /** Ticks; how many emissions. */
        int tick(long nowNanos);

        /** Commits what the last tick announced. */
        void commit();
    }

    static Registry reference(int cap, int stripes) {
        HeatRegistry<BlobHash> registry = HeatRegistry.<BlobHash>marked(HeatPolicy.DEFAULT)
                .cap(cap)
                .stripes(stripes)
                .build();
        return new Registry() {
            private Announcement<BlobHash> last = registry.tick(0);

            @Override
            public double bump(BlobHash key, long halfLifeNanos, long nowNanos) {
                return registry.bump(key, halfLifeNanos, nowNanos);
            }

            @Override
            public int tick(long nowNanos) {
                last = registry.tick(nowNanos);
                return last.emissions().size();
            }

            @Override
            public void commit() {
                registry.commit(last);
            }
        };
    }

    static Registry published(int cap) {
        PublishedHeatRegistry<BlobHash> registry = new PublishedHeatRegistry<>(
                true,
                cap,
                HeatPolicy.DEFAULT.enabled(),
                HeatPolicy.DEFAULT.emitRatio(),
                HALF_LIFE_NANOS,
                evicted -> {});
        return new Registry() {
            private List<PublishedHeatRegistry.Emission<BlobHash>> last = List.of();

            @Override
            public double bump(BlobHash key, long halfLifeNanos, long nowNanos) {
                return registry.bump(key, halfLifeNanos, nowNanos);
            }

            @Override
            public int tick(long nowNanos) {
                last = registry.tick(nowNanos);
                return last.size();
            }

            @Override
            public void commit() {
                registry.commit(last);
            }
        };
    }

    static Work bumps(Registry registry, int count) {
        BlobHash[] keys = keys(count);
        fill(registry, keys, count);
        BlobHash[] order = new BlobHash[Math.max(1 << 16, Integer.highestOneBit(count) << 1)];
        Rng rng = new Rng(1);
        for (int i = 0; i < order.length; i++) {
            order[i] = keys[rng.nextInt(count)];
        }
        long[] readsBefore = new long[MOST_THREADS * APART];
        return (thread, times) -> {
            double sum = 0;
            int place = thread * (order.length / MOST_THREADS + 1);
            long nowNanos = readsBefore[thread * APART];
            long begin = System.nanoTime();
            for (int i = 0; i < times; i++) {
                nowNanos += READS_NANOS_APART;
                sum += registry.bump(order[place++ & (order.length - 1)], HALF_LIFE_NANOS, nowNanos);
            }
            long nanos = System.nanoTime() - begin;
            readsBefore[thread * APART] = nowNanos;
            return sum < 0 ? 0 : nanos;
        };
    }

    /** Each tick comes a half-life of the due keys after the last, and the others' half-life is long. */
    static Work dueTicks(Registry registry, int count, int due) {
        BlobHash[] keys = keys(count);
        fill(registry, keys, count - due);
        long[] nowNanos = {HALF_LIFE_NANOS / 1000};
        int[] rounds = {0};
        return new Work.Prepared(
                () -> {
                    registry.commit();
                    nowNanos[0] += SHORT_HALF_LIFE_NANOS;
                    if (rounds[0]++ % 40 == 0) {
                        for (int key = count - due; key < count; key++) {
                            registry.bump(keys[key], SHORT_HALF_LIFE_NANOS, nowNanos[0]);
                        }
                    }
                },
                thread -> registry.tick(nowNanos[0]));
    }

    static Work idleTicks(Registry registry, int keys) {
        fill(registry, keys(keys), keys);
        long[] nowNanos = {2};
        return Work.of(thread -> registry.tick(nowNanos[0]++));
    }

    static Work newKeys(Registry registry, int cap) {
        BlobHash[] keys = keys(MANY_KEYS);
        fill(registry, keys, cap);
        int[] next = {cap};
        return Work.of(thread -> registry.bump(keys[next[0]++ & (MANY_KEYS - 1)], HALF_LIFE_NANOS, next[0]));
    }

    private static void fill(Registry registry, BlobHash[] keys, int count) {
        for (int key = 0; key < count; key++) {
            registry.bump(keys[key], HALF_LIFE_NANOS, 0);
        }
        registry.tick(0);
        registry.commit();
        registry.tick(1);
        registry.commit();
    }

    static BlobHash[] keys(int count) {
        Rng rng = new Rng(count);
        BlobHash[] keys = new BlobHash[count];
        for (int key = 0; key < count; key++) {
            keys[key] = new BlobHash(rng.nextLong(), rng.nextLong(), rng.nextLong(), rng.nextLong());
        }
        return keys;
    }
}
