package dev.halflife.sim.write.credits;

import dev.halflife.model.write.credits.Call;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsState;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;
import java.util.ArrayList;
import java.util.List;

/** Random schedules: low thresholds and now and then a real one, one to three callers, repeated ids, drains, restores. */
final class CreditsWorkload implements Workload<CreditsConfig, CreditsState, CreditsOperation> {

    private static final int REAL_THRESHOLD_PER_MILLE = 40;

    /** Following every order of overlapping calls costs several times what a step elsewhere does. */
    @Override
    public long schedules(long usual) {
        return Math.max(1, usual / 5);
    }

    @Override
    public CreditsConfig config(Rng rng) {
        long threshold = rng.chance(REAL_THRESHOLD_PER_MILLE)
                ? CreditsConfig.DEFAULT_THRESHOLD
                : rng.oneOf(1L, 2L, 2L, 3L, 3L, 4L, 5L, 8L);
        return new CreditsConfig(threshold, rng.oneOf(1, 2, 2, 3));
    }

    @Override
    public Script<CreditsState, CreditsOperation> script(CreditsConfig config, Rng rng) {
        return new CreditsScript(config, rng);
    }

    /** One schedule's character. */
    private static final class CreditsScript implements Script<CreditsState, CreditsOperation> {

        private static final int RECORD = 0;
        private static final int DRAIN = 1;
        private static final int RESTORE = 2;
        private static final int PENDING = 3;
        private static final int OVERLAP = 4;
        private static final int[] USUAL_WEIGHTS = {6, 1, 2, 1, 12};
        private static final int LARGEST_BURST = 96;

        private final CreditsConfig config;
        private final Rng rng;
        private final int[] weights;
        private final int idCount;
        private final boolean skewed;
        private final int burstPerMille;
        private final int emptyPerMille;
        private final int drainPerMille;
        private final int finishPerMille;
        private final int beginPerMille;
        private long nowNanos;

        CreditsScript(CreditsConfig config, Rng rng) {
            this.config = config;
            this.rng = rng;
            this.weights = USUAL_WEIGHTS.clone();
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= rng.oneOf(0, 1, 1, 3);
            }
            weights[RECORD] = Math.max(weights[RECORD], 1);
            this.idCount = 1 + rng.nextInt(6);
            this.skewed = rng.chance(500);
            this.burstPerMille = config.threshold() > 8 ? 600 : rng.oneOf(0, 100, 300);
            this.emptyPerMille = rng.oneOf(0, 0, 50, 200);
            this.drainPerMille = rng.oneOf(0, 50, 200);
            this.finishPerMille = rng.oneOf(0, 100, 400);
            this.beginPerMille = rng.oneOf(200, 500, 800);
        }

        @Override
        public CreditsOperation next(CreditsState state) {
            int sum = 0;
            for (int weight : weights) {
                sum += weight;
            }
            int drawn = rng.nextInt(sum);
            int kind = 0;
            while (drawn >= weights[kind]) {
                drawn -= weights[kind++];
            }
            nowNanos++;
            return switch (kind) {
                case DRAIN -> new CreditsOperation.Drain(nowNanos);
                case RESTORE -> restore(state);
                case PENDING -> new CreditsOperation.Pending(nowNanos);
                case OVERLAP -> overlap(state);
                default -> new CreditsOperation.RecordIds(nowNanos, ids());
            };
        }

        /** The newest flush, the oldest, or any. */
        private CreditsOperation restore(CreditsState state) {
            if (state.restorable().isEmpty()) {
                return new CreditsOperation.RecordIds(nowNanos, ids());
            }
            List<Long> flushes = new ArrayList<>(state.restorable());
            int place = rng.oneOf(0, flushes.size() - 1, rng.nextInt(flushes.size()));
            return new CreditsOperation.Restore(nowNanos, flushes.get(place));
        }

        /** A begin, if there is an idle caller; else, or by chance, a step of a running one. */
        private CreditsOperation overlap(CreditsState state) {
            int idle = 0;
            int running = 0;
            for (int i = 0, first = rng.nextInt(config.callers()); i < config.callers(); i++) {
                int caller = 1 + (first + i) % config.callers();
                if (state.running(caller).isPresent()) {
                    running = caller;
                } else {
                    idle = caller;
                }
            }
            if (running == 0 || (idle != 0 && rng.chance(beginPerMille))) {
                Call call = rng.chance(drainPerMille) ? new Call.Drain() : new Call.RecordIds(ids());
                return new CreditsOperation.Begin(nowNanos, idle, call);
            }
            return rng.chance(finishPerMille)
                    ? new CreditsOperation.Finish(nowNanos, running)
                    : new CreditsOperation.Step(nowNanos, running);
        }

        private List<String> ids() {
            if (rng.chance(emptyPerMille)) {
                return List.of();
            }
            int most = (int) Math.min(config.threshold() + 1, LARGEST_BURST);
            int size = rng.chance(burstPerMille) ? 1 + rng.nextInt(most) : rng.oneOf(1, 1, 2);
            List<String> ids = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                int index = rng.nextInt(idCount);
                ids.add(CreditIds.id(skewed ? Math.min(index, rng.nextInt(idCount)) : index));
            }
            return ids;
        }
    }
}
