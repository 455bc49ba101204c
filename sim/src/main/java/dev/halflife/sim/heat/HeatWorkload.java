package dev.halflife.sim.heat;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.model.heat.HeatState;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random heat schedules: small caps, round and crooked half-lives, skewed keys, answers in and out of order. */
final class HeatWorkload implements Workload<HeatConfig, HeatState, HeatOperation> {

    private static final long SECOND = 1_000_000_000L;

    private final boolean marks;
    private final HeatKeys keys;

    HeatWorkload(boolean marks, HeatKeys keys) {
        this.marks = marks;
        this.keys = keys;
    }

    @Override
    public HeatConfig config(Rng rng) {
        int cap = rng.oneOf(0, 1, 1, 2, 2, 2, 3, 4, 8);
        long halfLife = rng.oneOf(1000L, SECOND, 7 * SECOND + 1, 60 * SECOND, 1800 * SECOND);
        double ratio = rng.oneOf(2.0, 2.0, 2.0, 1.01, 1.25, 1.5, 3.0, 10.0);
        long lease = rng.oneOf(1L, halfLife / 2, halfLife, 10 * halfLife, 100 * halfLife);
        return new HeatConfig(marks, cap, lease, new HeatPolicy(!rng.chance(40), ratio, halfLife));
    }

    @Override
    public Script<HeatState, HeatOperation> script(HeatConfig config, Rng rng) {
        return new HeatScript(config, rng, keys);
    }

    /** One schedule's character and where it has got to. */
    private static final class HeatScript implements Script<HeatState, HeatOperation> {

        private static final int BUMP = 0;
        private static final int TICK = 2;
        private static final int[] USUAL_WEIGHTS = {8, 2, 5, 4, 2, 1, 1, 1};

        private final HeatConfig config;
        private final Rng rng;
        private final HeatKeys keys;
        private final int[] weights;
        private final int weightSum;
        private final int keyCount;
        private final boolean skewed;
        private final int stillPerMille;
        private final int longPerMille;
        private final int backPerMille;
        private final int crookedPerMille;
        private final int partPerMille;
        private final int againPerMille;
        private final int ownHalfLifePerMille;
        private final int overtakenPerMille;
        private final List<Long> outstanding = new ArrayList<>();
        private long nowNanos;
        private long ticks;

        /** A tick whose announcement a read is about to overtake, and one that was overtaken; 0 where there is none. */
        private long toOvertake;

        private long overtaken;

        HeatScript(HeatConfig config, Rng rng, HeatKeys keys) {
            this.config = config;
            this.rng = rng;
            this.keys = keys;
            this.weights = USUAL_WEIGHTS.clone();
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= rng.oneOf(0, 1, 1, 3);
            }
            weights[BUMP] = Math.max(weights[BUMP], 4);
            weights[TICK] = Math.max(weights[TICK], 1);
            this.weightSum = IntStream.of(weights).sum();
            this.keyCount = config.cap() == 0 ? 1 + rng.nextInt(6) : config.cap() + rng.nextInt(4);
            this.skewed = rng.chance(500);
            this.stillPerMille = rng.oneOf(100, 400, 700);
            this.longPerMille = rng.oneOf(0, 30, 150, 500);
            this.backPerMille = rng.oneOf(0, 0, 60, 250);
            this.crookedPerMille = rng.oneOf(0, 500, 1000);
            this.partPerMille = rng.oneOf(0, 0, 300);
            this.againPerMille = rng.oneOf(0, 50, 300);
            this.ownHalfLifePerMille = rng.oneOf(0, 0, 0, 200);
            this.overtakenPerMille = rng.oneOf(0, 0, 500);
            this.nowNanos = 1000 * config.policy().halfLifeNanos();
        }

        @Override
        public HeatOperation next(HeatState state) {
            if (toOvertake != 0) {
                overtaken = toOvertake;
                toOvertake = 0;
                for (String key : state.issuedKeys(overtaken)) {
                    return new HeatOperation.Bump(nowNanos, key, halfLife());
                }
            }
            if (overtaken != 0) {
                long tick = overtaken;
                overtaken = 0;
                outstanding.remove(tick);
                return new HeatOperation.Commit(nowNanos, tick, null);
            }
            return any(state);
        }

        private HeatOperation any(HeatState state) {
            int drawn = rng.nextInt(weightSum);
            int kind = 0;
            while (drawn >= weights[kind]) {
                drawn -= weights[kind++];
            }
            passTime();
            return switch (kind) {
                case BUMP -> new HeatOperation.Bump(nowNanos, key(), halfLife());
                case 1 -> new HeatOperation.Touch(nowNanos, key(), halfLife());
                case TICK -> tick();
                case 3 -> answer(state, true);
                case 4 -> answer(state, false);
                case 5 -> new HeatOperation.Remove(nowNanos, key());
                case 6 -> new HeatOperation.Observe(nowNanos, key());
                default -> new HeatOperation.Len(nowNanos);
            };
        }

        /** Stands still, or passes: round parts of a half-life, crooked ones, long silences, a step back. */
        private void passTime() {
            if (rng.chance(stillPerMille)) {
                return;
            }
            long halfLife = config.policy().halfLifeNanos();
            if (rng.chance(backPerMille)) {
                nowNanos -= rng.chance(500) ? halfLife : 1 + rng.nextLong(halfLife);
            } else if (rng.chance(longPerMille)) {
                nowNanos += halfLife * rng.oneOf(10, 52, 53, 64, 65, 100) + rng.nextInt(2);
            } else if (rng.chance(crookedPerMille)) {
                nowNanos += 1 + rng.nextLong(3 * halfLife);
            } else {
                nowNanos += rng.oneOf(halfLife / 2, halfLife, halfLife, 2 * halfLife, halfLife / 1000 + 1);
            }
        }

        private String key() {
            int index = rng.nextInt(keyCount);
            return keys.get(skewed ? Math.min(index, rng.nextInt(keyCount)) : index);
        }

        private long halfLife() {
            return rng.chance(ownHalfLifePerMille)
                    ? rng.oneOf(0L, config.policy().halfLifeNanos() * 2)
                    : HeatOperation.POLICY_HALF_LIFE;
        }

        private HeatOperation tick() {
            ticks++;
            outstanding.add(ticks);
            toOvertake = rng.chance(overtakenPerMille) ? ticks : 0;
            return new HeatOperation.Tick(nowNanos, ticks);
        }

        /** An answer to the newest, the oldest, or any outstanding tick, or once more to an answered one. */
        private HeatOperation answer(HeatState state, boolean commit) {
            if (ticks == 0) {
                return tick();
            }
            long tick;
            if (outstanding.isEmpty() || rng.chance(againPerMille)) {
                tick = 1 + rng.nextLong(ticks);
            } else {
                int place = rng.oneOf(0, outstanding.size() - 1, rng.nextInt(outstanding.size()));
                tick = outstanding.remove(place);
            }
            List<String> part = rng.chance(partPerMille) ? part(state, tick) : null;
            return commit
                    ? new HeatOperation.Commit(nowNanos, tick, part)
                    : new HeatOperation.Rollback(nowNanos, tick, part);
        }

        private @Nullable List<String> part(HeatState state, long tick) {
            List<String> part = new ArrayList<>();
            for (String key : state.issuedKeys(tick)) {
                if (rng.chance(500)) {
                    part.add(key);
                }
            }
            return part;
        }
    }
}
