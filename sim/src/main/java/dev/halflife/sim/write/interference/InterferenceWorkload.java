package dev.halflife.sim.write.interference;

import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceOperation.Outcome;
import dev.halflife.model.write.interference.InterferenceState;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;
import java.util.List;
import java.util.OptionalLong;

/** Random tracker schedules: round, crooked, odd and tiny scores, feedback in time, late and never, times on and beside the edges. */
final class InterferenceWorkload implements Workload<InterferenceConfig, InterferenceState, InterferenceOperation> {

    /** The namespaces of generated schedules; not entered in order. */
    static final List<String> NAMESPACES = List.of("a", "b", "c", "d", "e", "f");

    private static final long SECOND = 1_000_000_000L;

    @Override
    public InterferenceConfig config(Rng rng) {
        return new InterferenceConfig(rng.oneOf(1L, SECOND, 7 * SECOND + 1, 60 * SECOND, 600 * SECOND));
    }

    @Override
    public Script<InterferenceState, InterferenceOperation> script(InterferenceConfig config, Rng rng) {
        return new InterferenceScript(config, rng);
    }

    /** One schedule's character and where it has got to. */
    private static final class InterferenceScript implements Script<InterferenceState, InterferenceOperation> {

        private static final float[] ROUND = {0.25f, 0.5f, 0.5f, 1, 1, 2};
        private static final float[] ODD = {
            0,
            -0.0f,
            -1,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MAX_VALUE,
            2e38f,
            Float.MIN_VALUE,
            Float.MIN_NORMAL,
            1e8f
        };
        private static final float[] TINY = {1e-6f, 5e-7f, 1.1e-6f};

        private final InterferenceConfig config;
        private final Rng rng;
        private final int namespaces;
        private final float threshold;
        private final long cooldownNanos;
        private final int roundPerMille;
        private final int oddPerMille;
        private final int tinyPerMille;
        private final int feedbackPerMille;
        private final int strayPerMille;
        private final int lookPerMille;
        private final int stillPerMille;
        private final int edgePerMille;
        private final int backPerMille;
        private long nowNanos;

        InterferenceScript(InterferenceConfig config, Rng rng) {
            this.config = config;
            this.rng = rng;
            this.namespaces = 1 + rng.nextInt(NAMESPACES.size());
            this.threshold = rng.oneOf(0.3f, 1f, 1f, 1f, 4f, 0f, 10f);
            long lease = config.leaseNanos();
            this.cooldownNanos = rng.oneOf(0L, 0L, lease / 10, lease / 2, lease, 3 * lease);
            this.roundPerMille = rng.oneOf(0, 500, 1000, 1000);
            this.oddPerMille = rng.oneOf(0, 0, 50, 300);
            this.tinyPerMille = rng.oneOf(0, 0, 50, 300);
            this.feedbackPerMille = rng.oneOf(0, 200, 500, 800);
            this.strayPerMille = rng.oneOf(0, 20, 100);
            this.lookPerMille = rng.oneOf(0, 0, 50, 200);
            this.stillPerMille = rng.oneOf(100, 400, 700);
            this.edgePerMille = rng.oneOf(50, 300, 600);
            this.backPerMille = rng.oneOf(0, 0, 60, 200);
        }

        @Override
        public InterferenceOperation next(InterferenceState state) {
            passTime(state);
            if (rng.chance(lookPerMille)) {
                return new InterferenceOperation.Backlog(nowNanos);
            }
            boolean pending = state.pendingNanos().isPresent();
            if (rng.chance(pending ? feedbackPerMille : strayPerMille)) {
                Outcome outcome = rng.oneOf(Outcome.PROGRESS, Outcome.PROGRESS, Outcome.NO_PROGRESS, Outcome.FAILED);
                return new InterferenceOperation.Feedback(nowNanos, outcome);
            }
            String namespace = NAMESPACES.get(rng.nextInt(namespaces));
            float bar = rng.chance(30) ? rng.oneOf(0f, 1f, Float.POSITIVE_INFINITY) : threshold;
            long cooldown = rng.chance(50) ? 0 : cooldownNanos;
            return new InterferenceOperation.Accumulate(nowNanos, namespace, score(), bar, cooldown);
        }

        private float score() {
            if (rng.chance(oddPerMille)) {
                return ODD[rng.nextInt(ODD.length)];
            }
            if (rng.chance(tinyPerMille)) {
                return TINY[rng.nextInt(TINY.length)];
            }
            return rng.chance(roundPerMille) ? ROUND[rng.nextInt(ROUND.length)] : (float) rng.nextDouble();
        }

        /** Stands still, or passes: to the end of the cooldown or of the lease, or just past it, parts of them, a step back. */
        private void passTime(InterferenceState state) {
            if (rng.chance(stillPerMille)) {
                return;
            }
            long lease = config.leaseNanos();
            OptionalLong pending = state.pendingNanos();
            OptionalLong last = state.lastTriggerNanos();
            if (rng.chance(backPerMille)) {
                nowNanos -= rng.oneOf(lease / 2, lease, 1 + rng.nextLong(lease));
            } else if (pending.isPresent() && rng.chance(edgePerMille)) {
                nowNanos = Math.max(nowNanos, pending.getAsLong() + lease + rng.oneOf(0, 1));
            } else if (last.isPresent() && rng.chance(edgePerMille)) {
                nowNanos = Math.max(nowNanos, last.getAsLong() + cooldownNanos - rng.oneOf(0, 1));
            } else {
                nowNanos += rng.oneOf(1 + lease / 10, 1 + cooldownNanos / 3, 1 + rng.nextLong(lease));
            }
        }
    }
}
