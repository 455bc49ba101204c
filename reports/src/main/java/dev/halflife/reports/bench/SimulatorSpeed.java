package dev.halflife.reports.bench;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.reports.bench.Bench.SimulatorRate;
import dev.halflife.sim.Components;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.trace.TraceChecker;
import dev.halflife.sim.trace.TraceResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What is measured of the simulator on one component: a campaign, the explorer, the rules alone, and the trace checker. */
final class SimulatorSpeed<C, S, O extends Operation<O>, R> {

    private static final int KEYS = 2;
    private static final int SCHEDULES = 512;
    private static final int SCHEDULE_LENGTH = 64;
    private static final int TRACES = 8;
    private static final int TRACE_LENGTH = 4096;
    private static final double WANTED_OF_TWO_JOBS = 1.8;

    private final Component<C, S, O, R> component;
    private final boolean isWorld;
    private final boolean isRegistry;

    private SimulatorSpeed(Component<C, S, O, R> component) {
        this.component = component;
        this.isWorld = Components.worlds().contains(component);
        this.isRegistry = component instanceof HeatComponent;
    }

    /** Measures each as the stream is read; where {@code brief}, engines on the reference alone. */
    static Stream<SimulatorRate> of(Component<?, ?, ?, ?> component, boolean brief) {
        return new SimulatorSpeed<>(component).rates(brief);
    }

    private Stream<SimulatorRate> rates(boolean brief) {
        List<Supplier<SimulatorRate>> rates = new ArrayList<>();
        for (String subject : brief ? List.of("reference") : List.of("reference", "published")) {
            rates.add(() -> campaign(subject));
            if (!isWorld) {
                rates.add(() -> explorer(subject));
            }
        }
        if (!brief) {
            rates.add(this::twoJobs);
        }
        if (!isWorld && !brief) {
            rates.add(this::rules);
            rates.add(this::check);
        }
        return rates.stream().map(Supplier::get);
    }

    private SimulatorRate campaign(String subject) {
        Pace pace = Pace.of(size -> campaign(subject, size, 1));
        return rate("campaign", subject, pace, isWorld ? 300_000 : ofRegistry(1_000_000));
    }

    private long campaign(String subject, int size, int jobs) {
        return new Campaign<>(trial(subject), size, jobs)
                .run(1L << size, Parallel.Stop.NEVER, Progress.NONE)
                .steps();
    }

    /** What two jobs allocate is not known to the thread that waits for them. */
    private SimulatorRate twoJobs() {
        double alone = Pace.of(size -> campaign("reference", size, 1)).perSecond();
        double together = Pace.of(size -> campaign("reference", size, 2)).perSecond();
        return new SimulatorRate(
                component.name(), "campaign, two jobs", "reference", together, WANTED_OF_TWO_JOBS * alone, null);
    }

    /** One operation more costs about eight times as much. */
    private SimulatorRate explorer(String subject) {
        Pace pace = Pace.of(size -> new Explorer<>(trial(subject), size / 3, KEYS, 1)
                .run(Parallel.Stop.NEVER, Progress.NONE)
                .steps());
        return rate("explorer", subject, pace, ofRegistry(2_000_000));
    }

    private SimulatorRate rules() {
        List<Recorded<C, S, O, R>> schedules = LongStream.range(0, SCHEDULES)
                .mapToObj(seed -> Recorded.of(component, Contract.strict(), seed, SCHEDULE_LENGTH))
                .toList();
        Pace pace = Pace.of(size -> IntStream.range(0, 1 << size)
                .mapToLong(i -> schedules.get(i % SCHEDULES).judge())
                .sum());
        return rate("rules alone", "-", pace, ofRegistry(1_000_000));
    }

    private SimulatorRate check() {
        List<byte[]> traces = LongStream.range(0, TRACES)
                .mapToObj(seed -> Recorded.of(component, Contract.strict(), seed, TRACE_LENGTH)
                        .trace())
                .toList();
        Pace pace = Pace.of(size -> IntStream.range(0, 1 << (size / 2))
                .mapToLong(i -> lines(traces.get(i % TRACES)))
                .sum());
        return rate("check, lines", "-", pace, ofRegistry(500_000));
    }

    private static long lines(byte[] trace) {
        try {
            TraceResult result = new TraceChecker(Contract.strict()).check("bench", new ByteArrayInputStream(trace));
            if (result instanceof TraceResult.Holds holds) {
                return holds.steps();
            }
            throw new IllegalStateException("what was accepted is no more: " + result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Trial<C, S, O, R> trial(String subject) {
        return new Trial<>(component, subject, subject.equals("published") ? Contract.published() : Contract.strict());
    }

    private double ofRegistry(double wanted) {
        return isRegistry ? wanted : 0;
    }

    private SimulatorRate rate(String what, String subject, Pace pace, double wanted) {
        return new SimulatorRate(component.name(), what, subject, pace.perSecond(), wanted, pace.bytesPerStep());
    }
}
