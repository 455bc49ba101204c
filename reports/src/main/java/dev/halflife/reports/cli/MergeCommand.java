package dev.halflife.reports.cli;

import dev.halflife.model.Operation;
import dev.halflife.reports.text.DetectionTable;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shard.CampaignId;
import dev.halflife.sim.shard.CampaignResult;
import dev.halflife.sim.shard.ResultFile;
import dev.halflife.sim.text.Quantity;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the shards of a campaign together. */
@Command(
        description = {
            "Puts together what the shards of a campaign came to, in whatever order, and prints what fuzz would have.",
            "Each broken rule is shrunk here, and saved into the directory counterexamples beside --out.",
            "Exit status 3 while shards are missing and nothing is broken; they are named. A shard given twice counts once."
        },
        footer = {
            "",
            "Example, a campaign in two shards:",
            "  java -jar reports/target/halflife.jar fuzz --shard 0/2 --schedules 100000 --out shards",
            "  java -jar reports/target/halflife.jar fuzz --shard 1/2 --schedules 100000 --out shards",
            "  java -jar reports/target/halflife.jar merge shards/shard-*-of-2.json"
        })
final class MergeCommand implements Callable<Integer>, Hunt.Engine {

    private final Surroundings surroundings;
    private @Nullable CampaignResult merged;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "what fuzz --shard or merge has written")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "write what all came to into this file, to be merged on")
    private @Nullable String out;

    @Mixin
    private CorpusOption corpus = new CorpusOption();

    @Mixin
    private ShrinkOption shrink = new ShrinkOption();

    @Mixin
    private JsonOption json = new JsonOption();

    MergeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CampaignResult result = merge();
        merged = result;
        Path file = out == null ? null : file(out);
        Folder folder = file == null ? new Folder("--out", ".") : Folder.of(file);
        if (file != null) {
            folder.write(String.valueOf(file.getFileName()), ResultFile.text(result));
        }
        surroundings.interrupt().heed();
        CampaignId id = result.id();
        Hunt hunt = new Hunt(
                surroundings,
                "fuzz",
                Quantity.of(id.schedules(), "schedule"),
                id.seed(),
                corpus.open(),
                json.json(),
                null,
                shrink,
                false);
        List<Component<?, ?, ?, ?>> components = components(id);
        Allotment time = new Allotment(surroundings, null, shrink.nanos(false), components.size());
        try (NamedSubject subject = new NamedSubject(surroundings, id.subject(), Duration.ZERO, time.end())) {
            int status = hunt.run(components, folder.within("counterexamples"), id.contract(), subject, time, this);
            if (!json.json()) {
                DetectionTable.lines(result).forEach(surroundings.out()::println);
            }
            missing(result);
            return status;
        }
    }

    private CampaignResult merge() {
        CampaignResult all = ResultSource.read(new Source(surroundings, files.get(0)));
        ResultSource.checkVersion(files.get(0), all);
        for (String file : files.subList(1, files.size())) {
            CampaignResult next = ResultSource.read(new Source(surroundings, file));
            try {
                all = next.merge(all);
            } catch (MalformedInput e) {
                throw e.at(file + " does not belong to " + files.get(0));
            }
        }
        return all;
    }

    private static List<Component<?, ?, ?, ?>> components(CampaignId id) {
        return id.components().stream()
                .<Component<?, ?, ?, ?>>map(entrant -> Components.named(entrant.name()))
                .toList();
    }

    /** The file of that name, to be written. */
    static Path file(String name) {
        try {
            Path file = LocalPath.of(name);
            if (name.isBlank()) {
                throw new MalformedInput("--out must be a file; an empty name is none");
            }
            if (Files.isDirectory(file)) {
                throw new MalformedInput("--out must be a file: " + name + " is a directory");
            }
            return file;
        } catch (InvalidPathException e) {
            throw new MalformedInput("--out must be a file: " + name);
        }
    }

    @Override
    public <C, S, O extends Operation<O>, R> Tally<C, S, O, R> run(
            Trial<C, S, O, R> trial, Parallel.Stop stop, Progress progress) {
        return Objects.requireNonNull(merged, "nothing merged yet").tally(trial.component());
    }

    private void missing(CampaignResult result) {
        String shards = result.missing().stream().map(MergeCommand::words).collect(Collectors.joining(", "));
        if (!shards.isEmpty()) {
            surroundings.err().println("missing: shard " + shards);
        }
    }

    private static String words(CampaignResult.Missing missing) {
        return missing.cells() == missing.ofCells()
                ? missing.shard().toString()
                : missing.shard() + " (" + missing.cells() + " of " + missing.ofCells() + " cells)";
    }
}
