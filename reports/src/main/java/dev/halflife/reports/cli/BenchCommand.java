package dev.halflife.reports.cli;

import dev.halflife.reports.bench.Bench;
import dev.halflife.reports.bench.Bench.OperationCost;
import dev.halflife.reports.bench.Bench.SimulatorRate;
import dev.halflife.reports.bench.Growth;
import dev.halflife.reports.chart.DrawnFigure;
import dev.halflife.sim.Components;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Costs, as ratios. */
@Command(
        description = {
            "Measures what the reference's operations cost beside the published algorithm's, how fast the simulator is,"
                    + " and how costs grow with keys, threads and what is due.",
            "The two sides take turns in short rounds: the ratio is the median of the rounds, and in brackets is their"
                    + " range. Times are of one operation, of all threads together. What else the machine does"
                    + " falls on both sides, but is not harmless: nothing here fails a build.",
            "Takes about two minutes: all operations, and in brief the simulator of one component and its world, and growth."
                    + " --only PART measures all of one part: operations in half a minute, growth in two, simulator in ten,"
                    + " or in one for a --component."
        },
        footer = {
            "",
            "Example, all components in the simulator:",
            "  java -jar reports/target/halflife.jar bench --only simulator",
            "",
            "Charts:",
            "  java -jar reports/target/halflife.jar bench --only growth --out growth"
        })
final class BenchCommand implements Callable<Integer> {

    private static final String OPERATIONS = "operations";
    private static final String SIMULATOR = "simulator";
    private static final String GROWTH = "growth";
    private static final List<String> PARTS = List.of(OPERATIONS, SIMULATOR, GROWTH);
    private static final String TYPICAL = "blob-heat-registry";
    private static final int NAME = 34;
    private static final int WHAT = 20;

    private final Surroundings surroundings;

    @Option(names = "--only", paramLabel = "PART", description = "operations, simulator or growth: all of this part")
    private @Nullable String only;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "where the numbers and the charts of growth are written (default: nowhere); all of growth, then")
    private @Nullable String out;

    @Mixin
    private ComponentOption component = new ComponentOption();

    @Mixin
    private JsonOption json = new JsonOption();

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What is printed for a program. */
    record Result(List<OperationCost> operations, List<SimulatorRate> simulator, List<Growth> growth) {}

    @Override
    public Integer call() {
        if (only != null && !PARTS.contains(only)) {
            throw new MalformedInput(Choice.complaint("--only", only, PARTS));
        }
        if (out != null && !measures(GROWTH)) {
            throw new MalformedInput("--out must not be given with --only " + only + ": only growth is drawn");
        }
        Optional<Folder> folder = Optional.ofNullable(out).map(name -> new Folder("--out", name));
        if (only == null && !json.json()) {
            surroundings.err().println("all operations, a part of the simulator and of growth; about two minutes");
            surroundings.err().flush();
        }
        List<OperationCost> operations = measures(OPERATIONS) ? operations() : List.of();
        List<SimulatorRate> simulator = measures(SIMULATOR) ? simulator() : List.of();
        List<Growth> growth = measures(GROWTH) ? growth() : List.of();
        folder.ifPresent(into -> draw(growth, into));
        if (json.json()) {
            surroundings.out().println(Json.text(new Result(operations, simulator, growth)));
        }
        surroundings.out().flush();
        return ExitCode.HOLDS;
    }

    private boolean measures(String part) {
        return only == null || only.equals(part);
    }

    private List<OperationCost> operations() {
        head(Columns.left("operation", NAME) + "threads  published  reference  ratio                 wanted  bytes");
        try (Meter meter = meter(OPERATIONS)) {
            return Bench.operations(
                    begins(meter),
                    tell(
                            meter,
                            cost -> Columns.left(cost.operation(), NAME)
                                    + Columns.right(String.valueOf(cost.threads()), 7)
                                    + Columns.right(CostText.nanos(cost.publishedNanos()), 11)
                                    + Columns.right(CostText.nanos(cost.referenceNanos()), 11)
                                    + "  "
                                    + Columns.left(
                                            CostText.ratios(cost.ratio(), cost.lowestRatio(), cost.highestRatio()), 22)
                                    + Columns.right(CostText.ratio(cost.wantedRatio()), 6)
                                    + Columns.right(Quantity.compact(cost.referenceBytes()), 7)));
        }
    }

    private List<SimulatorRate> simulator() {
        head(Columns.left("component", NAME) + Columns.left("what", WHAT) + "subject      steps/s   wanted  bytes");
        boolean brief = only == null && component.isAll();
        try (Meter meter = meter(SIMULATOR)) {
            return Bench.simulator(
                    brief ? Components.withWorlds(List.of(Components.named(TYPICAL))) : component.components(),
                    brief,
                    begins(meter),
                    tell(
                            meter,
                            rate -> Columns.left(rate.component(), NAME)
                                    + Columns.left(rate.what(), WHAT)
                                    + Columns.left(rate.subject(), 10)
                                    + Columns.right(perSecond(rate.perSecond()), 10)
                                    + Columns.right(
                                            rate.wantedPerSecond() == 0 ? "-" : perSecond(rate.wantedPerSecond()), 9)
                                    + Columns.right(rate.bytes() == null ? "-" : Quantity.compact(rate.bytes()), 7)));
        }
    }

    private static String perSecond(double rate) {
        return Quantity.compact(Math.round(rate));
    }

    private List<Growth> growth() {
        head(GrowthFiles.HEAD);
        try (Meter meter = meter(GROWTH)) {
            return GrowthFiles.measured(only == null && out == null, begins(meter), tell(meter, line -> line));
        }
    }

    private Meter meter(String part) {
        return new Meter(surroundings, "  " + part, json.json());
    }

    private static Bench.Begins begins(Meter meter) {
        return (what, done, total) -> meter.next(what).advanced(done, total);
    }

    private void draw(List<Growth> growth, Folder into) {
        if (!GrowthFiles.write(growth, into)) {
            surroundings.err().println(DrawnFigure.NOT_DRAWN);
        }
        if (!json.json()) {
            surroundings.out().println("charts   " + surroundings.places().told(into.file("")));
        }
    }

    private void head(String text) {
        if (!json.json()) {
            surroundings.out().println(surroundings.terminal().bold().apply(text));
            surroundings.out().flush();
        }
    }

    private <T> Consumer<T> tell(Meter meter, Function<T, String> line) {
        return measured -> {
            if (!json.json()) {
                meter.close();
                surroundings.out().println(line.apply(measured));
                surroundings.out().flush();
            }
        };
    }
}
