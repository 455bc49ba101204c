package dev.halflife.sim.write.cursor;

import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorState;
import dev.halflife.sim.component.Mix;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;

/** Random advances: ahead, behind, on the spot, and to the ends of the range. Time plays no part: all is at 0. */
final class CursorWorkload implements Workload<NoConfig, CursorState, CursorOperation> {

    @Override
    public NoConfig config(Rng rng) {
        return new NoConfig();
    }

    @Override
    public Script<CursorState, CursorOperation> script(NoConfig config, Rng rng) {
        return new CursorScript(rng);
    }

    private static final class CursorScript implements Script<CursorState, CursorOperation> {
        private final Rng rng;
        private final Mix<CursorOperation> mix;
        private final long farthest;
        private long position;

        CursorScript(Rng rng) {
            this.rng = rng;
            this.farthest = rng.oneOf(3L, 100L, 100_000_000L, 1L << 40);
            this.mix = new Mix<CursorOperation>(rng)
                    .always(6, () -> advance(position + 1 + rng.nextLong(farthest)))
                    .often(3, () -> advance(position - rng.nextLong(farthest)))
                    .often(2, () -> advance(position))
                    .often(1, () -> advance(extreme()))
                    .often(1, () -> new CursorOperation.Position(0));
        }

        @Override
        public CursorOperation next(CursorState state) {
            position = state.millis();
            return mix.next();
        }

        /** The largest values seldom, as nothing moves after them. */
        private long extreme() {
            long near = rng.nextInt(3);
            return rng.chance(100) ? Long.MAX_VALUE - near : rng.chance(500) ? Long.MIN_VALUE + near : -near;
        }

        private static CursorOperation advance(long millis) {
            return new CursorOperation.Advance(0, millis);
        }
    }
}
