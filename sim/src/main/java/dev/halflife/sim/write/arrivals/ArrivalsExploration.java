package dev.halflife.sim.write.arrivals;

import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsState;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.component.NoConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Every short row of arrivals and seeds over a few namespaces. Each brings an id of its own, as nothing depends on whether
 * two are the same, and a wrong link then shows.
 */
final class ArrivalsExploration implements Exploration<NoConfig, ArrivalsState, ArrivalsOperation> {

    private static final long[] SEQUENCES = {1, 2, -1, Long.MAX_VALUE};

    @Override
    public List<NoConfig> configs(int keys) {
        return List.of(new NoConfig());
    }

    @Override
    public long[] timeStepsNanos(NoConfig config) {
        return new long[] {0};
    }

    @Override
    public long startNanos() {
        return 0;
    }

    /** A namespace is new exactly where it has no cursor. */
    @Override
    public List<ArrivalsOperation> moves(ArrivalsState state, List<ArrivalsOperation> soFar, int keys, long atNanos) {
        String id = ArrivalsComponent.IDS.get(soFar.size());
        List<ArrivalsOperation> moves = new ArrayList<>();
        for (int i = 0; i < Math.min(keys, state.size() + 1); i++) {
            String namespace = ArrivalsComponent.NAMESPACES.get(i);
            moves.add(new ArrivalsOperation.Arrive(atNanos, namespace, id));
            for (long sequence : SEQUENCES) {
                moves.add(new ArrivalsOperation.Seed(atNanos, namespace, id, sequence));
            }
        }
        return moves;
    }
}
