package dev.halflife.reports.cli;

import dev.halflife.sim.gate.ScheduleFile;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Subjects;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * Who is to be tried by a schedule: who was asked for, or else whom the file names. A command is only run if a person
     * asked for it, not because a file says so.
     */
    static String subject(Source source, ScheduleFile<?, ?, ?, ?> saved, @Nullable String asked) {
        String recorded = saved.trial().subject();
        if (asked != null) {
            return Choice.subject(asked, List.of(saved.trial().component()));
        }
        if (Subjects.isForeign(recorded)) {
            throw new MalformedInput(source.name()
                    + ": its subject is a command, which is run only if asked for: --subject '" + recorded + "'");
        }
        return recorded;
    }
}
