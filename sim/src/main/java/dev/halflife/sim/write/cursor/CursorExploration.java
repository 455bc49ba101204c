package dev.halflife.sim.write.cursor;

import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorState;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.component.NoConfig;
import java.util.Arrays;
import java.util.List;

/** Every short row of advances to a few values, the ends of the range among them. */
final class CursorExploration implements Exploration<NoConfig, CursorState, CursorOperation> {

    private static final long[] VALUES = {0, 1, 2, -1, Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE};

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

    @Override
    public List<CursorOperation> moves(CursorState state, List<CursorOperation> soFar, int keys, long atNanos) {
        return Arrays.stream(VALUES)
                .<CursorOperation>mapToObj(millis -> new CursorOperation.Advance(atNanos, millis))
                .toList();
    }
}
