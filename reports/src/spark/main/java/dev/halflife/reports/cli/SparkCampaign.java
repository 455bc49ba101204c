package dev.halflife.reports.cli;

import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.shard.CampaignId;
import dev.halflife.sim.shard.CampaignResult;
import dev.halflife.sim.shard.ResultFile;
import dev.halflife.sim.shard.Shard;
import dev.halflife.sim.shard.ShardRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code fuzz} on Apache Spark: a task a shard, merged on the way back. Started by {@code spark-submit}, which says where;
 * the result is that of one machine, byte for byte. Only built with the Maven profile {@code spark}.
 */
@Command(
        name = "SparkCampaign",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a campaign of random schedules on Apache Spark, merges what it came to, and prints it as merge does.",
            "Exit status as of merge."
        },
        footer = {
            "",
            "Example:",
            "  spark-submit --master spark://HOST:7077 --class dev.halflife.reports.cli.SparkCampaign"
                    + " reports/target/halflife.jar --shards 64 --schedules 10000000"
        })
public final class SparkCampaign implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private TrialOptions trial = new TrialOptions();

    @Option(
            names = "--schedules",
            paramLabel = "N",
            defaultValue = "50000",
            converter = WithinRange.Schedules.class,
            description = "how many schedules per component (default: 50000)")
    private long schedules;

    @Option(
            names = "--shards",
            paramLabel = "N",
            defaultValue = "64",
            converter = WithinRange.Shards.class,
            description = "into how many tasks (default: 64)")
    private long shards;

    @Mixin
    private SeedOption seed = new SeedOption();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "campaign.json",
            description = "where the driver writes the merged result (default: campaign.json)")
    private String out = "campaign.json";

    SparkCampaign(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The driver. */
    public static void main(String[] arguments) {
        Main.start((surroundings, words) -> in(surroundings), arguments);
    }

    /** The command line in this surroundings. */
    static CommandLine in(Surroundings surroundings) {
        return Halflife.dressed(new CommandLine(new SparkCampaign(surroundings)), surroundings);
    }

    @Override
    public Integer call() {
        CampaignId id = trial.campaign(seed.seed(), schedules);
        Path file = MergeCommand.file(out);
        Folder folder = Folder.of(file);
        CampaignResult result;
        try (JavaSparkContext spark = connected()) {
            result = run(spark, id, (int) shards);
        }
        folder.write(String.valueOf(file.getFileName()), ResultFile.text(result));
        return Halflife.in(surroundings).execute("merge", out, "--out", out);
    }

    /** Spark throws checked exceptions that it does not declare. */
    private static JavaSparkContext connected() {
        try {
            return new JavaSparkContext(new SparkConf().setAppName("halflife"));
        } catch (Exception e) {
            if (e instanceof SparkException) {
                String message = String.valueOf(e.getMessage());
                throw new MalformedInput("Spark cannot be started: " + message.split("\n", 2)[0]
                        + "; spark-submit --master says where it runs");
            }
            throw e;
        }
    }

    private static CampaignResult run(JavaSparkContext spark, CampaignId id, int shards) {
        String none = ResultFile.text(CampaignResult.none(id, shards));
        List<Integer> indexes = IntStream.range(0, shards).boxed().toList();
        return parsed(spark.parallelize(indexes, shards)
                .map(index -> shard(none, new Shard(index, shards)))
                .treeReduce((one, other) -> ResultFile.text(parsed(one).merge(parsed(other)))));
    }

    /** Runs on an executor; documents travel, as nothing in them depends on who serializes how. */
    private static String shard(String none, Shard shard) {
        return ResultFile.text(new ShardRun(parsed(none), shard, 1, Parallel.Stop.NEVER).run(ShardRun.Listener.NONE));
    }

    private static CampaignResult parsed(String text) {
        return ResultFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
