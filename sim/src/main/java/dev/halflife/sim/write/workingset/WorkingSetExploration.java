package dev.halflife.sim.write.workingset;

import dev.halflife.model.write.workingset.Revision;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetState;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.component.NoConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every short row of upserts and trims: of one revision more than there are entries, in any order of their ids, each with
 * one of two versions and two times, and once more as often as there is room. What is trimmed may come once more.
 */
final class WorkingSetExploration implements Exploration<NoConfig, WorkingSetState, WorkingSetOperation> {

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
    public List<WorkingSetOperation> moves(
            WorkingSetState state, List<WorkingSetOperation> soFar, int keys, long atNanos) {
        Map<String, Revision> known = known(soFar);
        int entries =
                (int) known.values().stream().map(Revision::logical).distinct().count();
        List<WorkingSetOperation> moves = new ArrayList<>();
        for (String id : WorkingSetComponent.REVISIONS.first(keys + 1)) {
            Revision again = known.get(id);
            if (again != null) {
                moves.add(new WorkingSetOperation.Upsert(atNanos, again));
                continue;
            }
            for (String entry : WorkingSetComponent.ENTRIES.first(Math.min(keys, entries + 1))) {
                for (long version = 1; version <= 2; version++) {
                    for (long created = 0; created <= 1; created++) {
                        moves.add(new WorkingSetOperation.Upsert(atNanos, new Revision(id, entry, version, created)));
                    }
                }
            }
        }
        for (String entry : WorkingSetComponent.ENTRIES.first(entries)) {
            moves.add(new WorkingSetOperation.Trim(atNanos, entry));
        }
        return moves;
    }

    private static Map<String, Revision> known(List<WorkingSetOperation> soFar) {
        Map<String, Revision> known = new LinkedHashMap<>();
        for (WorkingSetOperation operation : soFar) {
            if (operation instanceof WorkingSetOperation.Upsert upsert) {
                known.put(upsert.revision().id(), upsert.revision());
            }
        }
        return known;
    }
}
