package dev.halflife.sim.heat;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.model.heat.HeatState;
import dev.halflife.sim.component.Exploration;
import java.util.ArrayList;
import java.util.List;

/**
 * Every small heat schedule: reads, touches, ticks, removals, and answers to any tick, whole. Observations are left to
 * the audit, as they change nothing.
 */
final class HeatExploration implements Exploration<HeatConfig, HeatState, HeatOperation> {

    private static final long HALF_LIFE = 60_000_000_000L;

    private final boolean marks;
    private final HeatKeys keys;

    HeatExploration(boolean marks, HeatKeys keys) {
        this.marks = marks;
        this.keys = keys;
    }

    /** A cap that all keys fit under, and one that they do not. The lease is one half-life: exactly on the grid. */
    @Override
    public List<HeatConfig> configs(int keyCount) {
        HeatPolicy policy = new HeatPolicy(true, 2, HALF_LIFE);
        HeatConfig roomy = new HeatConfig(marks, keyCount, HALF_LIFE, policy);
        return keyCount == 1 ? List.of(roomy) : List.of(roomy, new HeatConfig(marks, keyCount - 1, HALF_LIFE, policy));
    }

    @Override
    public long[] timeStepsNanos(HeatConfig config) {
        long halfLife = config.policy().halfLifeNanos();
        return new long[] {0, halfLife / 2, halfLife, 65 * halfLife, -halfLife};
    }

    @Override
    public long startNanos() {
        return 1000 * HALF_LIFE;
    }

    @Override
    public List<HeatOperation> moves(HeatState state, List<HeatOperation> soFar, int keyCount, long atNanos) {
        int used = 0;
        long ticks = 0;
        for (HeatOperation operation : soFar) {
            if (operation instanceof HeatOperation.Tick) {
                ticks++;
            } else if (operation instanceof HeatOperation.Bump bump) {
                used = Math.max(used, 1 + keys.all().indexOf(bump.key()));
            } else if (operation instanceof HeatOperation.Touch touch) {
                used = Math.max(used, 1 + keys.all().indexOf(touch.key()));
            }
        }
        List<HeatOperation> moves = new ArrayList<>();
        for (int i = 0; i < Math.min(keyCount, used + 1); i++) {
            moves.add(new HeatOperation.Bump(atNanos, keys.get(i)));
            moves.add(new HeatOperation.Touch(atNanos, keys.get(i)));
        }
        for (int i = 0; i < used; i++) {
            moves.add(new HeatOperation.Remove(atNanos, keys.get(i)));
        }
        moves.add(new HeatOperation.Tick(atNanos, ticks + 1));
        addAnswers(state, ticks, atNanos, moves);
        return moves;
    }

    /** Of the ticks that announced nothing one is enough: a rollback of it is nothing, and all commits of it are alike. */
    private static void addAnswers(HeatState state, long ticks, long atNanos, List<HeatOperation> moves) {
        boolean emptyOffered = false;
        for (long tick = 1; tick <= ticks; tick++) {
            boolean empty = !state.issuedKeys(tick).iterator().hasNext();
            if (empty && emptyOffered) {
                continue;
            }
            emptyOffered |= empty;
            moves.add(new HeatOperation.Commit(atNanos, tick, null));
            if (!empty) {
                moves.add(new HeatOperation.Rollback(atNanos, tick, null));
            }
        }
    }
}
