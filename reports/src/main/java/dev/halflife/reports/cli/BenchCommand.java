package dev.halflife.reports.cli;

import dev.halflife.reports.bench.Bench;
import dev.halflife.reports.bench.Bench.OperationCost;
import dev.halflife.reports.bench.Bench.SimulatorRate;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Costs, as ratios. */
@Command(
        name = "bench",
        description = {
            "Measures what the reference's operations cost beside the published algorithm's, and how fast the simulator is.",
            "The two sides take turns in short rounds: the ratio is the median of the rounds, and in brackets is their"
                    + " range. Times are of one operation, of all threads together. What else the machine does"
                    + " falls on both sides, but is not harmless: nothing here fails a build."
        },
        footer = {
            "",
            "Example, without the simulator:",
            "  java -jar reports/target/halflife.jar bench --only operations"
        })
final class BenchCommand implements Callable<Integer> {

    private static final String OPERATIONS = "operations";
    private static final String SIMULATOR = "simulator";
    private static final List<String> PARTS = List.of(OPERATIONS, SIMULATOR);
    private static final int NAME = 34;

    private final Surroundings surroundings;

    @Option(names = "--only", paramLabel = "PART", description = "operations or simulator: this part alone")
    private @Nullable String only;

    @Mixin
    private ComponentOption component = new ComponentOption();

    @Mixin
    private JsonOption json = new JsonOption();

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What is printed for a program. */
    record Result(List<OperationCost> operations, List<SimulatorRate> simulator) {}

    @Override
    public Integer call() {
        if (only != null && !PARTS.contains(only)) {
            throw new MalformedInput(Choice.complaint("--only", only, PARTS));
        }
        List<OperationCost> operations = SIMULATOR.equals(only) ? List.of() : operations();
        List<SimulatorRate> simulator = OPERATIONS.equals(only) ? List.of() : simulator();
        if (json.json()) {
            surroundings.out().println(Json.text(new Result(operations, simulator)));
        }
        surroundings.out().flush();
        return ExitCode.HOLDS;
    }

    private List<OperationCost> operations() {
        head(Columns.left("operation", NAME) + "threads  published  reference  ratio                 wanted  bytes");
        return Bench.operations(tell(cost -> Columns.left(cost.operation(), NAME)
                + Columns.right(String.valueOf(cost.threads()), 7)
                + Columns.right(nanos(cost.publishedNanos()), 11)
                + Columns.right(nanos(cost.referenceNanos()), 11)
                + "  "
                + Columns.left(
                        ratio(cost.ratio()) + " (" + ratio(cost.lowestRatio()) + " to " + ratio(cost.highestRatio())
                                + ")",
                        22)
                + Columns.right(ratio(cost.wantedRatio()), 6)
                + Columns.right(Quantity.compact(cost.referenceBytes()), 7)));
    }

    private List<SimulatorRate> simulator() {
        head(Columns.left("component", NAME) + "subject     steps/s  explored/s  two jobs");
        return Bench.simulator(
                component.components(),
                tell(rate -> Columns.left(rate.component(), NAME)
                        + Columns.left(rate.subject(), 10)
                        + Columns.right(Quantity.compact(Math.round(rate.stepsPerSecond())), 9)
                        + Columns.right(Quantity.compact(Math.round(rate.exploredPerSecond())), 12)
                        + Columns.right(ratio(rate.twoJobs()), 10)));
    }

    private void head(String text) {
        if (!json.json()) {
            surroundings.out().println(surroundings.terminal().bold().apply(text));
            surroundings.out().flush();
        }
    }

    private <T> Consumer<T> tell(Function<T, String> line) {
        return measured -> {
            if (!json.json()) {
                surroundings.out().println(line.apply(measured));
                surroundings.out().flush();
            }
        };
    }

    /** A time in at most seven characters. */
    private static String nanos(double nanos) {
        if (nanos < 1_000) {
            return String.format(Locale.ROOT, "%.1f ns", nanos);
        }
        return nanos < 1_000_000
                ? String.format(Locale.ROOT, "%.1f µs", nanos / 1e3)
                : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    private static String ratio(double ratio) {
        return ratio < 10 ? String.format(Locale.ROOT, "%.1f", ratio) : Quantity.compact(Math.round(ratio));
    }
}
