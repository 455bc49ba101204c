package dev.halflife.reports.cli;

import dev.halflife.model.Operation;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every schedule up to a bound. */
@Command(
        description = {
            "Runs every schedule of up to --depth operations over --keys keys.",
            "Each rule that breaks is shown by the shortest schedule found, which is saved for a replay."
        },
        footer = {
            "",
            "Example, showing what is unsafe in the published contract:",
            "  java -jar reports/target/halflife.jar explore --subject published --depth 4"
        })
final class ExploreCommand implements Callable<Integer>, Hunt.Engine {

    private final Surroundings surroundings;

    @Mixin
    private TrialOptions trial = new TrialOptions();

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "4",
            converter = WithinRange.Depth.class,
            description = "operations per schedule (default: 4); each one more takes some twenty times as long")
    private long depth = 4;

    @Option(
            names = "--keys",
            paramLabel = "K",
            defaultValue = "2",
            converter = WithinRange.Keys.class,
            description = "keys (default: 2)")
    private long keys = 2;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "where the directory counterexamples is made (default: here)")
    private String out = ".";

    @Mixin
    private CorpusOption corpus = new CorpusOption();

    @Mixin
    private ShrinkOption shrink = new ShrinkOption();

    @Mixin
    private FailFastOption failFast = new FailFastOption();

    @Mixin
    private JsonOption json = new JsonOption();

    ExploreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String bound = "depth " + depth + ", " + keys + (keys == 1 ? " key" : " keys");
        return new Hunt(
                        surroundings,
                        "explore",
                        bound,
                        0,
                        corpus.open(),
                        json.json(),
                        null,
                        shrink,
                        failFast.failFast())
                .run(trial, out, this);
    }

    @Override
    public <C, S, O extends Operation<O>, R> Tally<C, S, O, R> run(
            Trial<C, S, O, R> of, Parallel.Stop stop, Progress progress) {
        int itsDepth = of.component().exploration().depth((int) depth);
        return new Explorer<>(of, itsDepth, (int) keys, jobs.jobs(), failFast.failFast()).run(stop, progress);
    }
}
