package dev.halflife.reports.cli;

import dev.halflife.sim.gate.Corpus;
import dev.halflife.sim.gate.Gate;
import dev.halflife.sim.json.MalformedInput;
import java.nio.file.InvalidPathException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where failures are kept and tried again first. */
final class CorpusOption {

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "failures kept there are tried first, and new ones added")
    private @Nullable String folder;

    /** Whether one was asked for. */
    boolean given() {
        return folder != null;
    }

    /** The corpus, or null where none was asked for; throws if one was that cannot be read or written. */
    @Nullable
    Corpus open() {
        if (folder == null) {
            return null;
        }
        try {
            Corpus corpus = new Corpus(LocalPath.of(folder));
            corpus.make();
            corpus.entries();
            return corpus;
        } catch (InvalidPathException e) {
            throw new MalformedInput("--corpus must be a directory: " + folder);
        }
    }

    /** The listener, with what fails added to the corpus before it is told. */
    static Gate.Listener keeping(@Nullable Corpus corpus, Gate.Listener listener) {
        return corpus == null ? listener : new Keeper(corpus, listener);
    }
}
