package dev.halflife.reports.cli;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.gate.Corpus;
import dev.halflife.sim.gate.Gate;
import dev.halflife.sim.gate.Records;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.gate.RunRecord.ComponentRecord;
import dev.halflife.sim.gate.RunRecord.EngineRecord;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
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
 */
record Hunt(
        Surroundings surroundings,
        String engine,
        String bound,
        long seed,
        @Nullable Corpus corpus,
        boolean json) {

    /** Runs one subject's schedules. */
    interface Engine {
        <C, S, O extends Operation<O>, R> Tally<C, S, O, R> run(Trial<C, S, O, R> trial, Progress progress);
    }

    /** Hunts and says how the process is to end. */
    int run(TrialOptions options, String out, Engine engineOfChoice) {
        List<Component<?, ?, ?, ?>> components = options.components();
        Folder folder = new Folder("--out", out).within("counterexamples");
        surroundings.interrupt().heed();
        try (NamedSubject subject = options.open(surroundings)) {
            return subject.ends(run(components, folder, options.contract(), subject, engineOfChoice));
        }
    }

    /** The same for components and a subject at hand. */
    int run(
            List<Component<?, ?, ?, ?>> components,
            Folder folder,
            Contract contract,
            NamedSubject subject,
            Engine engineOfChoice) {
        RunPrinter printer = new RunPrinter(surroundings, new EngineTable(surroundings), json);
        Gallery gallery = new Gallery(folder);
        Gate.Listener listener = CorpusOption.keeping(corpus, new Saver(gallery, printer));
        long begin = surroundings.millis();
        List<EngineRecord> engines = new ArrayList<>();
        List<ComponentRecord> described = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Component<?, ?, ?, ?> component : components) {
            List<EngineRecord> records = hunt(component, contract, subject, engineOfChoice, listener, open);
            engines.addAll(records);
            described.add(Records.component(component, records));
        }
        RunRecord run = printer.honest(record(engines, described, surroundings.millis() - begin));
        printer.ends(run, gallery);
        open.forEach(surroundings.err()::println);
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
            Gate.Listener listener,
            List<String> open) {
        Trial<C, S, O, R> trial = subject.trial(component, contract);
        List<EngineRecord> records = new ArrayList<>();
        if (corpus != null) {
            corpus.replay(trial, listener, surroundings::millis).ifPresent(records::add);
        }
        Progress progress = listener.begins(
                component.name(), engine, trial.subject(), trial.contract().toString());
        long begin = surroundings.millis();
        Tally<C, S, O, R> tally = subject.hunting().around(() -> engineOfChoice.run(trial, progress));
        EngineRecord record = Records.engine(trial, engine, bound, tally, List.of(), surroundings.millis() - begin);
        String why = tally.firstUndecided();
        if (why != null) {
            open.add("undecided: " + component.name() + ": " + why);
        }
        listener.done(record);
        records.add(record);
        return records;
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
