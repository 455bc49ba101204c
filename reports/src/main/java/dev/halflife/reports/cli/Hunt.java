package dev.halflife.reports.cli;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.gate.Conduct;
import dev.halflife.sim.gate.Corpus;
import dev.halflife.sim.gate.Gate;
import dev.halflife.sim.gate.Records;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One engine over some components: runs, shrinks what breaks, prints, saves.
 *
 * @param surroundings the world outside
 * @param engine {@code explore} or {@code fuzz}
 * @param bound how much, in words
 * @param seed of all randomness
 * @param corpus where failures are kept and tried again first, or null
 * @param json whether a program reads the result
 * @param span how long all may take, or null
 * @param shrink how long shrinking may take
 * @param failsFast whether one violation is enough
 */
record Hunt(
        Surroundings surroundings,
        String engine,
        String bound,
        long seed,
        @Nullable Corpus corpus,
        boolean json,
        @Nullable Duration span,
        ShrinkOption shrink,
        boolean failsFast) {

    /** Runs one subject's schedules. */
    interface Engine {
        <C, S, O extends Operation<O>, R> Tally<C, S, O, R> run(
                Trial<C, S, O, R> trial, Parallel.Stop stop, Progress progress);
    }

    /** Hunts and says how the process is to end. */
    int run(TrialOptions options, String out, Engine engineOfChoice) {
        List<Component<?, ?, ?, ?>> components = options.components();
        Folder folder = new Folder("--out", out).within("counterexamples");
        surroundings.interrupt().heed();
        Allotment time = new Allotment(surroundings, span, shrink.nanos(options.isForeign()), components.size());
        try (NamedSubject subject = options.open(surroundings, time.end())) {
            return subject.ends(run(components, folder, options.contract(), subject, time, engineOfChoice));
        }
    }

    /** The same for components and a subject at hand. */
    int run(
            List<Component<?, ?, ?, ?>> components,
            Folder folder,
            Contract contract,
            NamedSubject subject,
            Allotment time,
            Engine engineOfChoice) {
        RunPrinter printer = new RunPrinter(surroundings, new EngineTable(surroundings), json);
        Gallery gallery = new Gallery(folder);
        Gate.Listener listener = CorpusOption.keeping(corpus, new Saver(gallery, printer));
        long begin = surroundings.millis();
        List<EngineRecord> engines = new ArrayList<>();
        List<ComponentRecord> described = new ArrayList<>();
        for (Component<?, ?, ?, ?> component : components) {
            Allotment.Part part = time.next();
            Conduct conduct = new Conduct(surroundings.nanos(), part.stop(), part.shrinking(), failsFast, listener);
            List<EngineRecord> records = hunt(component, contract, subject, engineOfChoice, conduct, part);
            engines.addAll(records);
            described.add(Records.component(component, records));
            if (records.stream().anyMatch(conduct::isLast)) {
                break;
            }
        }
        RunRecord run = printer.honest(record(engines, described, surroundings.millis() - begin));
        printer.ends(run, gallery);
        if (!surroundings.interrupt().requested()) {
            undecided(engines);
        }
        if (json) {
            surroundings.out().println(Json.text(run));
        }
        return ExitCode.of(run.verdict());
    }

    private <C, S, O extends Operation<O>, R> List<EngineRecord> hunt(
            Component<C, S, O, R> component,
            Contract contract,
            NamedSubject subject,
            Engine engineOfChoice,
            Conduct conduct,
            Allotment.Part part) {
        Trial<C, S, O, R> trial = subject.trial(component, contract);
        List<EngineRecord> records = new ArrayList<>();
        if (corpus != null) {
            corpus.replay(trial, conduct, subject.hunting()).ifPresent(records::add);
        }
        if (records.stream().noneMatch(conduct::isLast)) {
            records.add(conduct.run(
                    trial,
                    engine,
                    bound,
                    subject.hunting(),
                    (stop, progress) -> engineOfChoice.run(trial, stop, part.progress(progress))));
        }
        return records;
    }

    private void undecided(List<EngineRecord> engines) {
        for (EngineRecord record : engines) {
            // Where nothing was run and no time was set, what is missing is told already.
            boolean told = record.schedules() == 0 && span == null;
            if (!record.undecidedBecause().isEmpty() && !told) {
                surroundings.err().println("undecided: " + record.component() + ": " + record.undecidedBecause());
            }
        }
    }

    private RunRecord record(List<EngineRecord> engines, List<ComponentRecord> described, long wallMillis) {
        Digest digest = new Digest();
        engines.forEach(record -> digest.add(record.digest()));
        return new RunRecord(
                RunRecord.FORMAT,
                engine,
                Records.hex(seed),
                bound,
                Digest.hex(digest.value()),
                RunRecord.verdict(engines),
                wallMillis,
                described,
                engines);
    }
}
