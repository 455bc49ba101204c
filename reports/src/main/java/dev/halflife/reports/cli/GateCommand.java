package dev.halflife.reports.cli;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.reports.change.Changes;
import dev.halflife.reports.stress.StressRecords;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.gate.Conduct;
import dev.halflife.sim.gate.Corpus;
import dev.halflife.sim.gate.Gate;
import dev.halflife.sim.gate.RunRecord;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Hunting;
import dev.halflife.sim.run.Subjects;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shrink.Shrinking;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The gate. */
@Command(
        description = {
            "Checks everything that a change must not break.",
            "Every small schedule and a seeded campaign, for every component.",
            "The reference must hold under the strict contract, the published port under the published one, and the port"
                    + " must be convicted of every finding under the strict one; every defect of the museum must be caught."
                    + " Writes a report.",
            "The same seed and budget give the same digest, whatever --jobs."
        },
        footer = {"", "Example:", "  java -jar reports/target/halflife.jar gate --out reports/target/report"})
final class GateCommand implements Callable<Integer> {

    private static final List<Gate.Budget> BUDGETS = List.of(Gate.Budget.QUICK, Gate.Budget.FULL);

    private final Surroundings surroundings;

    @Mixin
    private ComponentOption component = new ComponentOption();

    @Option(
            names = "--budget",
            paramLabel = "NAME",
            defaultValue = "quick",
            completionCandidates = BudgetNames.class,
            description = "quick: about a minute on two cores; full: for a night (default: quick)")
    private String budget = "quick";

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "halflife-report",
            description = "where the report is written (default: halflife-report)")
    private String out = "halflife-report";

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            completionCandidates = Choice.SubjectNames.class,
            description = "only this one must hold, by --contract: exec:COMMAND, reference, published, defect:ID")
    private @Nullable String subject;

    @Option(
            names = "--contract",
            paramLabel = "NAME",
            defaultValue = "strict",
            completionCandidates = Choice.ContractNames.class,
            description = "what --subject is held to: published, strict (default: strict)")
    private String contract = "strict";

    @Mixin
    private ReplyLimitOption replyLimit = new ReplyLimitOption();

    @Mixin
    private ShrinkOption shrink = new ShrinkOption();

    @Mixin
    private FailFastOption failFast = new FailFastOption();

    @Mixin
    private StressOption stress = new StressOption();

    @Mixin
    private CorpusOption corpus = new CorpusOption();

    @Mixin
    private JsonOption json = new JsonOption();

    GateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Component<?, ?, ?, ?>> components =
                subject == null ? component.components() : Choice.having(subject, component.components());
        Contract by = Choice.contract(contract);
        Gate.Budget chosen = BUDGETS.stream()
                .filter(candidate -> candidate.name().equals(budget))
                .findFirst()
                .orElseThrow(() -> new MalformedInput(Choice.complaint(
                        "--budget",
                        budget,
                        BUDGETS.stream().map(Gate.Budget::name).toList())));
        Folder folder = new Folder("--out", out);
        SavedRuns saved = new SavedRuns(surroundings, folder);
        Optional<Path> shown = stress.directory();
        Corpus known = corpus.open();
        surroundings.interrupt().heed();
        RunPrinter printer = new RunPrinter(surroundings, new ComponentTable(surroundings), json.json());
        Gallery gallery = new Gallery(folder.within("counterexamples"));
        Gate gate = new Gate(
                chosen,
                seed.seed(),
                jobs.jobs(),
                new Conduct(
                        surroundings.nanos(),
                        surroundings.stop(),
                        new Shrinking(
                                surroundings.nanos(),
                                () -> shrink.nanos(subject != null && Subjects.isForeign(subject)),
                                surroundings.stop()),
                        failFast.failFast(),
                        CorpusOption.keeping(known, new Saver(gallery, printer))),
                known);
        if (subject == null) {
            return ends(gate.run(components), printer, gallery, folder, saved, shown);
        }
        try (NamedSubject named = new NamedSubject(surroundings, subject, replyLimit.limit(), surroundings.stop())) {
            return named.ends(ends(
                    gate.run(components, new Gate.Entry() {
                        @Override
                        public <C, S, O extends Operation<O>, R> Trial<C, S, O, R> trial(Component<C, S, O, R> of) {
                            return named.trial(of, by);
                        }

                        @Override
                        public Hunting hunting() {
                            return named.hunting();
                        }
                    }),
                    printer,
                    gallery,
                    folder,
                    saved,
                    shown));
        }
    }

    private int ends(
            RunRecord ended,
            RunPrinter printer,
            Gallery gallery,
            Folder folder,
            SavedRuns saved,
            Optional<Path> shown) {
        RunRecord run = printer.honest(ended);
        printer.ends(run, gallery);
        Changes changes = new ReportFiles(surroundings, folder)
                .write(saved.add(run, shown.map(StressRecords::in).orElse(StressRecords.NONE)));
        printer.changed(changes);
        if (json.json()) {
            surroundings.out().println(Json.text(run));
        } else {
            surroundings.out().println("report   " + surroundings.places().told(folder.file("index.html")));
        }
        return ExitCode.of(run.verdict());
    }

    /** For shell completion. */
    static final class BudgetNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return BUDGETS.stream().map(Gate.Budget::name).iterator();
        }
    }
}
