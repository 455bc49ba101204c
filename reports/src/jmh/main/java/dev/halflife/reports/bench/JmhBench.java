package dev.halflife.reports.bench;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The contests of {@link Bench}, measured by JMH: each side in processes of its own. */
public final class JmhBench {

    private static final int WARM_UP_ITERATIONS = 3;
    private static final TimeValue ITERATION = TimeValue.seconds(1);

    /** With less, reading the clock would be a part of what is measured. */
    private static final long BATCH_NANOS = 100_000;

    private static final int MOST_TIMES = 1 << 14;
    private static final int TRIES = 8;

    /** What the profiler calls bytes an operation. */
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final int forks;
    private final int iterations;
    private final Collection<RunResult> results = new ArrayList<>();

    /** Measures in so many processes a side, in each of them so many seconds after those in which it warms up. */
    public JmhBench(int forks, int iterations) {
        this.forks = forks;
        this.iterations = iterations;
    }

    /**
     * What a contest came to.
     *
     * @param operation what was done and to how much
     * @param threads how many did it at once
     * @param publishedNanos of one operation, of all threads together
     * @param referenceNanos the same
     * @param ratio how many times faster the reference was
     * @param wantedRatio what it is to be
     * @param referenceBytes allocated by the reference per operation, and by what had to be done before it
     */
    public record JmhCost(
            String operation,
            int threads,
            Estimate publishedNanos,
            Estimate referenceNanos,
            Estimate.Ratio ratio,
            double wantedRatio,
            long referenceBytes) {}

    /** The names of all operations, each once. */
    public static List<String> operations() {
        return Bench.contests().stream().map(Contest::operation).distinct().toList();
    }

    /**
     * Measures the operations whose name begins so, and tells each when it is known.
     *
     * @throws RunnerException if JMH cannot run here, or a benchmark failed
     */
    public List<JmhCost> measure(String begin, Consumer<JmhCost> known) throws RunnerException {
        List<JmhCost> costs = new ArrayList<>();
        for (Contest contest : Bench.contests()) {
            if (contest.operation().startsWith(begin)) {
                JmhCost cost = measured(contest);
                known.accept(cost);
                costs.add(cost);
            }
        }
        return costs;
    }

    /** Everything that JMH has measured so far, as JMH writes it. */
    public byte[] raw() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ResultFormatFactory.getInstance(ResultFormatType.JSON, new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .writeOut(results);
        return bytes.toByteArray();
    }

    private JmhCost measured(Contest contest) throws RunnerException {
        RunResult published = run(contest, ContestBenchmark.PUBLISHED);
        RunResult reference = run(contest, ContestBenchmark.REFERENCE);
        Estimate publishedNanos = nanos(published).by(contest.threads());
        Estimate referenceNanos = nanos(reference).by(contest.threads());
        return new JmhCost(
                contest.operation(),
                contest.threads(),
                publishedNanos,
                referenceNanos,
                publishedNanos.over(referenceNanos),
                contest.wanted(),
                bytes(reference));
    }

    private RunResult run(Contest contest, String side) throws RunnerException {
        Work work = ContestBenchmark.work(contest, side);
        boolean prepared = work instanceof Work.Prepared;
        int times = prepared ? 1 : batch(work);
        String method = ContestBenchmark.class.getName() + (prepared ? ".prepared" : ".atAnyTime");
        RunResult result = new Runner(new OptionsBuilder()
                        .include("^" + Pattern.quote(method) + "$")
                        .param("operation", contest.operation())
                        .param("side", side)
                        .param("times", String.valueOf(times))
                        .operationsPerInvocation(times)
                        .threads(contest.threads())
                        .forks(forks)
                        .warmupIterations(WARM_UP_ITERATIONS)
                        .warmupTime(ITERATION)
                        .measurementIterations(iterations)
                        .measurementTime(ITERATION)
                        .addProfiler(GCProfiler.class)
                        .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
        results.add(result);
        return result;
    }

    /** How many times fill a batch. The shortest of some tries tells, or what loads a class would look like work. */
    private static int batch(Work work) {
        int times = 1;
        while (times < MOST_TIMES && shortestNanos(work, times) < BATCH_NANOS) {
            times *= 2;
        }
        return times;
    }

    private static long shortestNanos(Work work, int times) {
        return LongStream.generate(() -> work.run(0, times)).limit(TRIES).min().orElseThrow();
    }

    private static Estimate nanos(RunResult result) {
        Result<?> nanos = result.getPrimaryResult();
        return new Estimate(nanos.getScore(), nanos.getScoreError());
    }

    private static long bytes(RunResult result) {
        return Math.round(Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATION))
                .getScore());
    }
}
