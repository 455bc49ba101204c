package dev.halflife.model.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of one clock and one row of ticks through a world: makes operations of {@link Move}s. */
final class Walk {

    private static final int ANSWERABLE = 6;
    private static final long FARTHEST = 1L << 62;

    private final World world;
    private long nowNanos;
    private long ticks;

    Walk(World world) {
        this.world = world;
        this.nowNanos = world.startNanos();
    }

    /** What a walk does at each step. */
    interface Sight {
        /** An operation that is about to be answered as predicted, in this state. */
        void of(HeatState before, HeatOperation operation);
    }

    /** Goes through a world by predicted replies; ends early where the rules leave more open than a judge can follow. */
    static void through(World world, List<Move> moves, Sight sight) {
        HeatSpec spec = world.spec();
        Walk walk = new Walk(world);
        HeatState state = world.initial();
        for (Move move : moves) {
            HeatOperation operation = walk.operation(move, state);
            sight.of(state, operation);
            Optional<HeatState> next = Possible.after(spec.judge(state, operation, spec.predict(state, operation)));
            if (next.isEmpty()) {
                return;
            }
            state = next.get();
        }
    }

    /** What this move comes to in this state. */
    HeatOperation operation(Move move, HeatState state) {
        nowNanos = later(nowNanos, move);
        String key = World.KEYS.get(move.key());
        return switch (move.kind()) {
            case BUMP -> new HeatOperation.Bump(nowNanos, key);
            case TOUCH -> new HeatOperation.Touch(nowNanos, key);
            case TOUCH_FOR_EVER -> new HeatOperation.Touch(nowNanos, key, 0);
            case TOUCH_FOR_LONGER -> new HeatOperation.Touch(nowNanos, key, longer());
            case TICK -> new HeatOperation.Tick(nowNanos, ++ticks);
            case COMMIT, ROLLBACK -> answer(move, state);
            case REMOVE -> new HeatOperation.Remove(nowNanos, key);
            case OBSERVE -> new HeatOperation.Observe(nowNanos, key);
            case LEN -> new HeatOperation.Len(nowNanos);
        };
    }

    /** Never so far from the start that an elapsed time would not fit a {@code long}: 146 years. */
    private long later(long from, Move move) {
        double nanos = move.halfLives() * world.config().policy().halfLifeNanos();
        long next = saturated(saturated(from, (long) nanos), move.nanos());
        long first = saturated(world.startNanos(), -FARTHEST);
        long last = saturated(world.startNanos(), FARTHEST);
        return Math.max(first, Math.min(next, last));
    }

    private static long saturated(long from, long nanos) {
        long sum = from + nanos;
        boolean overflown = ((from ^ sum) & (nanos ^ sum)) < 0;
        return overflown ? (nanos > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : sum;
    }

    private long longer() {
        long halfLife = world.config().policy().halfLifeNanos();
        return halfLife > Long.MAX_VALUE / 3 ? Long.MAX_VALUE : halfLife * 3;
    }

    /** The answer to one of the latest ticks, often the last, in full or in part, answered before or not. */
    private HeatOperation answer(Move move, HeatState state) {
        if (ticks == 0) {
            return new HeatOperation.Len(nowNanos);
        }
        int back = Math.floorMod(move.choice(), ANSWERABLE) / 2;
        long tick = Math.max(1, ticks - back);
        List<String> part = part(state.issuedKeys(tick), move.choice() / ANSWERABLE);
        return move.kind() == Move.Kind.COMMIT
                ? new HeatOperation.Commit(nowNanos, tick, part)
                : new HeatOperation.Rollback(nowNanos, tick, part);
    }

    private static @Nullable List<String> part(Iterable<String> keys, int bits) {
        if (bits % 3 != 0) {
            return null;
        }
        List<String> part = new ArrayList<>();
        int bit = 0;
        for (String key : keys) {
            if ((bits / 3 & (1 << bit++)) != 0) {
                part.add(key);
            }
        }
        return part;
    }
}
