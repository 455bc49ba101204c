package dev.halflife.stress.soak;

import dev.halflife.sim.random.Rng;
import dev.halflife.stress.lincheck.Part;
import dev.halflife.stress.linear.Linearizability.Verdict;
import dev.halflife.stress.record.StressRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs until the time is over: {@code --for 2m}, {@code --seed 7}. Which calls are made follows from the seed, how they
 * meet does not. Ends with 1 as soon as something is violated, and prints it; with 0 otherwise, however much is undecided.
 */
public final class Soak {

    private static final Episode EPISODE = new Episode(6, 200_000);
    // As many as take about as long as the ledgers: an unlocked queue took 300,000 of them to show.
    private static final int EPISODES_PER_ROUND = 4_000;
    private static final int LEDGER_CALLS = 20_000;

    private final Map<String, Map<Verdict, Long>> verdicts = new TreeMap<>();
    private final Threads threads;

    private Soak(Threads threads) {
        this.threads = threads;
    }

    /** Takes {@code --for} and {@code --seed}. */
    @SuppressWarnings("SystemOut") // a program of the test tree: what it prints is its report
    public static void main(String[] arguments) throws Exception {
        Duration length = length(option(arguments, "--for", "2m"));
        long seed = Long.decode(option(arguments, "--seed", "1"));
        String violation;
        try (Threads threads = new Threads(Math.max(2, Runtime.getRuntime().availableProcessors()))) {
            Soak soak = new Soak(threads);
            violation = soak.run(System.nanoTime() + length.toNanos(), seed);
            soak.report(violation).forEach(System.out::println);
        }
        System.exit(violation == null ? 0 : 1);
    }

    private @Nullable String run(long untilNanos, long seed) throws InterruptedException, ExecutionException {
        for (long round = 0; System.nanoTime() < untilNanos; round++) {
            for (Part part : Part.ALL) {
                for (int i = 0; i < EPISODES_PER_ROUND; i++) {
                    Episode.Outcome outcome = EPISODE.run(
                            threads, part.freshReference(), part.model(), Rng.split(Rng.split(seed, round), i));
                    count(part.name(), outcome.verdict());
                    if (outcome.verdict() == Verdict.UNEXPLAINED) {
                        return part.name() + ": no order of these calls is allowed\n" + outcome.text();
                    }
                }
            }
            String imbalance = CreditsLedger.imbalance(threads, LEDGER_CALLS, Rng.split(seed, round));
            if (imbalance == null) {
                imbalance = HeatLedger.imbalance(threads, LEDGER_CALLS);
            }
            if (imbalance != null) {
                return imbalance;
            }
            count("ledgers of " + LEDGER_CALLS + " calls a thread", Verdict.EXPLAINED);
        }
        return null;
    }

    private void count(String name, Verdict verdict) {
        verdicts.computeIfAbsent(name, fresh -> new EnumMap<>(Verdict.class)).merge(verdict, 1L, Long::sum);
    }

    private List<String> report(@Nullable String violation) {
        List<String> lines = new ArrayList<>();
        lines.add("soak on " + threads.count() + " threads");
        verdicts.forEach((name, counts) -> {
            long held = counts.getOrDefault(Verdict.EXPLAINED, 0L);
            long undecided = counts.getOrDefault(Verdict.UNDECIDED, 0L);
            String bounds = String.format(Locale.ROOT, "%,d held, %,d undecided", held, undecided);
            String text = violation != null && violation.startsWith(name) ? violation : "";
            lines.add(String.format(Locale.ROOT, "  %-36s %s", name, bounds));
            new StressRecord(
                            name,
                            "soak",
                            "reference",
                            bounds,
                            text.isEmpty() ? StressRecord.Verdict.HOLDS : StressRecord.Verdict.VIOLATED,
                            text,
                            List.of())
                    .save();
        });
        lines.add(violation == null ? "holds" : "violated\n" + violation);
        return lines;
    }

    private static String option(String[] arguments, String name, String standard) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        return standard;
    }

    /** {@code 90s}, {@code 2m}, {@code 1h}. */
    private static Duration length(String text) {
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }
}
