package dev.halflife.reports.cli;

import dev.halflife.sim.gate.ScheduleFile;
import dev.halflife.sim.json.MalformedInput;

/** Schedules out of files. */
final class SavedSchedule {

    private SavedSchedule() {}

    /** Reads one; complaints begin with the file's name. */
    static ScheduleFile<?, ?, ?, ?> read(Source source) {
        byte[] bytes = source.bytes();
        if (bytes.length == 0) {
            throw new MalformedInput(source.name() + ": empty; a saved schedule was expected");
        }
        try {
            return ScheduleFile.parse(bytes);
        } catch (MalformedInput e) {
            throw e.at(source.name());
        }
    }
}
