package dev.halflife.reports.cli;

import dev.halflife.reports.bench.Estimate;
import dev.halflife.reports.bench.JmhBench;
import dev.halflife.reports.bench.JmhBench.JmhCost;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.Quantity;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Costs, as ratios, by JMH. */
@Command(
        name = "operations",
        description = {
            "Measures what the reference's operations cost beside the published algorithm's, in processes of their own.",
            "Each figure is a mean, and behind it half of its interval of confidence of 99.9 %%; in brackets behind a ratio"
                    + " is what the ends of its two intervals allow. Times are of one operation, of all threads together."
                    + " Bytes are allocated by the reference, by what has to be done before a tick that is due included.",
            "Writes operations.txt, operations.json, and jmh.json, which is JMH's own."
        },
        footer = {"", "Example:", "  java -jar reports/target/jmh.jar operations --only bump --forks 1"})
final class JmhOperations implements Callable<Integer> {

    private static final int NAME = 32;

    private final Surroundings surroundings;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "operations whose name begins so (default: all)")
    private String only = "";

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "2",
            converter = Forks.class,
            description = "processes a side (default: 2)")
    private long forks = 2;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "5",
            converter = Iterations.class,
            description = "measured seconds a process, after three to warm up (default: 5)")
    private long iterations = 5;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "halflife-jmh",
            description = "where the records are written (default: halflife-jmh)")
    private String out = "halflife-jmh";

    JmhOperations(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The record. */
    record Result(long forks, long iterations, String java, int processors, List<JmhCost> operations) {}

    @Override
    public Integer call() {
        if (JmhBench.operations().stream().noneMatch(operation -> operation.startsWith(only))) {
            throw new MalformedInput(
                    "--only must begin one of " + String.join("; ", JmhBench.operations()) + ": " + only);
        }
        Folder folder = new Folder("--out", out);
        JmhBench bench = new JmhBench((int) forks, (int) iterations);
        StringBuilder text = new StringBuilder();
        tell(
                text,
                Columns.left("operation", NAME)
                        + "threads        published        reference  ratio                    wanted  bytes");
        List<JmhCost> costs = measured(bench, text);
        folder.write("operations.txt", text.toString());
        folder.write(
                "operations.json",
                Json.text(new Result(
                                forks,
                                iterations,
                                Runtime.version().toString(),
                                Runtime.getRuntime().availableProcessors(),
                                costs))
                        + "\n");
        folder.write("jmh.json", bench.raw());
        surroundings.out().println("written  " + surroundings.places().told(folder.file("operations.json")));
        return ExitCode.HOLDS;
    }

    private List<JmhCost> measured(JmhBench bench, StringBuilder text) {
        try {
            return bench.measure(only, cost -> tell(text, line(cost)));
        } catch (RunnerException e) {
            throw new MalformedInput("JMH cannot measure here: "
                    + String.valueOf(e.getMessage()).strip().lines().findFirst().orElse(""));
        }
    }

    private void tell(StringBuilder text, String line) {
        text.append(line).append('\n');
        surroundings.out().println(line);
        surroundings.out().flush();
    }

    private static String line(JmhCost cost) {
        return Columns.left(cost.operation(), NAME)
                + Columns.right(String.valueOf(cost.threads()), 7)
                + Columns.right(nanos(cost.publishedNanos()), 17)
                + Columns.right(nanos(cost.referenceNanos()), 17)
                + "  "
                + Columns.left(ratio(cost.ratio()), 25)
                + Columns.right(CostText.ratio(cost.wantedRatio()), 6)
                + Columns.right(Quantity.compact(cost.referenceBytes()), 7);
    }

    private static String nanos(Estimate nanos) {
        return CostText.nanos(nanos.mean()) + " ± " + Math.round(100 * nanos.error() / nanos.mean()) + " %";
    }

    private static String ratio(Estimate.Ratio ratio) {
        Double most = ratio.most();
        return CostText.ratio(ratio.mean()) + " ("
                + (most == null
                        ? "from " + CostText.ratio(ratio.least())
                        : CostText.ratio(ratio.least()) + " to " + CostText.ratio(most))
                + ")";
    }

    /** Processes. */
    static final class Forks extends WithinRange {
        Forks() {
            super("--forks", 1, 100);
        }
    }

    /** Fewer would have no interval worth the name. */
    static final class Iterations extends WithinRange {
        Iterations() {
            super("--iterations", 3, 1000);
        }
    }
}
