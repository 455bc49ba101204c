package dev.halflife.sim.write.interference;

import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceOperation.Outcome;
import dev.halflife.model.write.interference.InterferenceState;
import dev.halflife.sim.component.Exploration;
import java.util.ArrayList;
import java.util.List;

/** Every small tracker schedule: scores that reach the threshold and such that do not, and feedback. The backlog is left to the audit. */
final class InterferenceExploration
        implements Exploration<InterferenceConfig, InterferenceState, InterferenceOperation> {

    private static final long LEASE = 60_000_000_000L;
    private static final long COOLDOWN = LEASE / 2;

    @Override
    public List<InterferenceConfig> configs(int namespaces) {
        return List.of(new InterferenceConfig(LEASE));
    }

    /** Half a lease is exactly a cooldown; two of them are exactly a lease, which a request may just reach. */
    @Override
    public long[] timeStepsNanos(InterferenceConfig config) {
        long lease = config.leaseNanos();
        return new long[] {0, lease / 2, lease + 1, -lease / 2};
    }

    /** There are many moves, four times each. */
    @Override
    public int depth(int usual) {
        return Math.max(1, usual - 1);
    }

    @Override
    public long startNanos() {
        return 0;
    }

    @Override
    public List<InterferenceOperation> moves(
            InterferenceState state, List<InterferenceOperation> soFar, int namespaces, long atNanos) {
        int used = 0;
        for (InterferenceOperation operation : soFar) {
            if (operation instanceof InterferenceOperation.Accumulate accumulate) {
                used = Math.max(used, 1 + InterferenceWorkload.NAMESPACES.indexOf(accumulate.namespace()));
            }
        }
        List<InterferenceOperation> moves = new ArrayList<>();
        for (int i = 0; i < Math.min(namespaces, used + 1); i++) {
            String namespace = InterferenceWorkload.NAMESPACES.get(i);
            moves.add(new InterferenceOperation.Accumulate(atNanos, namespace, 1, 1, COOLDOWN));
            moves.add(new InterferenceOperation.Accumulate(atNanos, namespace, 0.5f, 1, COOLDOWN));
        }
        for (Outcome outcome : Outcome.values()) {
            moves.add(new InterferenceOperation.Feedback(atNanos, outcome));
        }
        return moves;
    }
}
