package dev.halflife.sim.write.workingset;

import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetState;
import dev.halflife.sim.component.Mix;
import dev.halflife.sim.component.Names;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;
import java.util.ArrayList;
import java.util.List;

/**
 * Random revisions of a few entries: newer, older, level in version and in time too; late, once more, and after a trim.
 * Time plays no part: all is at 0.
 */
final class WorkingSetWorkload implements Workload<NoConfig, WorkingSetState, WorkingSetOperation> {

    @Override
    public NoConfig config(Rng rng) {
        return new NoConfig();
    }

    @Override
    public Script<WorkingSetState, WorkingSetOperation> script(NoConfig config, Rng rng) {
        return new WorkingSetScript(rng);
    }

    private static final class WorkingSetScript implements Script<WorkingSetState, WorkingSetOperation> {
        private final Rng rng;
        private final Mix<WorkingSetOperation> mix;
        private final int entries;
        private final int spread;

        /** Whether ids begin with letters whose order by code points is not that by UTF-16 units. */
        private final boolean beyondUtf16;

        private final List<Integer> unused = new ArrayList<>();
        private final List<Revision> sent = new ArrayList<>();

        WorkingSetScript(Rng rng) {
            this.rng = rng;
            this.entries = rng.oneOf(1, 1, 2, 3, 6);
            this.spread = rng.oneOf(1, 2, 3, 30);
            this.beyondUtf16 = rng.chance(100);
            for (int i = 0; i < Names.COUNT; i++) {
                unused.add(i);
            }
            this.mix = new Mix<WorkingSetOperation>(rng)
                    .always(6, this::fresh)
                    .often(3, this::again)
                    .often(2, () -> new WorkingSetOperation.Trim(0, entry()))
                    .often(1, () -> new WorkingSetOperation.Head(0, entry()))
                    .often(1, () -> new WorkingSetOperation.Get(0, id()))
                    .often(1, () -> new WorkingSetOperation.Len(0));
        }

        @Override
        public WorkingSetOperation next(WorkingSetState state) {
            return mix.next();
        }

        private WorkingSetOperation fresh() {
            if (unused.isEmpty()) {
                return again();
            }
            String plain = WorkingSetComponent.REVISIONS.get(unused.remove(rng.nextInt(unused.size())));
            String id = beyondUtf16 ? rng.oneOf("\uff61", "\ud83d\ude00") + plain : plain;
            Revision revision = new Revision(id, entry(), number(), number());
            sent.add(revision);
            return new WorkingSetOperation.Upsert(0, revision);
        }

        private WorkingSetOperation again() {
            return sent.isEmpty() ? fresh() : new WorkingSetOperation.Upsert(0, sent.get(rng.nextInt(sent.size())));
        }

        private long number() {
            return rng.chance(20) ? rng.oneOf(Long.MIN_VALUE, Long.MAX_VALUE, -1L) : rng.nextInt(spread);
        }

        private String entry() {
            return WorkingSetComponent.ENTRIES.get(rng.nextInt(entries));
        }

        private String id() {
            return sent.isEmpty() || rng.chance(100)
                    ? WorkingSetComponent.REVISIONS.get(rng.nextInt(Names.COUNT))
                    : sent.get(rng.nextInt(sent.size())).id();
        }
    }
}
