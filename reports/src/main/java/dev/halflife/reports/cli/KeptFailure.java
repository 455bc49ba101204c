package dev.halflife.reports.cli;

import dev.halflife.sim.gate.Corpus;
import dev.halflife.sim.gate.ScheduleFile;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.json.Printable;
import dev.halflife.sim.text.Quantity;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a corpus holds, an entry a failure.
 *
 * @param file its name in the directory
 * @param component who failed
 * @param rule the id of the broken rule
 * @param subject who broke it first
 * @param contract by what
 * @param operations how long the schedule is
 * @param foundAt when it was found, such as {@code 2026-01-31T12:00:00Z}; null where nobody has written it down
 * @param engine what found it
 * @param seed the seed of the campaign that found it
 * @param index which of its schedules it was
 */
record KeptFailure(
        String file,
        String component,
        String rule,
        String subject,
        String contract,
        int operations,
        @Nullable String foundAt,
        String engine,
        String seed,
        long index) {

    /** The failures in that directory. */
    static List<KeptFailure> in(String folder) {
        try {
            Path path = LocalPath.of(folder);
            if (!Files.isDirectory(path)) {
                throw new MalformedInput("--corpus must be a directory: " + folder);
            }
            return new Corpus(path).entries().stream().map(KeptFailure::of).toList();
        } catch (InvalidPathException e) {
            throw new MalformedInput("--corpus must be a directory: " + folder);
        }
    }

    private static KeptFailure of(Corpus.Entry entry) {
        ScheduleFile<?, ?, ?, ?> saved = entry.file();
        ScheduleFile.Ending ending = saved.ending();
        Instant at = ending.foundAt();
        return new KeptFailure(
                entry.path().getFileName().toString(),
                saved.trial().component().name(),
                ending.rule(),
                saved.trial().subject(),
                saved.trial().contract().toString(),
                saved.schedule().operations().size(),
                at == null ? null : at.toString(),
                ending.engine(),
                "0x" + Long.toHexString(ending.seed()),
                ending.index());
    }

    /** Two lines for a person. */
    String text() {
        String by = engine.equals("fuzz") ? engine + ", seed " + seed + ", schedule " + index : engine;
        return Printable.shortened(file) + "\n"
                + "  " + rule + " by " + Printable.shortened(subject) + ", contract " + contract + ", "
                + Quantity.of(operations, "operation") + "\n"
                + "  found " + (foundAt == null ? "nobody knows when" : foundAt) + " by " + by;
    }
}
