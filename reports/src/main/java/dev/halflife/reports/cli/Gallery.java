package dev.halflife.reports.cli;

import dev.halflife.reports.text.FileNames;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.CounterexampleRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import java.nio.file.Path;

/** The counterexamples of a run as files in a directory, and beside each the trace of the subject, where that failed. */
final class Gallery {

    private final Folder folder;
    private final FileNames names = new FileNames();

    Gallery(Folder folder) {
        this.folder = folder;
    }

    /** Where this counterexample is saved. */
    Path file(CounterexampleRecord counterexample) {
        return folder.file(names.of(counterexample));
    }

    /** Where the trace of its subject is saved, if it has one. */
    Path trace(CounterexampleRecord counterexample) {
        return folder.file(FileNames.trace(names.of(counterexample)));
    }

    /** Saves what one engine has found. */
    void save(EngineRecord engine) {
        names.add(engine);
        for (CounterexampleRecord counterexample : engine.counterexamples()) {
            String name = names.of(counterexample);
            folder.write(name, counterexample.document());
            if (!counterexample.trace().isEmpty()) {
                folder.write(FileNames.trace(name), counterexample.trace());
            }
        }
    }

    /** Saves what all engines have found. */
    void save(RunRecord run) {
        run.engines().forEach(this::save);
    }
}
