package dev.halflife.reports.bench;

import dev.halflife.sim.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is measured. Takes a second or so for each line; of the simulator some five. */
public final class Bench {

    /**
     * A contest and what it came to: the published algorithm and the reference take turns in short rounds.
     *
     * @param operation what was done and to how much
     * @param threads how many did it at once
     * @param publishedNanos of one operation, the median of the rounds; of all threads together
     * @param referenceNanos the same
     * @param ratio how many times faster the reference was, the median of the rounds
     * @param lowestRatio of any round
     * @param highestRatio of any round
     * @param wantedRatio what it is to be
     * @param referenceBytes allocated by the reference per operation
     */
    public record OperationCost(
            String operation,
            int threads,
            double publishedNanos,
            double referenceNanos,
            double ratio,
            double lowestRatio,
            double highestRatio,
            double wantedRatio,
            long referenceBytes) {}

    /**
     * How fast a component is simulated and judged, on one core where nothing else is said.
     *
     * @param component the component, or the world around one
     * @param what was measured
     * @param subject who was judged; {@code -} where there is none
     * @param perSecond judged steps, or lines
     * @param wantedPerSecond what it is to be; 0 where nobody has said
     * @param bytes allocated per step; null where that is not known
     */
    public record SimulatorRate(
            String component,
            String what,
            String subject,
            double perSecond,
            double wantedPerSecond,
            @Nullable Long bytes) {}

    /** Told what is measured next, and how much of how much is done. */
    @FunctionalInterface
    public interface Begins {
        void begins(String what, int done, int total);
    }

    private Bench() {}

    /** Measures the operations of the reference beside the published port's, and tells each when it is known. */
    public static List<OperationCost> operations(Begins begins, Consumer<OperationCost> known) {
        List<OperationCost> costs = new ArrayList<>();
        for (Contest contest : contests()) {
            begins.begins(contest.operation(), costs.size(), contests().size());
            costs.add(measured(contest));
            known.accept(costs.get(costs.size() - 1));
        }
        return costs;
    }

    /**
     * Measures what the operations cost the more there is of something, and tells each point and each curve when known.
     *
     * @param brief with a few points, and no more than 100,000 keys or two threads
     */
    public static List<Growth> growth(
            boolean brief, Begins begins, BiConsumer<String, Growth.Point> point, Consumer<Growth> known) {
        List<GrowthContests.Curve> curves = GrowthContests.all(brief);
        int all = curves.stream().mapToInt(curve -> curve.spots().size()).sum();
        int[] done = {0};
        return curves.stream()
                .map(curve -> {
                    List<Growth.Point> points = new ArrayList<>();
                    for (GrowthContests.Spot spot : curve.spots()) {
                        begins.begins(curve.operation(), done[0]++, all);
                        Growth.Point next = grown(spot.at(), Stopwatch.measure(spot.contest()));
                        point.accept(curve.operation(), next);
                        points.add(next);
                    }
                    return new Growth(curve.name(), curve.operation(), curve.along(), points);
                })
                .peek(known)
                .toList();
    }

    private static Growth.Point grown(double at, Stopwatch.Measured measured) {
        return new Growth.Point(
                at,
                measured.publishedNanos(),
                measured.referenceNanos(),
                measured.ratio(),
                measured.lowest(),
                measured.highest());
    }

    /** What is measured of the reference. */
    static List<Contest> contests() {
        return Stream.concat(HeatContests.all().stream(), CreditsContests.all().stream())
                .toList();
    }

    /**
     * Measures the simulator on these components, and tells each rate when it is known.
     *
     * @param brief the engines on the reference alone
     */
    public static List<SimulatorRate> simulator(
            List<Component<?, ?, ?, ?>> components, boolean brief, Begins begins, Consumer<SimulatorRate> known) {
        List<SimulatorRate> rates = new ArrayList<>();
        int done = 0;
        for (Component<?, ?, ?, ?> component : components) {
            begins.begins(component.name(), done++, components.size());
            SimulatorSpeed.of(component, brief).peek(known).forEach(rates::add);
        }
        return rates;
    }

    private static OperationCost measured(Contest contest) {
        Stopwatch.Measured measured = Stopwatch.measure(contest);
        return new OperationCost(
                contest.operation(),
                contest.threads(),
                measured.publishedNanos(),
                measured.referenceNanos(),
                measured.ratio(),
                measured.lowest(),
                measured.highest(),
                contest.wanted(),
                measured.referenceBytes());
    }
}
