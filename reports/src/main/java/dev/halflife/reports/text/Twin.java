package dev.halflife.reports.text;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.gate.RunRecord.TimelineRow;
import dev.halflife.sim.gate.ScheduleFile;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Timeline;
import dev.halflife.sim.run.Trial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The same schedule, given to the reference under the strict contract. */
public final class Twin {

    private static final String REFERENCE = "reference";

    private Twin() {}

    /** What the reference does with a saved schedule; nothing where the document is none, or its subject has no twin. */
    public static Optional<List<TimelineRow>> of(String document) {
        try {
            return timeline(ScheduleFile.parse(document.getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedInput | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <C, S, O extends Operation<O>, R> Optional<List<TimelineRow>> timeline(
            ScheduleFile<C, S, O, R> file) {
        if (!file.trial().component().subjects().contains(REFERENCE)) {
            return Optional.empty();
        }
        Trial<C, S, O, R> trial = new Trial<>(file.trial().component(), REFERENCE, Contract.strict());
        return Optional.of(Timeline.of(trial, file.schedule()).rows().stream()
                .map(row -> new TimelineRow(row.time(), row.cells(), row.note(), row.broken()))
                .toList());
    }
}
