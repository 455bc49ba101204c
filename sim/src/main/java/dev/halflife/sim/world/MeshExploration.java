package dev.halflife.sim.world;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatState;
import dev.halflife.sim.component.Exploration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Every small world of one driver: reads, removals, rounds of every fate, and every answer to what hangs. */
final class MeshExploration implements Exploration<MeshConfig, MeshState, MeshOperation> {

    private final Exploration<HeatConfig, HeatState, ?> heat;
    private final IntFunction<String> keys;

    MeshExploration(Exploration<HeatConfig, HeatState, ?> heat, IntFunction<String> keys) {
        this.heat = heat;
        this.keys = keys;
    }

    @Override
    public List<MeshConfig> configs(int keyCount) {
        return heat.configs(keyCount).stream()
                .map(config -> new MeshConfig(config, 1))
                .toList();
    }

    @Override
    public long[] timeStepsNanos(MeshConfig config) {
        return heat.timeStepsNanos(config.heat());
    }

    /** Two operations less than a registry: a world has some twenty times as many moves. */
    @Override
    public int depth(int usual) {
        return Math.max(1, usual - 2);
    }

    @Override
    public long startNanos() {
        return heat.startNanos();
    }

    @Override
    public List<MeshOperation> moves(MeshState state, List<MeshOperation> soFar, int keyCount, long atNanos) {
        int used = 0;
        for (MeshOperation operation : soFar) {
            if (operation instanceof MeshOperation.Read read) {
                for (int i = used; i < keyCount; i++) {
                    used = read.key().equals(keys.apply(i)) ? i + 1 : used;
                }
            }
        }
        List<MeshOperation> moves = new ArrayList<>();
        for (int i = 0; i < Math.min(keyCount, used + 1); i++) {
            moves.add(new MeshOperation.Read(atNanos, 1, keys.apply(i)));
        }
        for (int i = 0; i < used; i++) {
            moves.add(new MeshOperation.Remove(atNanos, keys.apply(i)));
        }
        for (Fate fate : Fate.values()) {
            moves.add(new MeshOperation.Round(atNanos, 1, state.rounds() + 1, fate));
        }
        for (Map.Entry<Long, MeshState.Batch> entry : state.hanging().entrySet()) {
            if (!entry.getValue().lost()) {
                if (!entry.getValue().applied()) {
                    moves.add(new MeshOperation.Apply(atNanos, entry.getKey()));
                }
                moves.add(new MeshOperation.Answer(atNanos, entry.getKey(), true));
                moves.add(new MeshOperation.Answer(atNanos, entry.getKey(), false));
            }
        }
        return moves;
    }
}
