package dev.halflife.sim.write.credits;

import dev.halflife.model.NameText;
import dev.halflife.model.write.credits.Call;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.CreditsState;
import dev.halflife.model.write.credits.Flush;
import dev.halflife.sim.component.Narration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An interleaving as a person reads it: a column for whole calls, and one per caller, with a bar while a call runs. */
final class CreditsNarration implements Narration<CreditsConfig, CreditsState, CreditsOperation, CreditsReply> {

    private static final int MOST_IDS = 8;
    private static final List<String> COLUMNS = List.of("alone", "caller 1", "caller 2", "caller 3");

    @Override
    public String config(CreditsConfig config) {
        return "threshold " + config.threshold() + " · " + config.callers()
                + (config.callers() == 1 ? " caller" : " callers");
    }

    @Override
    public String operation(CreditsOperation operation) {
        int caller = operation.match(new Caller());
        return (caller == 0 ? "" : "caller " + caller + " ") + operation.match(new Words());
    }

    @Override
    public String reply(CreditsOperation operation, CreditsReply reply) {
        if (reply instanceof CreditsReply.Counted counted) {
            return "count " + counted.count() + ", pile " + counted.pile();
        }
        return reply instanceof CreditsReply.Returned returned ? text(returned.flush()) : "";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> cells(CreditsOperation operation, @Nullable CreditsReply reply, CreditsState after) {
        int at = operation.match(new Caller());
        List<String> cells = new ArrayList<>(COLUMNS.size());
        for (int caller = 0; caller < COLUMNS.size(); caller++) {
            if (caller == at) {
                String replied = reply == null ? "no reply" : reply(operation, reply);
                cells.add(operation.match(new Words()) + (replied.isEmpty() ? "" : " → " + replied));
            } else {
                cells.add(caller > 0 && after.running(caller).isPresent() ? "│" : "");
            }
        }
        return cells;
    }

    @Override
    public String note(CreditsState state) {
        String pending = state.pile().isEmpty() ? "" : "pending: " + state.pile();
        return state.possibilities() > 1 ? pending + " (or further)" : pending;
    }

    private static String text(@Nullable Flush flush) {
        if (flush instanceof Flush.Counts counts) {
            return "flush "
                    + list(counts.counts().entrySet().stream()
                            .map(CreditsNarration::text)
                            .toList());
        }
        return flush instanceof Flush.Ids ids ? "flush " + names(ids.ids()) : "nothing";
    }

    private static String text(Map.Entry<String, Long> entry) {
        return NameText.of(entry.getKey()) + " " + entry.getValue();
    }

    private static String names(List<String> ids) {
        return list(ids.stream().map(NameText::of).toList());
    }

    private static String list(List<String> texts) {
        return texts.size() <= MOST_IDS
                ? String.join(", ", texts)
                : texts.stream().limit(MOST_IDS).collect(Collectors.joining(", ")) + ", … (" + texts.size() + ")";
    }

    /** In whose column it belongs; 0 for whole calls. */
    private static final class Caller implements CreditsOperation.Cases<Integer> {
        @Override
        public Integer record(CreditsOperation.RecordIds record) {
            return 0;
        }

        @Override
        public Integer drain(CreditsOperation.Drain drain) {
            return 0;
        }

        @Override
        public Integer restore(CreditsOperation.Restore restore) {
            return 0;
        }

        @Override
        public Integer pending(CreditsOperation.Pending pending) {
            return 0;
        }

        @Override
        public Integer begin(CreditsOperation.Begin begin) {
            return begin.caller();
        }

        @Override
        public Integer step(CreditsOperation.Step step) {
            return step.caller();
        }

        @Override
        public Integer finish(CreditsOperation.Finish finish) {
            return finish.caller();
        }
    }

    /** What is done. */
    private static final class Words implements CreditsOperation.Cases<String> {
        @Override
        public String record(CreditsOperation.RecordIds record) {
            return call(new Call.RecordIds(record.ids()));
        }

        @Override
        public String drain(CreditsOperation.Drain drain) {
            return "drain";
        }

        @Override
        public String restore(CreditsOperation.Restore restore) {
            return "restore flush #" + restore.flush();
        }

        @Override
        public String pending(CreditsOperation.Pending pending) {
            return "pending";
        }

        @Override
        public String begin(CreditsOperation.Begin begin) {
            return call(begin.call());
        }

        @Override
        public String step(CreditsOperation.Step step) {
            return "step";
        }

        @Override
        public String finish(CreditsOperation.Finish finish) {
            return "finish";
        }

        private static String call(Call call) {
            if (call instanceof Call.RecordIds record) {
                return "record " + (record.ids().isEmpty() ? "nothing" : names(record.ids()));
            }
            return "drain";
        }
    }
}
