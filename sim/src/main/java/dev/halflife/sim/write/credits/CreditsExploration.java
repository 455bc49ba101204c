package dev.halflife.sim.write.credits;

import dev.halflife.model.write.credits.Call;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsState;
import dev.halflife.sim.component.Exploration;
import java.util.ArrayList;
import java.util.List;

/**
 * Every small interleaving: as many callers as keys, thresholds 1 to 3, two ids. Of the callers that have done nothing yet
 * only the first begins a call. The audit after each schedule finishes what is running, so there is no move for that; it
 * reads what is pending, too.
 */
final class CreditsExploration implements Exploration<CreditsConfig, CreditsState, CreditsOperation> {

    private static final int MOST_THRESHOLD = 3;
    private static final int IDS = 2;

    @Override
    public List<CreditsConfig> configs(int keys) {
        int callers = Math.max(1, Math.min(keys, CreditsConfig.MOST_CALLERS));
        List<CreditsConfig> configs = new ArrayList<>();
        for (int threshold = 1; threshold <= MOST_THRESHOLD; threshold++) {
            configs.add(new CreditsConfig(threshold, callers));
        }
        return configs;
    }

    @Override
    public long[] timeStepsNanos(CreditsConfig config) {
        return new long[] {0};
    }

    @Override
    public long startNanos() {
        return 0;
    }

    @Override
    public List<CreditsOperation> moves(CreditsState state, List<CreditsOperation> soFar, int keys, long atNanos) {
        int callers = Math.max(1, Math.min(keys, CreditsConfig.MOST_CALLERS));
        int usedCallers = 0;
        int usedIds = 0;
        for (CreditsOperation operation : soFar) {
            if (operation instanceof CreditsOperation.Begin begin) {
                usedCallers = Math.max(usedCallers, begin.caller());
                usedIds = Math.max(usedIds, idsUpTo(begin.call()));
            }
        }
        List<CreditsOperation> moves = new ArrayList<>();
        for (int caller = 1; caller <= Math.min(callers, usedCallers + 1); caller++) {
            if (state.running(caller).isPresent()) {
                moves.add(new CreditsOperation.Step(atNanos, caller));
            } else {
                addBegins(caller, Math.min(IDS, usedIds + 1), atNanos, moves);
            }
        }
        for (long flush : state.restorable()) {
            moves.add(new CreditsOperation.Restore(atNanos, flush));
        }
        return moves;
    }

    private static void addBegins(int caller, int ids, long atNanos, List<CreditsOperation> moves) {
        for (int i = 0; i < ids; i++) {
            String id = CreditIds.id(i);
            moves.add(new CreditsOperation.Begin(atNanos, caller, new Call.RecordIds(List.of(id))));
            moves.add(new CreditsOperation.Begin(atNanos, caller, new Call.RecordIds(List.of(id, id))));
        }
        moves.add(new CreditsOperation.Begin(atNanos, caller, new Call.RecordIds(List.of())));
        moves.add(new CreditsOperation.Begin(atNanos, caller, new Call.Drain()));
    }

    private static int idsUpTo(Call call) {
        int used = 0;
        if (call instanceof Call.RecordIds record) {
            for (int i = 0; i < IDS; i++) {
                used = record.ids().contains(CreditIds.id(i)) ? i + 1 : used;
            }
        }
        return used;
    }
}
