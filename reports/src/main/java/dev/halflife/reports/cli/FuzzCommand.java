package dev.halflife.reports.cli;

import dev.halflife.model.Operation;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.shard.Shard;
import dev.halflife.sim.text.Quantity;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Random schedules. */
@Command(
        description = {
            "Runs random schedules, drawn from the seed, for a time or up to a number.",
            "Each rule that breaks is shown by a schedule made as small as possible, which is saved for a replay."
        },
        footer = {
            "",
            "Example, trying the reference for five minutes with another seed than yesterday's:",
            "  java -jar reports/target/halflife.jar fuzz --for 5m --seed 0x2a5f",
            "The fourth of 64 machines:",
            "  java -jar reports/target/halflife.jar fuzz --shard 3/64 --schedules 1000000"
        })
final class FuzzCommand implements Callable<Integer>, Hunt.Engine {

    private static final long USUAL_SCHEDULES = 50_000;
    private static final long WITHOUT_END = 1L << 50;

    private final Surroundings surroundings;

    @Mixin
    private TrialOptions trial = new TrialOptions();

    @ArgGroup
    private Bound bound = new Bound();

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "where the directory counterexamples is made, or the shard's file (default: here)")
    private String out = ".";

    @Mixin
    private ShardOption shard = new ShardOption();

    @Mixin
    private CorpusOption corpus = new CorpusOption();

    @Mixin
    private ShrinkOption shrink = new ShrinkOption();

    @Mixin
    private FailFastOption failFast = new FailFastOption();

    @Mixin
    private JsonOption json = new JsonOption();

    /** One of the two. */
    private static final class Bound {
        @Option(
                names = "--for",
                paramLabel = "SPAN",
                converter = SpanText.For.class,
                description = "how long, shrinking included, such as 90s, 5m or 2h, shared by the components")
        private @Nullable Duration span;

        @Option(
                names = "--schedules",
                paramLabel = "N",
                converter = WithinRange.Schedules.class,
                description = "how many schedules per component (default: 50000)")
        private @Nullable Long schedules;
    }

    FuzzCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Optional<Shard> part = shard.shard(surroundings.environment());
        if (part.isPresent()) {
            return shardOf(part.get());
        }
        String words = bound.span == null
                ? Quantity.of(schedules(), "schedule")
                : Quantity.wall(bound.span.toMillis() / trial.components().size());
        return new Hunt(
                        surroundings,
                        "fuzz",
                        words,
                        seed.seed(),
                        corpus.open(),
                        json.json(),
                        bound.span,
                        shrink,
                        failFast.failFast())
                .run(trial, out, this);
    }

    private int shardOf(Shard part) {
        if (bound.span != null) {
            throw new MalformedInput(
                    "--shard must not be given with --for: all shards must know how many schedules there"
                            + " are, by --schedules");
        }
        if (corpus.given()) {
            throw new MalformedInput("--shard must not be given with --corpus: merge takes it");
        }
        return new ShardHunt(surroundings, part, jobs.jobs(), json.json())
                .run(trial.campaign(seed.seed(), schedules()), out);
    }

    private long schedules() {
        Long schedules = bound.schedules;
        return schedules == null ? USUAL_SCHEDULES : schedules;
    }

    @Override
    public <C, S, O extends Operation<O>, R> Tally<C, S, O, R> run(
            Trial<C, S, O, R> of, Parallel.Stop stop, Progress progress) {
        long most = bound.span == null ? schedules() : WITHOUT_END;
        return new Campaign<>(of, seed.seed(), jobs.jobs(), failFast.failFast()).run(most, stop, progress);
    }
}
