package dev.halflife.sim.write.arrivals;

import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsState;
import dev.halflife.model.write.arrivals.Cursor;
import dev.halflife.sim.component.Mix;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;

/**
 * Random arrivals and seeds: near the cursor on either side, on it, and at the ends of the range. Time plays no part: all
 * is at 0.
 */
final class ArrivalsWorkload implements Workload<NoConfig, ArrivalsState, ArrivalsOperation> {

    @Override
    public NoConfig config(Rng rng) {
        return new NoConfig();
    }

    @Override
    public Script<ArrivalsState, ArrivalsOperation> script(NoConfig config, Rng rng) {
        return new ArrivalsScript(rng);
    }

    private static final class ArrivalsScript implements Script<ArrivalsState, ArrivalsOperation> {
        private final Rng rng;
        private final Mix<ArrivalsOperation> mix;
        private final int namespaces;
        private final int ids;
        private String namespace = ArrivalsComponent.NAMESPACES.get(0);
        private long sequence;

        ArrivalsScript(Rng rng) {
            this.rng = rng;
            this.namespaces = rng.oneOf(1, 2, 2, 3, 8);
            this.ids = rng.oneOf(2, 8, 64);
            this.mix = new Mix<ArrivalsOperation>(rng)
                    .always(6, () -> new ArrivalsOperation.Arrive(0, namespace, id()))
                    .often(1, () -> seed(sequence))
                    .often(1, () -> seed(added(1 + rng.nextInt(3))))
                    .often(1, () -> seed(added(-1 - rng.nextInt(3))))
                    .often(1, () -> seed(-rng.nextInt(4)))
                    .often(1, () -> seed(rng.oneOf(Long.MAX_VALUE, Long.MAX_VALUE - 2, Long.MIN_VALUE, 1L << 40)))
                    .often(1, () -> new ArrivalsOperation.Last(0, namespace));
        }

        @Override
        public ArrivalsOperation next(ArrivalsState state) {
            namespace = ArrivalsComponent.NAMESPACES.get(rng.nextInt(namespaces));
            sequence = state.cursor(namespace).map(Cursor::sequence).orElse(0L);
            return mix.next();
        }

        private String id() {
            return ArrivalsComponent.IDS.get(rng.nextInt(ids));
        }

        private ArrivalsOperation seed(long to) {
            return new ArrivalsOperation.Seed(0, namespace, id(), to);
        }

        private long added(long distance) {
            long sum = sequence + distance;
            boolean overflown = ((sequence ^ sum) & (distance ^ sum)) < 0;
            return overflown ? sequence : sum;
        }
    }
}
