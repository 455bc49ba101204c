package dev.halflife.reports.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * One side of one contest, as JMH runs it. Started by {@link JmhBench}, which names the contest; by itself it says what it
 * lacks.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ContestBenchmark {

    static final String PUBLISHED = "published";
    static final String REFERENCE = "reference";

    /** The contest's operation. */
    @Param("")
    public String operation = "";

    /** {@code published} or {@code reference}. */
    @Param({PUBLISHED, REFERENCE})
    public String side = "";

    /** How often one invocation does it: short operations in batches, or the call would be what is measured. */
    @Param("1")
    public int times;

    private Work work = (thread, count) -> 0;
    private Work.Once once = thread -> 0;
    private Runnable prepare = () -> {};

    /** Fills the registry, or what it is. */
    @Setup
    public void fill(BenchmarkParams run) {
        work = Bench.contests().stream()
                .filter(contest -> contest.operation().equals(operation) && contest.threads() == run.getThreads())
                .findFirst()
                .map(contest -> work(contest, side))
                .orElseThrow(() -> new IllegalArgumentException("operation must be that of a contest: " + operation));
        if (work instanceof Work.Prepared prepared) {
            once = prepared.once();
            prepare = prepared.prepare();
        }
    }

    static Work work(Contest contest, String side) {
        return (side.equals(REFERENCE) ? contest.reference() : contest.published()).get();
    }

    /** An operation that can be done at any time. */
    @Benchmark
    public long atAnyTime(ThreadParams thread) {
        return work.run(thread.getThreadIndex(), times);
    }

    /** An operation that needs something done before each time. */
    @Benchmark
    public double prepared(Turn turn, ThreadParams thread) {
        return once.run(thread.getThreadIndex());
    }

    /** What is done before each time, on a clock that JMH stops: harmless where a time takes microseconds. */
    @State(Scope.Thread)
    public static class Turn {

        /** Prepares the next time. */
        @Setup(Level.Invocation)
        public void prepare(ContestBenchmark benchmark) {
            benchmark.prepare.run();
        }
    }
}
