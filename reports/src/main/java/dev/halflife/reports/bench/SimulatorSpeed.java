package dev.halflife.reports.bench;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.reports.bench.Bench.SimulatorRate;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.explore.Explorer;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.run.Trial;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Measures how many replies a second the simulator has made and judged. */
final class SimulatorSpeed {

    private static final int ROUNDS = 5;
    private static final long WARM_UP_NANOS = 1_500_000_000;
    private static final long ROUND_NANOS = 300_000_000;
    private static final int SMALLEST = 6;
    private static final int LARGEST = 24;
    private static final int KEYS = 2;

    private SimulatorSpeed() {}

    static <C, S, O extends Operation<O>, R> SimulatorRate of(Component<C, S, O, R> component, String subject) {
        Contract contract = subject.equals("published") ? Contract.published() : Contract.strict();
        Trial<C, S, O, R> trial = new Trial<>(component, subject, contract);
        double alone = stepsPerSecond(size -> campaign(trial, size, 1));
        double together = stepsPerSecond(size -> campaign(trial, size, 2));
        double explored = stepsPerSecond(size -> explore(trial, size));
        return new SimulatorRate(component.name(), subject, alone, explored, together / alone);
    }

    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> campaign(
            Trial<C, S, O, R> trial, int size, int jobs) {
        return new Campaign<>(trial, size, jobs).run(1L << size, Parallel.Stop.NEVER, Progress.NONE);
    }

    /** One operation more costs about eight times as much. */
    private static <C, S, O extends Operation<O>, R> Tally<C, S, O, R> explore(Trial<C, S, O, R> trial, int size) {
        return new Explorer<>(trial, size / 3, KEYS, 1).run(Parallel.Stop.NEVER, Progress.NONE);
    }

    /** The median of rounds that were made larger until one was long enough. */
    private static double stepsPerSecond(IntFunction<Tally<?, ?, ?, ?>> run) {
        long warmed = 0;
        while (warmed < WARM_UP_NANOS) {
            warmed += Round.of(run, SMALLEST).nanos();
        }
        int size = SMALLEST;
        while (size < LARGEST && Round.of(run, size).nanos() < ROUND_NANOS) {
            size++;
        }
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rates[round] = Round.of(run, size).stepsPerSecond();
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }

    private record Round(long nanos, long steps) {

        static Round of(IntFunction<Tally<?, ?, ?, ?>> run, int size) {
            long begin = System.nanoTime();
            long steps = run.apply(size).steps();
            return new Round(Math.max(1, System.nanoTime() - begin), steps);
        }

        double stepsPerSecond() {
            return steps * 1e9 / nanos;
        }
    }
}
