package dev.halflife.sim.world;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatState;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Random worlds: readers with skewed keys, bursts, idle gaps and clocks that lag; rounds of one to three drivers; a sink
 * that fails by chance, and for spans of time shorter and longer than anything decays in.
 */
final class MeshWorkload implements Workload<MeshConfig, MeshState, MeshOperation> {

    private final Workload<HeatConfig, HeatState, HeatOperation> heat;
    private final IntFunction<String> keys;

    MeshWorkload(Workload<HeatConfig, HeatState, HeatOperation> heat, IntFunction<String> keys) {
        this.heat = heat;
        this.keys = keys;
    }

    /** A step of a world is several of a registry. */
    @Override
    public long schedules(long usual) {
        return Math.max(1, usual / 5);
    }

    @Override
    public MeshConfig config(Rng rng) {
        return new MeshConfig(heat.config(rng), 1 + rng.nextInt(MeshConfig.MOST_DRIVERS));
    }

    @Override
    public Script<MeshState, MeshOperation> script(MeshConfig config, Rng rng) {
        return new MeshScript(config, rng, keys);
    }

    /** One world's character, and where it has got to. */
    private static final class MeshScript implements Script<MeshState, MeshOperation> {

        private static final Fate[] FAULTS = {
            Fate.FAILS,
            Fate.FAILS_AFTER_APPLYING,
            Fate.FAILS_HALFWAY,
            Fate.HANGS,
            Fate.HANGS,
            Fate.DRIVER_DIES,
            Fate.DRIVER_DIES_AFTER_SENDING
        };

        private final MeshConfig config;
        private final Rng rng;
        private final IntFunction<String> keys;
        private final long halfLife;
        private final int keyCount;
        private final boolean skewed;
        private final long[] lagNanos;
        private final int readWeight;
        private final int removeWeight;
        private final int roundWeight;
        private final int answerWeight;
        private final int faultPerMille;
        private final Fate[] faults;
        private final int outagePerMille;
        private final int longPerMille;
        private final int shortPerMille;
        private final int returnPerMille;
        private long nowNanos;
        private long outageUntilNanos = Long.MIN_VALUE;
        private Fate outageFate = Fate.FAILS;
        private int burst;
        private @Nullable String returning;

        MeshScript(MeshConfig config, Rng rng, IntFunction<String> keys) {
            this.config = config;
            this.rng = rng;
            this.keys = keys;
            this.halfLife = config.heat().policy().halfLifeNanos();
            int cap = config.heat().cap();
            // One world in four is calm: nothing is evicted and little decays, so that what answers do is seen by
            // itself.
            boolean calm = rng.chance(250);
            int room = cap == 0 ? 5 : cap;
            // Up to three times the cap, but for the largest caps: of more than 12 keys in one answer no judge follows
            // all orders.
            this.keyCount = 1 + rng.nextInt(calm || cap == 0 ? room : Math.min(3 * cap, cap + 4));
            this.skewed = rng.chance(500);
            this.lagNanos = new long[1 + rng.nextInt(3)];
            for (int i = 0; i < lagNanos.length; i++) {
                lagNanos[i] = !calm && rng.chance(300) ? rng.nextLong(2 * halfLife) : 0;
            }
            this.readWeight = rng.oneOf(3, 6, 12);
            this.removeWeight = calm ? 3 : rng.oneOf(0, 1, 2);
            this.roundWeight = rng.oneOf(3, 6);
            this.answerWeight = calm ? 4 : rng.oneOf(1, 4);
            this.faultPerMille = calm ? 700 : rng.oneOf(0, 200, 500, 800);
            this.faults = calm ? new Fate[] {Fate.HANGS} : someOf(rng);
            this.outagePerMille = calm ? 0 : rng.oneOf(0, 0, 30);
            this.longPerMille = calm ? 0 : rng.oneOf(0, 50, 150);
            this.shortPerMille = calm ? 1000 : rng.oneOf(0, 0, 1000);
            this.returnPerMille = calm ? 900 : rng.oneOf(0, 500, 900);
            this.nowNanos = 1000 * halfLife;
        }

        /** Each world knows only some of the faults, so that each gets its turn alone. */
        private static Fate[] someOf(Rng rng) {
            List<Fate> some = new ArrayList<>();
            for (Fate fault : FAULTS) {
                if (rng.chance(500)) {
                    some.add(fault);
                }
            }
            return some.isEmpty() ? FAULTS : some.toArray(new Fate[0]);
        }

        @Override
        public MeshOperation next(MeshState state) {
            if (returning != null) {
                String key = returning;
                returning = null;
                return read(key);
            }
            if (burst > 0) {
                burst--;
                return read(key());
            }
            passTime();
            int drawn = rng.nextInt(readWeight + removeWeight + roundWeight + answerWeight);
            if (drawn < readWeight) {
                burst = rng.chance(100) ? rng.nextInt(2 + keyCount) : 0;
                return read(key());
            }
            if (drawn < readWeight + removeWeight) {
                String key = key();
                returning = rng.chance(returnPerMille) ? key : null;
                return new MeshOperation.Remove(nowNanos, key);
            }
            return drawn < readWeight + removeWeight + roundWeight ? round(state) : answer(state);
        }

        private void passTime() {
            if (rng.chance(longPerMille)) {
                nowNanos += halfLife * rng.oneOf(10, 60, 65, 100);
            } else if (rng.chance(shortPerMille)) {
                nowNanos += rng.oneOf(0L, 1L, halfLife / 20);
            } else {
                nowNanos += rng.oneOf(0L, 0L, 1 + rng.nextLong(halfLife), halfLife / 2, halfLife, 2 * halfLife);
            }
        }

        private MeshOperation read(String key) {
            int reader = rng.nextInt(lagNanos.length);
            return new MeshOperation.Read(nowNanos - lagNanos[reader], reader + 1, key);
        }

        private String key() {
            int index = rng.nextInt(keyCount);
            return keys.apply(skewed ? Math.min(index, rng.nextInt(keyCount)) : index);
        }

        private MeshOperation round(MeshState state) {
            if (nowNanos >= outageUntilNanos && rng.chance(outagePerMille)) {
                outageUntilNanos = nowNanos + halfLife * rng.oneOf(3, 30, 70, 130);
                outageFate = rng.oneOf(Fate.FAILS, Fate.FAILS_AFTER_APPLYING);
            }
            Fate fate = nowNanos < outageUntilNanos
                    ? outageFate
                    : rng.chance(faultPerMille) ? rng.oneOf(faults) : Fate.DELIVERED;
            return new MeshOperation.Round(nowNanos, 1 + rng.nextInt(config.drivers()), state.rounds() + 1, fate);
        }

        /** Something happens to one of the batches that hang: any of them, so that answers come out of order. */
        private MeshOperation answer(MeshState state) {
            List<Long> open = new ArrayList<>();
            for (Map.Entry<Long, MeshState.Batch> entry : state.hanging().entrySet()) {
                if (!entry.getValue().lost()) {
                    open.add(entry.getKey());
                }
            }
            if (!state.answered().isEmpty() && rng.chance(100)) {
                List<Long> answered = List.copyOf(state.answered());
                long again = answered.get(rng.nextInt(answered.size()));
                return new MeshOperation.Answer(nowNanos, again, rng.chance(500));
            }
            if (open.isEmpty()) {
                return round(state);
            }
            long round = open.get(rng.nextInt(open.size()));
            MeshState.Batch batch = state.hanging().get(round);
            if (batch != null && !batch.applied() && rng.chance(300)) {
                return new MeshOperation.Apply(nowNanos, round);
            }
            return new MeshOperation.Answer(nowNanos, round, rng.chance(600));
        }
    }
}
