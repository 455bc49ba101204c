package dev.halflife.reports.cli;

import dev.halflife.reports.text.FileNames;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import java.nio.file.Path;

/** The counterexamples of a run as files in a directory. */
final class Gallery {

    private final Folder folder;
    private final FileNames names;

    Gallery(Folder folder, RunRecord run) {
        this.folder = folder;
        this.names = new FileNames(run);
    }

    /** Where this counterexample is or will be saved. */
    Path file(CounterexampleRecord counterexample) {
        return folder.file(names.of(counterexample));
    }

    /** Writes all files. */
    void save() {
        names.all().forEach((counterexample, name) -> folder.write(name, counterexample.document()));
    }
}
