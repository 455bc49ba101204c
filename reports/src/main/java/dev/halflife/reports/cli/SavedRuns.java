package dev.halflife.reports.cli;

import dev.halflife.reports.stress.StressRecords;
import dev.halflife.reports.text.Commands;
import dev.halflife.reports.text.FileNames;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.json.MalformedInput;
import java.nio.file.Files;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The records in a report's directory: the last run, and the one before it to tell what changed. */
final class SavedRuns {

    private static final String LAST = "run.json";
    private static final String BEFORE = "previous.json";
    private static final String STRESS = "stress.json";

    private final Surroundings surroundings;
    private final Folder folder;

    SavedRuns(Surroundings surroundings, Folder folder) {
        this.surroundings = surroundings;
        this.folder = folder;
    }

    /**
     * The last run.
     *
     * @throws MalformedInput if there is none
     */
    SavedRun last() {
        SavedRun last = read(LAST, SavedRun::parse);
        return new SavedRun(
                last.run(),
                last.commands(),
                Files.exists(folder.file(BEFORE))
                        ? read(BEFORE, SavedRun::parse).run()
                        : null,
                Files.exists(folder.file(STRESS)) ? read(STRESS, SavedRun::parseStress) : StressRecords.NONE);
    }

    /**
     * Keeps a run, and what the stress tests have left behind. What was the last run is now the one before it;
     * counterexamples that were its alone go.
     */
    SavedRun add(RunRecord run, StressRecords stress) {
        Commands commands = new Commands(
                surroundings.places().command("").strip(), surroundings.places().path(folder.file("")));
        SavedRun before = lastIfReadable();
        if (before == null) {
            folder.delete(BEFORE);
        } else {
            folder.write(BEFORE, before.text());
            forget(before.run(), run);
        }
        if (stress.equals(StressRecords.NONE)) {
            folder.delete(STRESS);
        } else {
            folder.write(STRESS, Json.text(stress) + "\n");
        }
        SavedRun added = new SavedRun(run, commands, before == null ? null : before.run(), stress);
        folder.write(LAST, added.text());
        return added;
    }

    /** Nothing is lost: what goes stands in the record of the run before, and what somebody has edited stays. */
    private void forget(RunRecord before, RunRecord now) {
        Set<String> kept = Set.copyOf(new FileNames(now).all().values());
        Folder counterexamples = folder.within("counterexamples");
        new FileNames(before).all().forEach((counterexample, name) -> {
            if (!kept.contains(name) && counterexamples.holds(name, counterexample.document())) {
                counterexamples.delete(name);
                if (!counterexample.trace().isEmpty()) {
                    counterexamples.delete(FileNames.trace(name));
                }
            }
        });
    }

    private @Nullable SavedRun lastIfReadable() {
        if (!Files.exists(folder.file(LAST))) {
            return null;
        }
        try {
            return read(LAST, SavedRun::parse);
        } catch (MalformedInput e) {
            surroundings.err().println("nothing to compare with: " + e.getMessage());
            return null;
        }
    }

    private <T> T read(String name, Function<byte[], T> parser) {
        Source source = new Source(surroundings, folder.file(name).toString());
        byte[] bytes = source.bytes();
        try {
            return parser.apply(bytes);
        } catch (MalformedInput e) {
            throw e.at(source.name());
        }
    }
}
