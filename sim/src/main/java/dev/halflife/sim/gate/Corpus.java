package dev.halflife.sim.gate;

import dev.halflife.model.Operation;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.file.Document;
import dev.halflife.sim.file.WholeFile;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Counterexample;
import dev.halflife.sim.run.Hunting;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Run;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory of schedules that once failed, to be tried again before anything else is.
 *
 * <p>Each is a {@link ScheduleFile}, named by what was broken and by the shape of the schedule ({@link
 * ScheduleFile#corpusName}): the first of a shape is kept, and who finds it again adds nothing. A file is whole or not
 * there: it is written beside its place, forced to disk and renamed, so that a process may be killed at any time. Several
 * processes may share a directory.
 *
 * @param folder the directory; it need not be there yet
 */
public record Corpus(Path folder) {

    /** What found a failure that was tried again. */
    public static final String ENGINE = "corpus";

    private static final String SUFFIX = ".json";

    /** A file and what it says. */
    public record Entry(Path path, ScheduleFile<?, ?, ?, ?> file) {}

    /**
     * Everything in it, by name.
     *
     * @throws MalformedInput naming the file that is no saved schedule, or cannot be read
     */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Path path : files()) {
            entries.add(new Entry(path, read(path, ScheduleFile::parseOfAnyone)));
        }
        return entries;
    }

    /** The schedules of this trial's component, to be tried by this trial, by whomever they were found. */
    public <C, S, O extends Operation<O>, R> List<ScheduleFile<C, S, O, R>> of(Trial<C, S, O, R> trial) {
        List<ScheduleFile<C, S, O, R>> files = new ArrayList<>();
        for (Entry entry : entries()) {
            if (named(entry).equals(trial.component().name())) {
                files.add(read(entry.path(), bytes -> ScheduleFile.parse(bytes, trial)));
            }
        }
        return files;
    }

    /**
     * Tries the schedules of this trial's component again, in the order of their names.
     *
     * @param conduct told of it, where there are any
     * @return what came of it; empty where there are none
     */
    public <C, S, O extends Operation<O>, R> Optional<RunRecord.EngineRecord> replay(
            Trial<C, S, O, R> trial, Conduct conduct, Hunting hunting) {
        List<ScheduleFile<C, S, O, R>> files = of(trial);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(conduct.run(
                trial, ENGINE, files.size() + " schedules", hunting, (stop, progress) -> tally(trial, files, stop)));
    }

    /** Tries schedules of {@link #of} again, in their order, or fewer if told to stop. */
    public static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> tally(
            Trial<C, S, O, R> trial, List<ScheduleFile<C, S, O, R>> files, Parallel.Stop stop) {
        Tally<C, S, O, R> tally = new Tally<>();
        for (int i = 0; i < files.size() && !stop.requested(); i++) {
            replay(trial, files.get(i), new Counterexample.Origin(ENGINE, 0, i), tally);
        }
        return tally;
    }

    private static <C, S, O extends Operation<O>, R> void replay(
            Trial<C, S, O, R> trial,
            ScheduleFile<C, S, O, R> file,
            Counterexample.Origin origin,
            Tally<C, S, O, R> tally) {
        Digest digest = new Digest();
        List<O> applied = new ArrayList<>();
        try (Run<C, S, O, R> run = trial.start(file.schedule().config(), digest)) {
            for (O operation : file.schedule().operations()) {
                if (run.accepts(operation)) {
                    applied.add(operation);
                    if (!run.apply(operation)) {
                        break;
                    }
                }
            }
            if (!run.stopped()) {
                tally.add(run.steps(), Duration.ZERO, digest.value(), run.exercised());
                tally.addEnding(trial, run, () -> file.schedule().with(applied), digest.value(), origin);
            }
        }
    }

    /**
     * Keeps a shrunk counterexample, unless one of its shape is there.
     *
     * @param foundAt when it was found
     * @return where it is kept, by whomever
     * @throws MalformedInput if the directory cannot be written to
     */
    public Path keep(ScheduleFile<?, ?, ?, ?> file, Instant foundAt) {
        Path path = folder.resolve(file.corpusName());
        if (!Files.exists(path)) {
            try {
                write(path, file.foundAt(foundAt).toText());
            } catch (IOException e) {
                throw new MalformedInput(path + " cannot be written: " + reason(e));
            }
        }
        return path;
    }

    /** Whether one subject has failed alike twice: the same component, rule and shape, by the same contract. */
    public static boolean isSame(RunRecord.CounterexampleRecord one, RunRecord.CounterexampleRecord other) {
        return one.subject().equals(other.subject())
                && one.contract().equals(other.contract())
                && corpusName(one).equals(corpusName(other));
    }

    private static String corpusName(RunRecord.CounterexampleRecord found) {
        return ScheduleFile.parseOfAnyone(found.document().getBytes(StandardCharsets.UTF_8))
                .corpusName();
    }

    /**
     * Makes the directory; called before a long run rather than after it.
     *
     * @throws MalformedInput if it cannot be made or written to
     */
    public void make() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".halflife", ".tmp"));
        } catch (IOException e) {
            throw new MalformedInput("the corpus must be a directory that can be written to: " + folder);
        }
    }

    private void write(Path path, String text) throws IOException {
        Files.createDirectories(folder);
        WholeFile.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MalformedInput("the corpus must be a directory: " + folder);
        }
    }

    private static String named(Entry entry) {
        Component<?, ?, ?, ?> component = entry.file().trial().component();
        return component.name();
    }

    private interface Reader<T> {
        T read(byte[] bytes);
    }

    private static <T> T read(Path path, Reader<T> reader) {
        try {
            return reader.read(Document.read(path));
        } catch (MalformedInput e) {
            throw e.at(path.toString());
        } catch (IOException e) {
            throw new MalformedInput(path + " cannot be read: " + reason(e));
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : String.valueOf(e.getMessage());
    }
}
